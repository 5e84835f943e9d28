import type { ReactNode } from "react";
import "./Timeline.css";

export interface Step {
  key: string;
  title: string;
  status: "done" | "current" | "ahead" | "stopped";
  note?: ReactNode;
}

/** Where a thing stands on its way, oldest first; the current step is marked for screen readers too. */
export function Timeline({ steps, label }: { steps: Step[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`is-${step.status}`}
          aria-current={step.status === "current" ? "step" : undefined}
        >
          <span className="timeline-title">{step.title}</span>
          {step.note && <span className="timeline-note">{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
