import { expect, test } from "vitest";
import { type Sheet, toForm, toSheet, USUAL } from "./terms";

const base: Sheet = { ...toSheet(USUAL, null), milestones: [] };

test("conversion into equity is written, kept and taken out again", () => {
  const written = toSheet(
    {
      ...toForm(base),
      conversion_valuation: "pre_money",
      pre_money_minor: 5_000_000_00,
      max_share_bps: 800,
      conversion_until_months: 18,
    },
    base,
  );
  expect(written.conversion).toEqual({
    until_months: 18,
    max_share_bps: 800,
    valuation: { kind: "pre_money", pre_money_minor: 500_000_000 },
  });
  expect(toSheet(toForm(written), written)).toEqual(written);
  const round = toSheet({ ...toForm(written), conversion_valuation: "next_round", discount_bps: 2500 }, written);
  expect(round.conversion?.valuation).toEqual({ kind: "next_round", discount_bps: 2500 });
  // A sheet without the clause has no such field at all: its hash is that of sheets from before there was one.
  expect("conversion" in toSheet({ ...toForm(round), conversion_valuation: "none" }, round)).toBe(false);
});

test("late interest, days to report and a tiered rate are edited and nothing else moves", () => {
  const changed = toSheet({ ...toForm(base), late_interest_bps_per_day: 3, report_days: 45 }, base);
  expect(changed).toEqual({ ...base, late_interest_bps_per_day: 3, royalty: { ...base.royalty, report_days: 45 } });
});
