import { expect, test } from "vitest";
import { formPath } from "./places";
import { toForm, toSheet, USUAL } from "./terms";

test("a sheet survives the form unchanged", () => {
  const sheet = toSheet(USUAL, null);
  expect(toSheet(toForm(sheet), sheet)).toEqual(sheet);
  expect(sheet.deferral_trigger).toEqual({
    kind: "earliest_of",
    triggers: [{ kind: "date", after_months: 12 }, { kind: "first_income" }],
  });
});

test("clauses the form does not know are kept", () => {
  const base = toSheet(USUAL, null);
  const rare = {
    ...base,
    late_interest_bps_per_day: 3,
    deferral_trigger: { kind: "milestone" as const, milestone: "pilot" },
    milestones: [{ key: "pilot", name: "中试", evidence: "报告", amount_minor: 100, planned_month: 6, due_days: 30 }],
    royalty: {
      base: "net_sales" as const,
      schedule: {
        kind: "rising" as const,
        steps: [
          { from_year: 1, rate_bps: 100 },
          { from_year: 3, rate_bps: 300 },
        ],
      },
      min_annual_minor: 0,
      cap_total_minor: null,
      report_frequency: "yearly" as const,
      report_days: 30,
    },
  };
  const again = toSheet({ ...toForm(rare), months: 48 }, rare);
  expect(again).toEqual({ ...rare, months: 48 });
});

test.each([
  ["/terms/months", ["terms", "months"]],
  ["/terms/royalty/cap_total_minor", ["terms", "cap_total_minor"]],
  ["/terms/royalty/schedule/fixed/rate_bps", ["terms", "rate_bps"]],
  ["/terms/royalty/schedule/tiered/tiers/1/above_minor", ["terms", "tiers", 1, "above_minor"]],
  ["/terms/royalty", ["terms", "royalty_base"]],
  ["/terms/instalments/count", ["terms", "instalment_count"]],
  ["/terms/deferral_trigger/earliest_of/triggers/0/date/after_months", ["terms", "after_months"]],
  ["/terms/milestones/0/amount_minor", ["terms", "milestones", 0, "amount_minor"]],
  ["/terms/conversion/valuation/pre_money/pre_money_minor", ["terms", "pre_money_minor"]],
  ["/terms/conversion", ["terms", "conversion_valuation"]],
  ["/rights/0/number", ["rights", 0, "number"]],
])("%s is marked at %s", (pointer, path) => {
  expect(formPath(pointer)).toEqual(path);
});
