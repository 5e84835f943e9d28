import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { StateTag } from "@/shared/ui/StateTag";
import { INVOICE_TONES } from "@/shared/ui/tones";

export function InvoiceState({ invoice }: { invoice: Pick<Schemas["InvoiceBrief"], "state" | "overdue"> }) {
  const { t } = useTranslation("states");
  if (invoice.overdue) return <StateTag tone="bad">{t("invoice.overdue")}</StateTag>;
  return <StateTag tone={INVOICE_TONES[invoice.state]}>{t(`invoice.${invoice.state}`)}</StateTag>;
}
