import { Link } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { dateText } from "@/shared/lib/date";
import { yuan } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";

const SIDES = { both: "both", ours: "ours_only", theirs: "theirs_only" } as const;

function Entries({ account, number, close }: { account: string; number: number; close: () => void }) {
  const { t } = useTranslation("reconciliation");
  const found = api.useQuery("get", "/api/reconciliation/accounts/{key}/transactions/{txn_id}", {
    params: { path: { key: account, txn_id: number } },
  });
  return (
    <Modal open footer={null} title={t("entries", { number })} onCancel={close}>
      <ProblemAlert error={found.error} />
      {found.data && (
        <>
          <p className="muted">
            {t("booked_at")} <DateText value={found.data.created_at} precision="minute" />
          </p>
          <table className="bill">
            <tbody>
              {found.data.entries.map((entry) => (
                <tr key={entry.account}>
                  <th scope="row">
                    {entry.amount_minor > 0 ? t("debit") : t("credit")}{" "}
                    {t(`account.${entry.account_kind as "bank"}`, { defaultValue: entry.account_kind })}{" "}
                    {entry.account_kind === "bank" && <span className="num">{entry.account.split(":")[1]}</span>}
                  </th>
                  <td>
                    <Money minor={Math.abs(entry.amount_minor)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Modal>
  );
}

/** What moved an account on one day, on which side, and the way down to entries and bills. */
export function DayItems({ account, day }: { account: string; day: string }) {
  const { t } = useTranslation("reconciliation");
  const [shown, setShown] = useState<number>();
  const title = t("items", { day: dateText(day, "day") });
  const found = api.useQuery("get", "/api/reconciliation/accounts/{key}/days/{day}", {
    params: { path: { key: account, day } },
  });
  return (
    <section className="stack">
      <h2>{title}</h2>
      <DataTable<Schemas["ItemView"]>
        caption={title}
        rows={found.data}
        rowKey={(row) => `${row.txn_id}${row.line_id}${row.label}${row.amount_minor}`}
        loading={found.isPending}
        error={found.error}
        empty={{ title: t("items_empty") }}
        columns={[
          {
            key: "what",
            title: t("column.what"),
            names: true,
            render: (row) => `${t(`item.${row.kind as "bank_line"}`, { defaultValue: row.kind })} · ${row.label}`,
          },
          {
            key: "amount",
            title: t("column.amount"),
            numeric: true,
            render: (row) => <span className="num">{yuan(row.amount_minor)}</span>,
          },
          {
            key: "side",
            title: t("column.side"),
            render: (row) => <StateTag tone={row.side === "both" ? "good" : "bad"}>{t(SIDES[row.side])}</StateTag>,
          },
          {
            key: "see",
            title: t("column.see"),
            render: (row) => (
              <div className="row">
                {row.txn_id !== null && (
                  <Button size="small" onClick={() => setShown(row.txn_id ?? undefined)}>
                    {t("see_entries")}
                  </Button>
                )}
                {row.invoice_id && (
                  <Link to="/payments/$id" params={{ id: row.invoice_id }}>
                    {t("see_bill")}
                  </Link>
                )}
              </div>
            ),
          },
        ]}
      />
      {shown !== undefined && <Entries account={account} number={shown} close={() => setShown(undefined)} />}
    </section>
  );
}
