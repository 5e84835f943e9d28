import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { DateText } from "./DateText";
import { GateList } from "./GateList";
import { StateTag } from "./StateTag";

/** Whether a firm may apply and comes first, condition by condition, with what would change it. */
export function Eligibility({ decision }: { decision: Schemas["EligibilityDecision"] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="stack">
      <p className="row" style={{ margin: 0 }}>
        <StateTag tone={decision.may_apply ? "good" : "bad"}>
          {decision.may_apply ? t("eligibility.may_apply") : t("eligibility.may_not")}
        </StateTag>
        {decision.priority && <StateTag tone="active">{t("eligibility.priority")}</StateTag>}
        <span className="muted">
          {t("eligibility.as_of")} <DateText value={decision.as_of} />
        </span>
      </p>
      <GateList
        label={t("eligibility.label")}
        gates={decision.conditions.map((condition) => ({
          id: condition.code,
          verdict: condition.verdict,
          text: text(condition.title),
          detail: (
            <>
              <div>{t("eligibility.saw", { what: text(condition.saw) })}</div>
              {condition.remedy && <div>{t("eligibility.remedy", { what: text(condition.remedy) })}</div>}
            </>
          ),
          source: t("eligibility.source", { source: condition.source }),
        }))}
      />
    </div>
  );
}
