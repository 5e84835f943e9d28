import { expect, test } from "vitest";
import { type Answers, patchOf } from "./model";

const ANSWERS: Answers = {
  contact_name: "王工",
  contact_phone: "13800001234",
  product: "低温电芯",
  purpose: "替换现有涂层",
  message: "",
  sales: [0, 100, 200],
};

test("a whole plan is saved in fen, zero included", () => {
  expect(patchOf(ANSWERS).sales_plan_minor).toEqual([0, 100, 200]);
});

test("a plan with a gap or an amount that is none is not saved", () => {
  expect(patchOf({ ...ANSWERS, sales: [0, null, 200] })).not.toHaveProperty("sales_plan_minor");
  expect(patchOf({ ...ANSWERS, sales: [0, undefined, 200] })).not.toHaveProperty("sales_plan_minor");
});
