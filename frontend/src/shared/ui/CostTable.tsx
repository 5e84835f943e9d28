import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Money } from "./Money";
import "./CostTable.css";

/** What a license costs year by year for a sales plan, as the server counted it. */
export function CostTable({ simulation }: { simulation: Schemas["Simulation"] }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard
    <section className="cost-table" aria-label={t("cost.caption")} tabIndex={0}>
      <table>
        <caption>{t("cost.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cost.year_column")}</th>
            <th scope="col">{t("cost.sales")}</th>
            <th scope="col">{t("cost.due")}</th>
            <th scope="col">{t("cost.cumulative")}</th>
          </tr>
        </thead>
        <tbody>
          {simulation.years.map((year) => (
            <tr key={year.year}>
              <th scope="row">{t("cost.year", { year: year.year })}</th>
              <td>
                <Money minor={year.sales_minor} style="round" />
              </td>
              <td>
                <Money minor={year.total_minor} style="round" />
              </td>
              <td>
                <strong>
                  <Money minor={year.cumulative_minor} style="round" />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {t("cost.worst")} <Money minor={simulation.worst_case_minor} style="round" />
      </p>
    </section>
  );
}
