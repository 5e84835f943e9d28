import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { Money } from "@/shared/ui/Money";
import { BOTTOM, drawCosts, HEIGHT, LEFT, RIGHT, WIDTH } from "./costs";
import "@/shared/ui/CostTable.css";
import "./CostDrawing.css";

const SCENARIOS = ["none", "low", "expected", "best"] as const;

/** What three ways to a technology have cost by year, drawn and as a table; every figure is the server's. */
export function CostDrawing({ comparison, small = false }: { comparison: Schemas["Comparison"]; small?: boolean }) {
  const { t } = useTranslation("deals");
  const drawn = drawCosts(comparison);
  const count = comparison.sales_minor.length;
  if (!drawn) return null;
  return (
    <figure className={small ? "cost-drawing small" : "cost-drawing"}>
      <ul className="cost-keys" aria-hidden="true">
        {comparison.ways.map((way) => (
          <li key={way.kind}>
            <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
              <path d="M0 6H34" className={`way ${way.kind}`} />
            </svg>
            {t(`cost.way.${way.kind}`)}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
            <path d="M0 0H34V12H0Z" className="between" />
          </svg>
          {t("cost.between")}
        </li>
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("cost.picture")}>
        <path d={`M${LEFT} ${BOTTOM}H${RIGHT}`} className="axis" />
        {drawn.years.map(({ x, year }) => (
          <text key={year} x={x - (RIGHT - LEFT) / count / 2} y={BOTTOM + 26} textAnchor="middle">
            {count < 5 ? t("cost.year", { year }) : year}
          </text>
        ))}
        <polygon points={drawn.between} className="between" />
        {drawn.lines.map(({ kind, points }) => (
          <polyline key={kind} points={points} className={`way ${kind}`} />
        ))}
        {drawn.mark && (
          <>
            <circle cx={drawn.mark.x} cy={drawn.mark.y} r={9} className="mark" />
            <text x={drawn.mark.x - 14} y={drawn.mark.y - 14} textAnchor="end">
              {t("cost.mark", { year: drawn.mark.year })}
            </text>
          </>
        )}
      </svg>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard */}
      <section className="cost-table" aria-label={t("cost.ways_caption")} tabIndex={0}>
        <table>
          <caption>{t("cost.ways_caption")}</caption>
          <thead>
            <tr>
              <td />
              {comparison.ways.map((way) => (
                <th key={way.kind} scope="col">
                  {t(`cost.way.${way.kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SCENARIOS.map((name, row) => (
              <tr key={name}>
                <th scope="row">{t(`cost.scenario.${name}`)}</th>
                {comparison.ways.map((way) => (
                  <td key={way.kind}>
                    <Money minor={way.scenarios[row]?.total_minor ?? 0} style="round" />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t("cost.present_value", { rate: comparison.discount_bps / 100 })}</th>
              {comparison.ways.map((way) => (
                <td key={way.kind}>
                  <Money minor={way.present_value_minor} style="round" />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t("cost.risk_column")}</th>
              {comparison.ways.map((way) => (
                <td key={way.kind}>{t(`cost.risk.${way.risk}`)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
    </figure>
  );
}
