import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { type FactField, missingOfRecord, recordOf } from "./model";

const fact = (field: string, source_id: string | null) => ({ field, source_id }) as Schemas["FactView"];
const field = (name: string, declarable: boolean) => ({ field: name, declarable }) as FactField;

test("a fact names the record it came from", () => {
  expect(recordOf(fact("staff", "organization:7"))).toEqual({ kind: "organization", id: "7" });
  expect(recordOf(fact("licence_state", "contract:9"))).toEqual({ kind: "contract", id: "9" });
  expect(recordOf(fact("amount_minor", "7"))).toBeUndefined();
  expect(recordOf(fact("trl", null))).toBeUndefined();
});

test("what only the records can say and do not is missing; what the firm is asked is not", () => {
  const fields = [field("amount_minor", false), field("staff", false), field("sales_minor", false), field("trl", true)];
  expect(missingOfRecord(fields, [fact("staff", "organization:7")]).map((f) => f.field)).toEqual(["sales_minor"]);
});
