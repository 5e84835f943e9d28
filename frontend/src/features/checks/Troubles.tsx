import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { count } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { StateTag } from "@/shared/ui/StateTag";
import "./words";

type Trouble = Schemas["ProviderTrouble"];

/** What went wrong between the payment provider and us in the last 30 days, by day: refused notices and defects of ours. */
export function Troubles() {
  const { t } = useTranslation("checks");
  const found = api.useQuery("get", "/api/payment-troubles");
  return (
    <section className="stack">
      <h2>{t("troubles.title")}</h2>
      <p className="muted small">{t("troubles.lead")}</p>
      <DataTable<Trouble>
        caption={t("troubles.title")}
        rows={found.data}
        rowKey={(row) => row.day + row.kind + row.provider}
        loading={found.isPending}
        error={found.error}
        retry={() => void found.refetch()}
        empty={{ title: t("troubles.empty") }}
        columns={[
          {
            key: "kind",
            title: t("troubles.kind"),
            names: true,
            wraps: true,
            render: (row) => (
              <>
                {t(`troubles.of.${row.kind}`)}
                {row.detail && <div className="muted small check-why">{row.detail}</div>}
              </>
            ),
          },
          { key: "day", title: t("day"), render: (row) => <DateText value={row.day} /> },
          { key: "count", title: t("troubles.count"), numeric: true, render: (row) => count(row.count) },
          {
            key: "serious",
            title: t("state"),
            render: (row) => (
              <StateTag tone={row.serious ? "bad" : "idle"}>
                {t(row.serious ? "troubles.serious" : "troubles.few")}
              </StateTag>
            ),
          },
          {
            key: "last",
            title: t("troubles.last"),
            render: (row) => <DateText value={row.last_at} precision="minute" />,
          },
        ]}
      />
    </section>
  );
}
