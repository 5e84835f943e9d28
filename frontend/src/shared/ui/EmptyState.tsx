import type { ReactNode } from "react";

interface Props {
  title: string;
  hint?: string;
  action?: ReactNode;
}

/** Says why nothing is here and offers one way on. */
export function EmptyState({ title, hint, action }: Props) {
  return (
    <div className="empty">
      <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
        <path
          d="M4 40h52c12 0 14-6 18-16l8-18"
          fill="none"
          stroke="var(--line)"
          strokeWidth="4"
          strokeLinecap="round"
        />
        <circle cx="8" cy="40" r="5" fill="var(--brand-wash)" stroke="var(--brand)" strokeWidth="2" />
      </svg>
      <p className="empty-title">{title}</p>
      {hint && <p className="muted">{hint}</p>}
      {action}
    </div>
  );
}
