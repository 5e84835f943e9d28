import { useTranslation } from "react-i18next";
import { useText } from "@/shared/hooks/useText";
import { percent } from "@/shared/lib/money";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import type { Product } from "./model";

/** What the product gives and what it costs. */
export function Offer({ item }: { item: Product }) {
  const { t } = useTranslation("instruments");
  const text = useText();
  const { terms } = item;
  const months = { from: terms.tenor_months_min ?? 0, to: terms.tenor_months_max ?? 0 };
  return (
    <section className="panel" aria-labelledby="offer">
      <h2 id="offer">{t("part.offer")}</h2>
      <p className="prose">{text(item.summary)}</p>
      <hr className="rule" />
      <dl className="facts">
        <dt>{t("field.amount")}</dt>
        <dd>
          <Money minor={item.amount_min_minor} style="round" /> – <Money minor={item.amount_max_minor} style="round" />
        </dd>
        <dt>{t("field.price")}</dt>
        <dd>{text(terms.price.text)}</dd>
        {months.to > 0 && (
          <>
            <dt>{t("field.tenor")}</dt>
            <dd>{months.from > 0 ? t("months_range", months) : t("months_most", { to: months.to })}</dd>
          </>
        )}
        <dt>{t("field.repayment")}</dt>
        <dd>{text(terms.repayment)}</dd>
        <dt>{t("field.security")}</dt>
        <dd>{text(terms.security)}</dd>
        {terms.risk_shares && terms.risk_shares.length > 0 && (
          <>
            <dt>{t("field.risk")}</dt>
            <dd>{terms.risk_shares.map((share) => `${text(share.party)} ${percent(share.bps)}`).join(" · ")}</dd>
          </>
        )}
        <dt>{t("field.decision")}</dt>
        <dd>{t("days", { count: item.decision_days })}</dd>
        <dt>{t("field.valid")}</dt>
        <dd>
          <DateText value={item.valid_from} /> – <DateText value={item.valid_to} />
        </dd>
        <dt>{t("field.source")}</dt>
        <dd lang="zh-CN">{item.source}</dd>
      </dl>
    </section>
  );
}
