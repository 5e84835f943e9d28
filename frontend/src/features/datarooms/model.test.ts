import { expect, test } from "vitest";
import { sizeText } from "./model";

test("sizes are written as people write them", () => {
  expect([1, 1500, 1024 * 1024, 31_457_280].map(sizeText)).toEqual(["1 KB", "1 KB", "1.0 MB", "30.0 MB"]);
});
