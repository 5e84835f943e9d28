import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { minorOf, type Typed } from "@/shared/lib/money";
import { AmountInput, useAmountFault } from "@/shared/ui/AmountInput";
import { CostTable } from "@/shared/ui/CostTable";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const YEARS = 3;
const MOST_SALES_MINOR = 1e12;
const USUAL_SALES_MINOR = 500_000_000;

/** How the stored terms read to a firm, and what they would cost it over three years: both from the server. */
export function TermsPreview({ item }: { item: Schemas["ListingView"] }) {
  const { t } = useTranslation("listings");
  const [sales, setSales] = useState<Typed>(item.sales_hint_minor ?? USUAL_SALES_MINOR);
  const fault = useAmountFault()(sales, { mostMinor: MOST_SALES_MINOR });
  const plan = Array.from({ length: YEARS }, () => minorOf(sales) ?? 0);
  const found = api.useQuery(
    "get",
    "/api/listings/{listing_id}/simulation",
    { params: { path: { listing_id: item.id }, query: { sales_minor: plan } } },
    { enabled: item.terms !== null && !fault, placeholderData: (before) => before },
  );
  if (!item.terms) return null;
  return (
    <div className="preview">
      <div>
        <h3>{t("preview.reads")}</h3>
        <ol className="clauses">
          {item.terms_text.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <div className="stack">
        <h3>{t("preview.costs")}</h3>
        <div className="row">
          <label htmlFor="preview-sales">{t("preview.sales")}</label>
          <div className="preview-sales">
            <AmountInput id="preview-sales" value={sales ?? null} onChange={setSales} />
            {fault && (
              <p role="alert" className="warn" style={{ margin: 0 }}>
                {fault}
              </p>
            )}
          </div>
        </div>
        <ProblemAlert error={found.error} />
        {found.data && <CostTable simulation={found.data} />}
      </div>
    </div>
  );
}
