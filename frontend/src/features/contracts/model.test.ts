import { expect, test } from "vitest";
import { addMonths, type Contract, openPeriods } from "./model";

test("months end where the shorter month ends", () => {
  expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
  expect(addMonths("2026-11-23", 3)).toBe("2027-02-23");
  expect(addMonths("2027-10-05", 3)).toBe("2028-01-05");
});

const contract = {
  ends_on: "2028-07-01",
  terms: { royalty: { report_frequency: "quarterly" } },
  timeline: [
    { kind: "trigger", on: "2027-11-30", title: "", done: true },
    { kind: "statement", on: "2028-02-29", title: "", done: true },
  ],
} as unknown as Contract;

test("periods run from the trigger to the end; what was reported is left out", () => {
  expect(openPeriods(contract)).toEqual([
    { from_on: "2028-02-29", to_on: "2028-05-30" },
    { from_on: "2028-05-30", to_on: "2028-07-01" },
  ]);
});

test("before the trigger there is nothing to report", () => {
  expect(openPeriods({ ...contract, timeline: [] })).toEqual([]);
});
