import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { count } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { StateTag } from "@/shared/ui/StateTag";
import "./words";

type Check = Schemas["InvariantView"];

/** What the state of a promise is called, and how it looks. */
function State({ of }: { of: Check }) {
  const { t } = useTranslation("checks");
  if (of.found === null) return <StateTag tone="idle">{t("not_yet")}</StateTag>;
  if (of.found > 0) return <StateTag tone="bad">{t("found", { count: of.found })}</StateTag>;
  return <StateTag tone="good">{t("green")}</StateTag>;
}

/** Every promise about the whole in plain words: whether it holds, since when, when and over how much it was looked at. */
export function CheckTable({ checks, loading }: { checks: Check[] | undefined; loading: boolean }) {
  const { t } = useTranslation("checks");
  return (
    <DataTable<Check>
      caption={t("checks")}
      rows={checks}
      rowKey={(row) => row.name}
      loading={loading}
      empty={{ title: t("empty"), hint: t("empty_hint") }}
      columns={[
        {
          key: "what",
          title: t("promise"),
          names: true,
          render: (row) => (
            <>
              <Link to="/checks" search={{ name: row.name }} resetScroll={false}>
                {t(`name.${row.name as "I1"}`, { defaultValue: row.name })}
              </Link>
              <div className="muted small check-why">{t(`why.${row.name as "I1"}`, { defaultValue: "" })}</div>
            </>
          ),
        },
        { key: "state", title: t("state"), render: (row) => <State of={row} /> },
        {
          key: "since",
          title: t("since"),
          render: (row) => <DateText value={row.green_since_at} precision="minute" />,
        },
        { key: "ran", title: t("last_run"), render: (row) => <DateText value={row.ran_at} precision="minute" /> },
        {
          key: "rows",
          title: t("rows"),
          numeric: true,
          render: (row) => (row.rows_seen === null ? null : count(row.rows_seen)),
        },
        {
          key: "took",
          title: t("took"),
          numeric: true,
          render: (row) => (row.took_ms === null ? null : t("ms", { ms: count(row.took_ms) })),
        },
      ]}
    />
  );
}
