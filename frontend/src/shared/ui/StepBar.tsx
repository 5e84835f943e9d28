import { useTranslation } from "react-i18next";
import "./StepBar.css";

interface Props {
  label: string;
  steps: string[];
  current: number;
  go: (index: number) => void;
}

/** The steps of a wizard; what is behind can be gone back to, what lies ahead cannot be jumped to. */
export function StepBar({ label, steps, current, go }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={label} className="no-print">
      <p className="step-count muted">{t("step_count", { number: current + 1, total: steps.length })}</p>
      <ol className="step-bar">
        {steps.map((name, i) => (
          <li key={name} className={i < current ? "is-done" : ""} aria-current={i === current ? "step" : undefined}>
            {i < current ? (
              <button type="button" onClick={() => go(i)}>
                {name}
              </button>
            ) : (
              <span>{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
