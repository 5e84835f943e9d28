import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Adjustments } from "../Adjustments";
import { Balance } from "../Balance";
import { InvoiceState } from "../InvoiceState";
import { Ladder } from "../Ladder";
import { PaperLinks } from "../PaperLinks";
import { PayPanel } from "../PayPanel";
import { ReturnedFromPaying } from "../ReturnedFromPaying";
import { RefundPanel } from "../refunds/RefundPanel";
import { TaxInvoicePanel } from "../TaxInvoicePanel";

/** One bill: how its amount came about, the ways to pay it, and what has arrived. */
export default function InvoicePage() {
  const { t } = useTranslation("payments");
  const { id } = useParams({ from: "/desk/payments/$id" });
  const { payment, canceled, redirect_status } = useSearch({ from: "/desk/payments/$id" });
  const left = canceled !== undefined || redirect_status === "failed";
  const may = useMay();
  const found = api.useQuery("get", "/api/invoices/{invoice_id}", { params: { path: { invoice_id: id } } });
  const invoice = found.data;
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!invoice) return <Skeleton active title={false} paragraph={{ rows: 10 }} />;
  const pays = invoice.owed_minor > 0 && may("invoice.pay");
  return (
    <>
      <PageHead
        title={t("bill_title", { number: invoice.number })}
        back={{ to: "/payments", label: t("list.title") }}
        tag={<InvoiceState invoice={invoice} />}
        actions={<PaperLinks path={`/api/invoices/${invoice.id}/paper`} words="paper" />}
        lead={
          <>
            <Link to="/contracts/$id" params={{ id: invoice.contract_id }}>
              {invoice.title}
            </Link>{" "}
            · {t("column.due")} <DateText value={invoice.due_on} />
            {invoice.overdue && may("default.read") && (
              <>
                {" · "}
                <Link to="/defaults" search={{ invoice: invoice.id }}>
                  {t("see_default")}
                </Link>
              </>
            )}
            {may("ledger.read") && (
              <>
                {" · "}
                <Link to="/books/entries" search={{ behind: "invoice", id: invoice.id }}>
                  {t("see_entries")}
                </Link>
              </>
            )}
          </>
        }
      />
      <div className={pays ? "grid-2 side-first" : "grid-2"}>
        {pays && (
          <div className="stack">
            <PayPanel invoice={invoice} />
          </div>
        )}
        <div className="stack">
          {payment && <ReturnedFromPaying paymentId={payment} left={left} />}
          <Balance invoice={invoice} />
          <section className="stack">
            <h2>{t("received")}</h2>
            <DataTable<Schemas["AppliedPayment"]>
              caption={t("received")}
              rows={invoice.payments}
              rowKey={(row) => row.source_id}
              empty={{ title: t("nothing_received") }}
              columns={[
                {
                  key: "how",
                  title: t("column.method"),
                  names: true,
                  render: (row) => t(`method.${row.method as "stripe"}`, { defaultValue: row.method }),
                },
                { key: "on", title: t("column.received_on"), render: (row) => <DateText value={row.received_on} /> },
                {
                  key: "amount",
                  title: t("column.amount"),
                  numeric: true,
                  render: (row) => <Money minor={row.amount_minor} />,
                },
                {
                  key: "applied",
                  title: t("column.applied"),
                  numeric: true,
                  render: (row) => <Money minor={row.applied_minor} />,
                },
                ...(invoice.payments.some((row) => row.refunded_minor > 0)
                  ? [
                      {
                        key: "refunded",
                        title: t("column.refunded"),
                        numeric: true,
                        render: (row: Schemas["AppliedPayment"]) => <Money minor={row.refunded_minor} />,
                      },
                    ]
                  : []),
                ...(invoice.payments.some((row) => row.disputed_minor > 0)
                  ? [
                      {
                        key: "disputed",
                        title: t("column.disputed"),
                        numeric: true,
                        render: (row: Schemas["AppliedPayment"]) => <Money minor={row.disputed_minor} />,
                      },
                    ]
                  : []),
              ]}
            />
            {invoice.payments.some((row) => row.disputed_minor > 0) && (
              <p className="muted">{t(may("refund.request") ? "disputed_note.university" : "disputed_note.firm")}</p>
            )}
          </section>
          <RefundPanel invoiceId={invoice.id} />
          <Adjustments invoice={invoice} />
          <TaxInvoicePanel invoice={invoice} />
          {pays && <Ladder invoice={invoice} />}
        </div>
        {!pays && <Ladder invoice={invoice} />}
      </div>
    </>
  );
}
