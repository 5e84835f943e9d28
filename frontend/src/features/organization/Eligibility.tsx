import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Eligibility as Decision } from "@/shared/ui/Eligibility";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

/** What a decision on one's own firm would say today. */
export function Eligibility({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation("organization");
  const found = api.useQuery("get", "/api/organizations/{organization_id}/eligibility", {
    params: { path: { organization_id: organizationId } },
  });
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  return (
    <section className="panel stack">
      <h2>{t("eligibility.title")}</h2>
      <Decision decision={found.data} />
      {found.data.may_apply && !found.data.priority && (
        <p className="muted" style={{ margin: 0 }}>
          {t("eligibility.no_priority")}
        </p>
      )}
    </section>
  );
}
