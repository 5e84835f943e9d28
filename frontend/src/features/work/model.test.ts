import { expect, test } from "vitest";
import { routeOf, shareOf, stretchOf, urgencyOf } from "./model";

test("a day is late, today, soon or later", () => {
  expect(urgencyOf("2026-11-24", "2026-11-21")).toEqual({ urgency: "late", days: 3 });
  expect(urgencyOf("2026-11-24", "2026-11-24")).toEqual({ urgency: "today", days: 0 });
  expect(urgencyOf("2026-11-24", "2026-12-01")).toEqual({ urgency: "soon", days: 7 });
  expect(urgencyOf("2026-11-24", "2026-12-02")).toEqual({ urgency: "later", days: 8 });
});

test("few days are counted, many become months", () => {
  expect(stretchOf(59)).toEqual({ unit: "days", count: 59 });
  expect(stretchOf(324)).toEqual({ unit: "months", count: 10 });
});

test("bars are shares of the largest; little is still seen, nothing is not", () => {
  expect(shareOf(50, 200)).toBe(25);
  expect(shareOf(1, 10_000)).toBe(1.5);
  expect(shareOf(0, 200)).toBe(0);
  expect(shareOf(0, 0)).toBe(0);
});

test("the street is no route of the desk", () => {
  expect(routeOf("/app/inbox/1")).toBe("/inbox/1");
  expect(routeOf("/results")).toBeUndefined();
});
