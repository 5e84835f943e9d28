import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { percent, roundAmount } from "@/shared/lib/money";

/** What a listing costs in one line. */
export function PriceBrief({ item }: { item: Schemas["ListingBrief"] }) {
  const { t } = useTranslation("listings");
  if (item.fixed_fee_minor === null && item.royalty_bps === null) return <>{t("price.open")}</>;
  const parts = [
    item.pay_after_use ? t("price.free", { months: item.free_period_months }) : undefined,
    item.fixed_fee_minor ? roundAmount(item.fixed_fee_minor) : undefined,
    item.royalty_bps ? t("price.royalty", { rate: percent(item.royalty_bps) }) : undefined,
  ];
  return <span className="num">{parts.filter(Boolean).join(" · ")}</span>;
}
