import { expect, test } from "vitest";
import { stepsOf } from "./model";

test("the firm acknowledges a demand, the office records its delivery", () => {
  expect(stepsOf({ moves: ["deliver"] }, true)).toEqual(["acknowledge"]);
  expect(stepsOf({ moves: ["deliver", "withdraw"] }, false)).toEqual(["deliver", "withdraw"]);
});

test("the step that leads on stands first, whatever the order of the answer", () => {
  expect(stepsOf({ moves: ["withdraw", "take", "demand"] }, false)).toEqual(["demand", "take", "withdraw"]);
  expect(stepsOf({ moves: ["announce_credit", "withdraw", "rescind"] }, false)[0]).toBe("rescind");
  expect(stepsOf({ moves: [] }, true)).toEqual([]);
});
