import { expect, test } from "vitest";
import { progress, shiftMonth, weeksOf } from "./calendar";

test("November 2026 begins on a Sunday: six weeks, Monday first", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.map((d) => d.date)).toEqual([
    "2026-10-26",
    "2026-10-27",
    "2026-10-28",
    "2026-10-29",
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
  ]);
  expect(weeks.flat().filter((d) => d.inMonth)).toHaveLength(30);
});

test("February 2027 fits four weeks", () => {
  expect(weeksOf("2027-02")).toHaveLength(4);
});

test("months pass the turn of the year", () => {
  expect(shiftMonth("2026-12", 1)).toBe("2027-01");
  expect(shiftMonth("2026-01", -1)).toBe("2025-12");
});

const notice = { notice_from: "2026-11-13", notice_to: "2026-11-27" };

test.each([
  ["2026-11-12", { kind: "ahead" }],
  ["2026-11-13", { kind: "running", day: 1, days: 15 }],
  ["2026-11-27", { kind: "running", day: 15, days: 15 }],
  ["2026-11-28", { kind: "over" }],
])("on %s a notice stands at %o", (today, expected) => {
  expect(progress(notice, today)).toEqual(expected);
});
