import { Button } from "antd";
import { useId } from "react";
import "./RefusedSteps.css";

interface Props {
  steps: { key: string; label: string; reason: string }[];
}

/** Steps that the reader cannot take now: greyed, each with the reason beside it, before she clicks in vain. */
export function RefusedSteps({ steps }: Props) {
  const id = useId();
  return steps.map((step) => (
    <span key={step.key} className="refused-step">
      <Button disabled aria-describedby={`${id}-${step.key}`}>
        {step.label}
      </Button>
      <span id={`${id}-${step.key}`} className="muted small">
        {step.reason}
      </span>
    </span>
  ));
}
