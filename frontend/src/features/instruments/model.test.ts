import { expect, test } from "vitest";
import { cleaned, type Draft, disorders, draftOf, type Product } from "./model";

const TERMS = {
  amount_min_minor: 50_000_000,
  amount_max_minor: 500_000_000,
  price: { kind: "interest", min_bps: 320, max_bps: 400, text: { zh: "年利率", en: "Interest" } },
  tenor_months_min: 6,
  tenor_months_max: 36,
  repayment: { zh: "按月付息", en: "Monthly interest" },
  security: { zh: "信用", en: "None" },
} as Draft["terms"];
const VIEW = {
  id: "1",
  kind: "park_loan",
  name: { zh: "园区贷", en: "Park loan" },
  terms: TERMS,
  mandate: { purposes: ["pilot_line"] },
  gates: [{ id: "ticket" }, { id: "purpose" }, { id: "age" }],
  preferences: [],
  documents: [],
  decision_days: 5,
  valid_from: "2026-01-01",
  valid_to: "2026-12-31",
  source: "苏政办发〔2025〕28号",
} as unknown as Product;

test("conditions that follow from amount and mandate are not written a second time", () => {
  expect(draftOf(VIEW).gates?.map((gate) => gate.id)).toEqual(["age"]);
  expect(draftOf(VIEW)).not.toHaveProperty("id");
});

test("what was emptied is absent, not empty", () => {
  const form = draftOf(VIEW);
  const emptied = { ...form, terms: { ...TERMS, tenor_months_min: undefined as unknown as null } };
  expect(cleaned(emptied).terms.tenor_months_min).toBeNull();
  expect(cleaned(emptied).mandate).toEqual({ purposes: ["pilot_line"], trl_min: null, trl_max: null });
});

test("pairs in the wrong order are named with the field to mend", () => {
  const form = draftOf(VIEW);
  expect(disorders(form)).toEqual([]);
  const wrong: Draft = {
    ...form,
    valid_to: "2025-12-31",
    terms: {
      ...TERMS,
      amount_max_minor: 1,
      tenor_months_max: 3,
      price: { ...TERMS.price, min_bps: null },
    },
  };
  expect(disorders(wrong).map((fault) => fault.order)).toEqual(["amount", "rate", "tenor", "dates"]);
  const rate = disorders({ ...form, terms: { ...TERMS, price: { ...TERMS.price, max_bps: 100 } } });
  expect(rate).toEqual([{ order: "rate", at: ["terms", "price", "max_bps"] }]);
});
