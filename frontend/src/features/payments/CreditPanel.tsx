import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

/** What the firm paid this university beyond its bills settles this one, wholly or in part. */
export function CreditPanel({ invoice }: { invoice: Schemas["InvoiceView"] }) {
  const { t } = useTranslation("payments");
  const action = useAction();
  const credits = api.useQuery("get", "/api/credits");
  const credit = credits.data?.find((one) => one.university_id === invoice.university_id)?.credit_minor ?? 0;
  if (!credit) return null;
  const used = Math.min(credit, invoice.open_minor, invoice.owed_minor);
  return (
    <section className="panel stack">
      <h2>{t("pay.credit")}</h2>
      <ProblemAlert error={action.error} />
      <p>{t("pay.credit_hint", { amount: yuan(credit) })}</p>
      <Button
        loading={action.busy === "credit"}
        onClick={() =>
          void action.run(
            "credit",
            () =>
              answer(
                http.POST("/api/invoices/{invoice_id}/credit", {
                  params: { path: { invoice_id: invoice.id } },
                  body: { amount_minor: used },
                }),
              ),
            t("pay.credit_used"),
          )
        }
      >
        {t("pay.use_credit")} {yuan(used)}
      </Button>
    </section>
  );
}
