import { expect, test } from "vitest";
import { COLUMNS, type Item, neighbor, WAYS } from "./model";

const items = ["a", "b", "c"].map((id) => ({ id }) as Item);

test("J and K walk the list and stop at its ends", () => {
  expect(neighbor(items, undefined, 1)).toBe("a");
  expect(neighbor(items, "a", 1)).toBe("b");
  expect(neighbor(items, "c", 1)).toBe("c");
  expect(neighbor(items, "a", -1)).toBe("a");
  expect(neighbor([], "a", 1)).toBeUndefined();
});

test("every way leads to a column of the board, and what is decided stays", () => {
  for (const ways of Object.values(WAYS)) for (const to of ways) expect(COLUMNS).toContain(to);
  expect(WAYS.committed).toEqual([]);
  expect(WAYS.passed).toEqual([]);
});
