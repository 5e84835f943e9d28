import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { count } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import "./words";

/** What the last look at a promise found, each leading to the books where it is about them, and the looks before it. */
export function Findings({ name }: { name: string }) {
  const { t } = useTranslation("checks");
  const found = api.useQuery("get", "/api/oversight/checks/{name}", { params: { path: { name } } });
  const title = t(`name.${name as "I1"}`, { defaultValue: name });
  if (found.error) return <ProblemAlert error={found.error} />;
  return (
    <section className="stack">
      <h2>{title}</h2>
      <DataTable<Schemas["Finding"]>
        caption={t("findings")}
        rows={found.data?.findings}
        rowKey={(row) => row.subject + row.detail}
        loading={found.isPending}
        empty={{ title: t("nothing_found") }}
        columns={[
          {
            key: "subject",
            title: t("subject"),
            names: true,
            render: (row) =>
              row.account ? (
                <Link to="/books/accounts/$key" params={{ key: row.account }}>
                  {row.subject}
                </Link>
              ) : row.txn_id ? (
                <Link to="/books/entries" search={{ txn: row.txn_id }}>
                  {row.subject}
                </Link>
              ) : (
                row.subject
              ),
          },
          { key: "detail", title: t("detail"), wraps: true, render: (row) => row.detail },
        ]}
      />
      <h3>{t("runs")}</h3>
      <ul className="check-runs">
        {found.data?.runs.map((run) => (
          <li key={run.ran_at} className="row">
            <DateText value={run.ran_at} precision="minute" />
            <StateTag tone={run.found ? "bad" : "good"}>
              {run.found ? t("found", { count: run.found }) : t("green")}
            </StateTag>
            <span className="muted small">{t("looked", { rows: count(run.rows_seen), ms: count(run.took_ms) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
