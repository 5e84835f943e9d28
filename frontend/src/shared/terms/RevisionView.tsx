import { useTranslation } from "react-i18next";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import type { Revision } from "./terms";
import "./words";
import "./terms.css";

/** What an offer changes, clause by clause, and whom each change serves. */
function Differences({ of }: { of: Revision }) {
  const { t } = useTranslation("terms");
  if (of.differences.length === 0) return <p className="muted">{t("change.none")}</p>;
  return (
    <ul className="changes" aria-label={t("change.title")}>
      {of.differences.map((change) => (
        <li key={change.field}>
          <span className="row">
            <strong>{change.name}</strong>
            {change.gains && (
              <StateTag tone={change.gains === "licensee" ? "active" : "wait"}>
                {t(`change.gains.${change.gains}`)}
              </StateTag>
            )}
          </span>
          <span>
            <span className="muted">{t("change.before")}</span> <del>{change.before}</del>
          </span>
          <span>
            <span className="muted">{t("change.after")}</span> <ins>{change.after}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What terms change, what that costs, and what is unusual about it. */
export function RevisionView({ of }: { of: Revision }) {
  return (
    <div className="stack">
      <Differences of={of} />
      {of.differences.length > 0 && <CostBars of={of} />}
      {of.cautions.map((caution) => (
        <p key={caution} className="warn">
          {caution}
        </p>
      ))}
    </div>
  );
}

/** Cost over the planned years and in the worst case, before and after, drawn to one scale. */
function CostBars({ of }: { of: Revision }) {
  const { t } = useTranslation("terms");
  const { cost_before: before, cost_after: after } = of;
  if (!before || !after) return null;
  const most = Math.max(before.total_minor, after.total_minor, before.worst_case_minor, after.worst_case_minor, 1);
  const years = after.by_year_minor.length;
  return (
    <>
      {(["total_minor", "worst_case_minor"] as const).map((kind) => (
        <figure className="cost-bars" key={kind}>
          <figcaption>{t(`change.${kind}`, { years })}</figcaption>
          {[
            { key: "before", minor: before[kind] },
            { key: "after", minor: after[kind] },
          ].map((bar) => (
            <div key={bar.key} className={`cost-bar is-${bar.key}`}>
              <span>{t(`change.cost_${bar.key as "before" | "after"}`)}</span>
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
