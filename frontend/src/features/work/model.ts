import type { Read } from "@/api/client";
import { daysBetween } from "@/shared/lib/date";

export type Worklist = Read<"/api/worklist">;
export type Todo = Worklist["todos"][number];
export type Day = Worklist["deadlines"][number];

export type Urgency = "late" | "today" | "soon" | "later";
const SOON_DAYS = 7;
const DAYS_A_MONTH = 30.44;
const IN_DAYS_BELOW = 60;

/** How pressing a day is, and by how many whole days it lies off. */
export function urgencyOf(today: string, due: string): { urgency: Urgency; days: number } {
  const days = daysBetween(today, due);
  if (days < 0) return { urgency: "late", days: -days };
  if (days === 0) return { urgency: "today", days };
  return { urgency: days <= SOON_DAYS ? "soon" : "later", days };
}

/** A stretch of days as people say it: months when there are many, else days. */
export const stretchOf = (days: number): { unit: "months" | "days"; count: number } =>
  days < IN_DAYS_BELOW ? { unit: "days", count: days } : { unit: "months", count: Math.floor(days / DAYS_A_MONTH) };

/** The share of the largest value, 0 to 100; something that is not nothing stays visible. */
export function shareOf(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0;
  return Math.max(1.5, Math.min(100, (100 * value) / largest));
}

/** The route of an address below /app; undefined for a page of the street. */
export const routeOf = (link: string): string | undefined => (link.startsWith("/app/") ? link.slice(4) : undefined);
