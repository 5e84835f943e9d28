import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { Money } from "@/shared/ui/Money";
import "./SplitFlow.css";

/** The way of one payment, step by step: what leaves, what is left, by which rule and how it was counted. */
export function SplitFlow({ steps }: { steps: Schemas["MoneyStep"][] }) {
  const { t } = useTranslation("distributions");
  const whole = steps[0]?.amount_minor ?? 0;
  const share = (minor: number) => `${whole > 0 ? (100 * minor) / whole : 0}%`;
  return (
    <ol className="split-flow" aria-label={t("way")}>
      {steps.map((step) => (
        <li key={`${step.kind}${step.name}`} className={`is-${step.kind}`}>
          <span>
            <strong>{t(`step.${step.kind}`)}</strong> <span className="muted">{step.name}</span>
          </span>
          <Money minor={step.amount_minor} />
          <span className="flow-bar" aria-hidden="true">
            <span className="flow-left" style={{ inlineSize: share(step.left_minor) }} />
            <span
              className="flow-gone"
              style={{
                insetInlineStart: step.kind === "gross" ? 0 : share(step.left_minor),
                inlineSize: share(step.amount_minor),
              }}
            />
          </span>
          <span className="flow-why muted small">
            {step.arithmetic}
            {step.source && ` · ${t("source", { source: step.source })}`}
            {step.left_minor > 0 && step.kind !== "gross" && ` · ${t("left", { amount: yuan(step.left_minor) })}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
