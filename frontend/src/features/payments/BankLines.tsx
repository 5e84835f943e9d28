import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http, type Read, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

interface Props {
  list: Read<"/api/bank-lines"> | undefined;
  loading: boolean;
  error: unknown;
  page: number;
  size: number;
  onPage: (page: number) => void;
}

function Suggestions({ line, action }: { line: Schemas["BankLineView"]; action: ReturnType<typeof useAction> }) {
  const { t } = useTranslation("payments");
  if (line.invoice_id)
    return (
      <Link to="/payments/$id" params={{ id: line.invoice_id }}>
        {t("bank.see_bill")}
      </Link>
    );
  if (line.suggestions.length === 0) return <span className="muted">{t("bank.no_suggestion")}</span>;
  return (
    <ul className="files">
      {line.suggestions.map((suggestion) => (
        <li key={suggestion.invoice_id}>
          <div className="row">
            <span className="num">{suggestion.number}</span> {suggestion.firm_name}{" "}
            <Money minor={suggestion.open_minor} />
            <Button
              size="small"
              loading={action.busy === line.id + suggestion.invoice_id}
              aria-label={t("bank.match_named", { number: suggestion.number })}
              onClick={() =>
                void action.run(
                  line.id + suggestion.invoice_id,
                  () =>
                    answer(
                      http.POST("/api/bank-lines/{line_id}/match", {
                        params: { path: { line_id: line.id } },
                        body: { invoice_id: suggestion.invoice_id },
                      }),
                    ),
                  t("bank.done"),
                )
              }
            >
              {t("bank.match")}
            </Button>
          </div>
          <span className="muted small">{suggestion.reasons.map((reason) => t(`reason.${reason}`)).join(", ")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Receipts; those nobody has explained yet carry suggestions with their reasons. */
export function BankLines({ list, loading, error, page, size, onPage }: Props) {
  const { t } = useTranslation("payments");
  const action = useAction();
  return (
    <>
      <ProblemAlert error={action.error} />
      <DataTable<Schemas["BankLineView"]>
        caption={t("bank.lines")}
        rows={list?.items}
        rowKey={(row) => row.id}
        loading={loading}
        error={error}
        empty={{ title: t("bank.empty"), hint: t("bank.empty_hint") }}
        paging={{ page, size, total: list?.total ?? 0, onPage }}
        columns={[
          { key: "payer", title: t("bank.payer"), names: true, render: (row) => row.payer_name },
          {
            key: "amount",
            title: t("column.amount"),
            numeric: true,
            render: (row) => <Money minor={row.amount_minor} />,
          },
          { key: "on", title: t("column.received_on"), render: (row) => <DateText value={row.booked_on} /> },
          { key: "memo", title: t("bank.memo"), render: (row) => row.memo || "—" },
          {
            key: "state",
            title: t("column.state"),
            render: (row) => (
              <StateTag tone={row.state === "matched" ? "good" : "wait"}>
                {row.state === "matched" ? t("bank.matched") : t("bank.unmatched")}
              </StateTag>
            ),
          },
          { key: "bill", title: t("bank.bill"), render: (row) => <Suggestions line={row} action={action} /> },
        ]}
      />
    </>
  );
}
