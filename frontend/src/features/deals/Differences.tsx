import { useTranslation } from "react-i18next";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import type { Comparison } from "./negotiation";
import "./deals.css";

/** What an offer changes, clause by clause, and whom each change serves. */
export function Differences({ of }: { of: Comparison }) {
  const { t } = useTranslation("deals");
  if (of.differences.length === 0) return <p className="muted">{t("offer.no_change")}</p>;
  return (
    <ul className="changes" aria-label={t("offer.changes")}>
      {of.differences.map((change) => (
        <li key={change.field}>
          <span className="row">
            <strong>{change.name}</strong>
            {change.gains && (
              <StateTag tone={change.gains === "licensee" ? "active" : "wait"}>
                {t(`offer.gains.${change.gains}`)}
              </StateTag>
            )}
          </span>
          <span>
            <span className="muted">{t("offer.before")}</span> <del>{change.before}</del>
          </span>
          <span>
            <span className="muted">{t("offer.after")}</span> <ins>{change.after}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Cost over the planned years and in the worst case, before and after, drawn to one scale. */
export function CostBars({ of }: { of: Comparison }) {
  const { t } = useTranslation("deals");
  const { cost_before: before, cost_after: after } = of;
  if (!before || !after) return null;
  const most = Math.max(before.total_minor, after.total_minor, before.worst_case_minor, after.worst_case_minor, 1);
  const years = after.by_year_minor.length;
  return (
    <>
      {(["total_minor", "worst_case_minor"] as const).map((kind) => (
        <figure className="cost-bars" key={kind}>
          <figcaption>{t(`offer.${kind}`, { years })}</figcaption>
          {[
            { key: "before", minor: before[kind] },
            { key: "after", minor: after[kind] },
          ].map((bar) => (
            <div key={bar.key} className={`cost-bar is-${bar.key}`}>
              <span>{t(`offer.cost_${bar.key as "before" | "after"}`)}</span>
              <span className="cost-bar-track" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * bar.minor) / most}%` }} />
              </span>
              <Money minor={bar.minor} style="round" />
            </div>
          ))}
        </figure>
      ))}
    </>
  );
}
