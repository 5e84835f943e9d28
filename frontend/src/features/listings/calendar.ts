import { daysBetween } from "@/shared/lib/date";

export interface Day {
  date: string;
  inMonth: boolean;
}

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The weeks of a month ("2026-11"), Monday first, filled up with the days around it. */
export function weeksOf(month: string): Day[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = new Date(first);
  start.setUTCDate(1 - ((first.getUTCDay() + 6) % 7));
  const weeks: Day[][] = [];
  for (const day = start; weeks.length < 6; ) {
    const week: Day[] = [];
    for (let i = 0; i < 7; i += 1) {
      week.push({ date: iso(day), inMonth: iso(day).startsWith(month) });
      day.setUTCDate(day.getUTCDate() + 1);
    }
    if (week.some((d) => d.inMonth)) weeks.push(week);
    else break;
  }
  return weeks;
}

export function shiftMonth(month: string, by: number): string {
  const date = new Date(`${month}-15T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return iso(date).slice(0, 7);
}

interface Notice {
  notice_from: string;
  notice_to: string;
}

/** Where a notice stands on a day: before its first day, on its nth day, or over. */
export function progress(
  notice: Notice,
  today: string,
): { kind: "ahead" | "over" } | { kind: "running"; day: number; days: number } {
  if (today < notice.notice_from) return { kind: "ahead" };
  if (today > notice.notice_to) return { kind: "over" };
  const days = daysBetween(notice.notice_from, notice.notice_to) + 1;
  return { kind: "running", day: daysBetween(notice.notice_from, today) + 1, days };
}
