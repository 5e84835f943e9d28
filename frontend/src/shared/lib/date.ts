import { language } from "./i18n";

const ZONE = "Asia/Shanghai";

const FORMATS = {
  day: { year: "numeric", month: "2-digit", day: "2-digit" },
  minute: { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An instant or a business date as Shanghai sees it; ISO order in Chinese, day-first words in English. */
export function dateText(iso: string, precision: keyof typeof FORMATS = "day"): string {
  const instant = iso.length === 10 ? new Date(`${iso}T00:00:00+08:00`) : new Date(iso);
  const locale = language() === "en" ? "en-GB" : "sv-SE";
  return new Intl.DateTimeFormat(locale, { ...FORMATS[precision], timeZone: ZONE }).format(instant);
}

/** Whole days from one business date to another; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round(
    (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000,
  );
}

/** The business date a number of days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
