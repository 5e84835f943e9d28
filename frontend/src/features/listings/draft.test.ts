import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { USUAL } from "@/shared/terms/terms";
import { differences, draftOf, evenShares, formOf, type ListingForm, sectionOf, unreadableAmounts } from "./draft";

const VIEW = {
  title: "烘干",
  trl: null,
  keywords: [],
  sales_hint_minor: null,
  outright_price_minor: null,
  terms: null,
  rights: [],
  inventors: [],
} as unknown as Schemas["ListingView"];
const form = (changes: Partial<ListingForm> = {}): ListingForm => ({ ...formOf(VIEW), offered: true, ...changes });

test("shares sum to the whole", () => {
  expect(evenShares(3)).toEqual([3334, 3333, 3333]);
  expect(evenShares(1)).toEqual([10_000]);
});

test("what is no amount is named and nothing of it is sent as zero", () => {
  const wrong = { ...USUAL, deferred_fee_minor: "八万" };
  expect(unreadableAmounts(form({ terms: wrong }))).toEqual([[["terms", "deferred_fee_minor"], "八万"]]);
  const tiered = { ...USUAL, schedule: "tiered" as const, tiers: [{ above_minor: "-1", rate_bps: 300 }] };
  expect(unreadableAmounts(form({ terms: tiered }))).toEqual([[["terms", "tiers", 0, "above_minor"], "-1"]]);
  expect(unreadableAmounts(form({ offered: false, terms: wrong }))).toEqual([]);
  expect(unreadableAmounts(form({ terms: USUAL }))).toEqual([]);
});

test("an emptied date is no date", () => {
  const right = { kind: "patent" as const, number: "1", filed_on: "", granted_on: "2024-01-09" };
  expect(draftOf(form({ rights: [right] }), VIEW).rights?.[0]).toMatchObject({
    filed_on: null,
    granted_on: "2024-01-09",
    annuity_paid_to: null,
  });
});

test.each([
  ["/rights/0/filed_on", "rights"],
  ["/benefit", "prose"],
  ["/trl", "basics"],
  ["/terms", "terms"],
])("pointer %s belongs to %s", (pointer, section) => {
  expect(sectionOf(pointer)).toBe(section);
});

test("an edit by somebody else is compared field by field", () => {
  const theirs = {
    ...VIEW,
    trl: 5,
    rights: [{ kind: "patent", number: "2022101000018", id: "a", display: "", ends_on: null, status: "" }],
  } as unknown as Schemas["ListingView"];
  const mine = form({ offered: false, rights: [{ kind: "patent", number: "ZL 2022 1 0100001.8" }] });
  expect(differences(mine, theirs)).toEqual(["trl"]);
  expect(differences({ ...mine, offered: true }, theirs)).toEqual(["trl", "terms"]);
});
