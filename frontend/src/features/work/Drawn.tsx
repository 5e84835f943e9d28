import type { ReactNode } from "react";
import { shareOf } from "./model";

export interface Bar {
  key: string;
  label: ReactNode;
  value: ReactNode;
  size: number;
}

/** Numbers to compare: a list that reads well aloud, with a bar beside each for the eye. */
export function Bars({ bars }: { bars: Bar[] }) {
  const largest = Math.max(...bars.map((bar) => bar.size));
  return (
    <ul className="bars">
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className="muted small">{bar.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect className="bar-track" width="100" height="10" />
            <rect className="bar-fill" width={shareOf(bar.size, largest)} height="10" />
          </svg>
          <span className="num bar-value">{bar.value}</span>
        </li>
      ))}
    </ul>
  );
}

const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** How much of a stretch is left, as a ring; the words stand beside it. */
export function Ring({ left, whole }: { left: number; whole: number }) {
  const share = whole > 0 ? Math.min(1, left / whole) : 0;
  return (
    <svg className="ring" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle className="ring-track" cx="24" cy="24" r={RADIUS} />
      <circle
        className={share < 0.2 ? "ring-left is-short" : "ring-left"}
        cx="24"
        cy="24"
        r={RADIUS}
        strokeDasharray={`${AROUND * share} ${AROUND}`}
        transform="rotate(-90 24 24)"
      />
    </svg>
  );
}
