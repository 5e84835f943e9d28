import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import type { Days } from "./Period";

type Trial = Schemas["TrialBalance"];

/** What every kind of account held, moved and holds; each leads to its accounts, the last line proves the whole. */
export function TrialTable({ trial, days }: { trial: Trial; days: Days }) {
  const { t } = useTranslation("books");
  return (
    <>
      <DataTable<Schemas["TrialRow"]>
        caption={t("trial")}
        rows={trial.rows}
        rowKey={(row) => row.kind + row.currency}
        empty={{ title: t("trial_empty"), hint: t("trial_empty_hint") }}
        columns={[
          {
            key: "kind",
            title: t("account"),
            names: true,
            render: (row) => (
              <Link to="/books" search={{ ...days, kind: row.kind }} resetScroll={false}>
                {row.label}
              </Link>
            ),
          },
          { key: "side", title: t("side"), render: (row) => t(row.side) },
          { key: "opening", title: t("opening"), numeric: true, render: (row) => <Money minor={row.opening_minor} /> },
          { key: "debit", title: t("debit_sum"), numeric: true, render: (row) => <Money minor={row.debit_minor} /> },
          { key: "credit", title: t("credit_sum"), numeric: true, render: (row) => <Money minor={row.credit_minor} /> },
          { key: "closing", title: t("closing"), numeric: true, render: (row) => <Money minor={row.closing_minor} /> },
        ]}
      />
      {trial.sums.map((sum) => (
        <p key={sum.currency} className="row">
          <StateTag tone={sum.balanced ? "good" : "bad"}>{t(sum.balanced ? "balanced" : "off")}</StateTag>
          <span className="muted small">
            {t("proof", {
              currency: sum.currency,
              debit: yuan(sum.closing_debit_minor),
              credit: yuan(sum.closing_credit_minor),
              moved: yuan(sum.debit_minor),
            })}
          </span>
        </p>
      ))}
    </>
  );
}
