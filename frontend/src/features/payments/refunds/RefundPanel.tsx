import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import type { Refundable } from "./model";
import { RefundCard } from "./RefundCard";
import { RefundDialog } from "./RefundDialog";
import "./refunds.css";
import "./words";

/** The refunds of one bill; whoever may ask begins one beside the payment. Nothing is shown where there is nothing to say. */
export function RefundPanel({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation("refunds");
  const may = useMay();
  const action = useAction();
  const [asking, setAsking] = useState<Refundable>();
  const refunds = api.useQuery("get", "/api/refunds", { params: { query: { invoice_id: invoiceId, size: 100 } } });
  const open = api.useQuery(
    "get",
    "/api/invoices/{invoice_id}/refundable",
    { params: { path: { invoice_id: invoiceId } } },
    { enabled: may("refund.request") },
  );
  const payments = open.data ?? [];
  const made = refunds.data?.items ?? [];
  if (payments.length + made.length === 0) return <ProblemAlert error={refunds.error ?? open.error} />;
  return (
    <section className="stack">
      <h2>{t("title")}</h2>
      <ProblemAlert error={refunds.error ?? open.error} />
      {made.length > 0 && (
        <ul className="plain stack">
          {made.map((one) => (
            <RefundCard key={one.id} refund={one} />
          ))}
        </ul>
      )}
      {payments.map((payment) => (
        <div key={payment.payment_id} className="row no-print">
          <span>
            <DateText value={payment.received_on} /> · <Money minor={payment.refundable_minor} />
          </span>
          {payment.under_way ? (
            <span className="muted small">{t("under_way")}</span>
          ) : (
            <Button aria-label={t("ask_named", { date: payment.received_on })} onClick={() => setAsking(payment)}>
              {t("ask")}
            </Button>
          )}
        </div>
      ))}
      {asking && (
        <RefundDialog
          payment={asking}
          close={() => setAsking(undefined)}
          done={() => void action.run("read", async () => undefined, t("asked"))}
        />
      )}
    </section>
  );
}
