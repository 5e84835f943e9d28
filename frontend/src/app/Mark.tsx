/** The sign of the house: a free stretch, then the rise of a payment. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b3a75" />
      <path
        d="M6 22h9.5c3 0 3.6-1.6 4.6-4.2L24 9"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="24.4" cy="8.2" r="3.1" fill="#ff8a5c" />
      <circle cx="6.4" cy="22" r="2" fill="#9cc4ff" />
    </svg>
  );
}
