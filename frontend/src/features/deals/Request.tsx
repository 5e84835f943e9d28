import { useTranslation } from "react-i18next";
import { yuan } from "@/shared/lib/money";
import { Org } from "@/shared/ui/Org";
import type { Deal } from "./model";

/** What the firm wrote. */
export function Request({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  return (
    <section className="panel">
      <h2>{t("request_title")}</h2>
      <dl className="facts">
        <dt>{t("apply.firm_name")}</dt>
        <dd>
          <Org name={deal.firm_name} />
        </dd>
        <dt>{t("field.contact_name")}</dt>
        <dd>
          {deal.contact_name} <span className="num">{deal.contact_phone}</span>
        </dd>
        <dt>{t("field.product")}</dt>
        <dd>{deal.product}</dd>
        <dt>{t("field.purpose")}</dt>
        <dd>{deal.purpose}</dd>
        <dt>{t("field.sales")}</dt>
        <dd>
          <span className="num">{deal.sales_plan_minor.map((minor) => yuan(minor, true)).join(" / ")}</span>
        </dd>
        {deal.message && (
          <>
            <dt>{t("field.message")}</dt>
            <dd>{deal.message}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
