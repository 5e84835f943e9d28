import { Alert, Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { newKey } from "@/shared/lib/key";
import { yuan } from "@/shared/lib/money";
import { CopyText } from "@/shared/ui/CopyText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { CreditPanel } from "./CreditPanel";

/** Two ways to pay the same bill: the provider's page, or a bank transfer with the reference. */
export function PayPanel({ invoice }: { invoice: Schemas["InvoiceView"] }) {
  const { t } = useTranslation("payments");
  const action = useAction();
  // One key for all clicks on this page: a double click opens one attempt.
  const key = useRef(newKey());
  const [away, setAway] = useState(false);

  async function checkout() {
    const payment = await action.run("checkout", () =>
      answer(
        http.POST("/api/invoices/{invoice_id}/checkout", {
          params: { path: { invoice_id: invoice.id }, header: { "idempotency-key": key.current } },
        }),
      ),
    );
    if (payment?.url) window.location.assign(payment.url);
    else key.current = newKey();
    setAway(payment?.state === "unknown");
  }

  const { bank } = invoice;
  // What was written off may still be paid.
  const due = invoice.open_minor + invoice.written_off_minor;
  return (
    <aside className="stack">
      <CreditPanel invoice={invoice} />
      <section className="panel stack">
        <h2>{t("pay.title")}</h2>
        <p className="pay-sum">
          <Money minor={due} />
        </p>
        <ProblemAlert error={action.error} />
        {away && <Alert type="warning" showIcon title={t("pay.away")} />}
        <Button type="primary" size="large" loading={action.busy === "checkout"} onClick={() => void checkout()}>
          {t("pay.online")}
        </Button>
        <p className="muted">{t("pay.online_hint")}</p>
      </section>
      <section className="panel stack">
        <h2>{t("pay.transfer")}</h2>
        <p className="muted">{t("pay.transfer_hint")}</p>
        <dl className="facts">
          <dt>{t("pay.account_name")}</dt>
          <dd>{bank.account_name}</dd>
          <dt>{t("pay.bank_name")}</dt>
          <dd>{bank.bank_name}</dd>
          <dt>{t("pay.account_no")}</dt>
          <dd>
            <CopyText value={bank.account_no} label={t("pay.account_no")} />
          </dd>
          <dt>{t("pay.reference")}</dt>
          <dd>
            <CopyText value={bank.reference} label={t("pay.reference")} />
          </dd>
          <dt>{t("column.amount")}</dt>
          <dd className="num">{yuan(due)}</dd>
        </dl>
      </section>
    </aside>
  );
}
