import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { CopyText } from "@/shared/ui/CopyText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { CreditPanel } from "./CreditPanel";
import { PayLinks } from "./PayLinks";
import { Ways } from "./Ways";

/** How to pay a bill: online by what is open for it, by transfer with the reference, or by somebody else through a link. */
export function PayPanel({ invoice }: { invoice: Schemas["InvoiceView"] }) {
  const { t } = useTranslation("payments");
  const found = api.useQuery("get", "/api/invoices/{invoice_id}/ways", {
    params: { path: { invoice_id: invoice.id } },
  });
  const { bank } = invoice;
  return (
    <aside className="stack">
      <CreditPanel invoice={invoice} />
      <section className="panel stack">
        <h2>{t("pay.title")}</h2>
        <p className="pay-sum">
          <Money minor={invoice.owed_minor} />
        </p>
        <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        {found.data?.live?.state === "unknown" && <Alert type="warning" showIcon title={t("pay.away")} />}
        {found.data && <Ways bill={found.data} />}
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
          <dd className="num">{yuan(invoice.owed_minor)}</dd>
        </dl>
      </section>
      <PayLinks invoiceId={invoice.id} />
    </aside>
  );
}
