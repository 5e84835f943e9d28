import { expect, test } from "vitest";
import { formOf, type Sheet, sheetOf } from "./negotiation";

const SHEET: Sheet = {
  schema_version: 1,
  currency: "CNY",
  licence_type: "non_exclusive",
  territory: "中国境内",
  field_of_use: "烘干",
  months: 60,
  free_period_months: 12,
  deferral_trigger: { kind: "earliest_of", triggers: [{ kind: "date", after_months: 12 }, { kind: "first_income" }] },
  entry_fee_minor: 0,
  deferred_fee_minor: 8_000_000,
  milestones: [{ key: "pilot", name: "中试", evidence: "报告", amount_minor: 5, due_days: 30, planned_month: 6 }],
  royalty: {
    base: "net_sales",
    schedule: { kind: "fixed", rate_bps: 370 },
    min_annual_minor: 0,
    cap_total_minor: 200_000_000,
  },
  buyout_price_minor: null,
  payment_days: 30,
  sublicensable: false,
  improvements: "each_keeps",
} as Sheet;

test("an untouched form is the sheet it came from", () => {
  expect(sheetOf(formOf(SHEET), SHEET)).toEqual(SHEET);
});

test("what the form does not show stays: milestones, a tiered rate", () => {
  const tiered = {
    ...SHEET,
    royalty: { ...SHEET.royalty, schedule: { kind: "tiered", tiers: [{ above_minor: 0, rate_bps: 300 }] } },
  } as Sheet;
  const changed = sheetOf({ ...formOf(tiered), deferred_fee_minor: 6_000_000, rate_bps: 100 }, tiered);
  expect(changed.milestones).toEqual(SHEET.milestones);
  expect(changed.royalty?.schedule).toEqual({ kind: "tiered", tiers: [{ above_minor: 0, rate_bps: 300 }] });
  expect(changed.deferred_fee_minor).toBe(6_000_000);
});
