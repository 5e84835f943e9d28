import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";

/** What waits for the university's office: proposals to decide, tax invoices to issue. Nothing is shown when nothing waits. */
export function OfficeWork() {
  const { t } = useTranslation("payments");
  const proposals = api.useQuery("get", "/api/invoice-adjustments", { params: { query: { state: "proposed" } } });
  const requests = api.useQuery("get", "/api/tax-invoices", { params: { query: { state: "requested" } } });
  return (
    <>
      {proposals.data && proposals.data.length > 0 && (
        <section className="panel stack">
          <h2>{t("adjust.waiting", { count: proposals.data.length })}</h2>
          <ul className="plain stack is-tight">
            {proposals.data.map((one) => (
              <li key={one.id}>
                <Link to="/payments/$id" params={{ id: one.invoice_id }}>
                  {t(`adjust.kind.${one.kind}`)} · {one.invoice_number}
                </Link>{" "}
                <Money minor={one.amount_minor} /> · {one.proposed_by_name}
              </li>
            ))}
          </ul>
        </section>
      )}
      {requests.data && requests.data.length > 0 && (
        <section className="panel stack">
          <div className="row">
            <h2>{t("tax.waiting", { count: requests.data.length })}</h2>
            <Button href="/api/tax-invoices/open.csv" download>
              {t("tax.export")}
            </Button>
          </div>
          <ul className="plain stack is-tight">
            {requests.data.map((one) => (
              <li key={one.id}>
                <Link to="/payments/$id" params={{ id: one.invoice_id }}>
                  {one.title} · {one.invoice_number}
                </Link>{" "}
                <Money minor={one.amount_minor} /> · {t(`tax.${one.kind}`)} · <DateText value={one.requested_on} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
