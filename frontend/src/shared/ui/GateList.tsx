import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./GateList.css";

export interface Gate {
  id: string;
  verdict: "pass" | "fail" | "unknown";
  text: string;
  detail?: ReactNode;
  source?: string | null;
}

const SIGNS = { pass: "✓", fail: "✕", unknown: "?" } as const;

/** Conditions one by one: met, not met, not known; what is not met comes first, because it is what one can act on. */
export function GateList({ gates, label }: { gates: Gate[]; label: string }) {
  const { t } = useTranslation();
  const order = { fail: 0, unknown: 1, pass: 2 };
  const sorted = [...gates].sort((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <ul className="gates" aria-label={label}>
      {sorted.map((gate) => (
        <li key={gate.id} className={`gate-${gate.verdict}`}>
          <span className="gate-sign" aria-hidden="true">
            {SIGNS[gate.verdict]}
          </span>
          <div>
            <span className="visually-hidden">{t(`gate.${gate.verdict}`)}</span> {gate.text}
            {gate.detail && <div className="gate-detail">{gate.detail}</div>}
            {gate.source && <div className="gate-source">{gate.source}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}
