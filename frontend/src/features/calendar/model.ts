import type { Read } from "@/api/client";
import { addDays, daysBetween } from "@/shared/lib/date";

export type CalendarView = Read<"/api/calendar">;
export type Item = CalendarView["items"][number];
export type Group = "late" | "today" | "week_ahead" | "later";
export type Side = "mine" | "theirs" | "all";

export const GROUPS: Group[] = ["late", "today", "week_ahead", "later"];
const WEEK = 7;

export const groupOf = (item: Item): Group =>
  item.days_left < 0 ? "late" : item.days_left === 0 ? "today" : item.days_left <= WEEK ? "week_ahead" : "later";

export const ofSide = (items: Item[], side: Side): Item[] =>
  side === "all" ? items : items.filter((item) => item.mine === (side === "mine"));

/** How many deadlines fall into each week from today on; the overdue ones stand apart in front. */
export function loadByWeek(view: CalendarView, items: Item[]): { from: string; count: number; late: boolean }[] {
  const weeks = Math.max(1, Math.ceil((daysBetween(view.today, view.until) + 1) / WEEK));
  const bars = Array.from({ length: weeks }, (_, week) => ({
    from: addDays(view.today, week * WEEK),
    count: 0,
    late: false,
  }));
  const late = { from: view.today, count: 0, late: true };
  for (const item of items) {
    const bar = item.days_left < 0 ? late : bars[Math.floor(item.days_left / WEEK)];
    if (bar) bar.count += 1;
  }
  return [late, ...bars];
}
