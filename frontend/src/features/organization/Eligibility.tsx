import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { dateText } from "@/shared/lib/date";
import { language } from "@/shared/lib/i18n";
import { GateList } from "@/shared/ui/GateList";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

/** What a decision would say today, condition by condition, with what was seen and what would change it. */
export function Eligibility({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation("organization");
  const found = api.useQuery("get", "/api/organizations/{organization_id}/eligibility", {
    params: { path: { organization_id: organizationId } },
  });
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { may_apply, priority, as_of, conditions } = found.data;
  const speak = (text: { zh: string; en: string }) => (language() === "en" ? text.en : text.zh);
  return (
    <section className="panel stack">
      <h2>{t("eligibility.title")}</h2>
      <div className="row">
        <StateTag tone={may_apply ? "good" : "bad"}>
          {may_apply ? t("eligibility.may") : t("eligibility.may_not")}
        </StateTag>
        {may_apply && (
          <StateTag tone={priority ? "good" : "wait"}>
            {priority ? t("eligibility.priority") : t("eligibility.no_priority")}
          </StateTag>
        )}
      </div>
      <p className="muted" style={{ margin: 0 }}>
        {t("eligibility.as_of", { date: dateText(as_of) })}
      </p>
      <GateList
        label={t("eligibility.list")}
        gates={conditions.map((condition) => ({
          id: condition.code,
          verdict: condition.verdict,
          text: speak(condition.title),
          detail: (
            <>
              <div>{t("eligibility.saw", { what: speak(condition.saw) })}</div>
              {condition.remedy && <div>{t("eligibility.remedy", { what: speak(condition.remedy) })}</div>}
            </>
          ),
          source: t("eligibility.source", { source: condition.source }),
        }))}
      />
    </section>
  );
}
