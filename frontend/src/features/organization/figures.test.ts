import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { figuresOf, patchOf } from "./figures";

const record = {
  address: "",
  staff: 46,
  sales_minor: 3_200_000_000,
  assets_minor: null,
  bank_name: "",
  bank_account: "",
} as unknown as Schemas["OrganizationView"];

test("only changed figures are sent", () => {
  expect(patchOf(record, figuresOf(record))).toEqual({});
  expect(patchOf(record, { ...figuresOf(record), staff: 50, assets_minor: 100 })).toEqual({
    staff: 50,
    assets_minor: 100,
  });
});

test("an emptied figure stays as it is on file", () => {
  expect(patchOf(record, { ...figuresOf(record), staff: null, bank_account: "" })).toEqual({});
});
