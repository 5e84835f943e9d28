import { expect, test } from "vitest";
import { draftOf } from "./model";

test("what was left open is sent as nothing, never as zero or no", () => {
  const draft = draftOf(
    {
      title: "中试线",
      purpose: "pilot_line",
      amount_minor: 300_000_000,
      stage: "early",
      facts: { rd_staff: null, debt_minor: 0, certificates: [], has_orders: false, note: "" },
    },
    undefined,
  );
  expect(draft.facts).toEqual([
    { field: "debt_minor", value: 0, valid_to: null },
    { field: "has_orders", value: false, valid_to: null },
  ]);
});
