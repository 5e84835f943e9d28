import { expect, test } from "vitest";
import amounts from "../../../tests/amounts.json";
import { fenFromYuan, percent, plainYuan, roundAmount, yuan } from "./money";

test("fen are written as yuan, never rounded away", () => {
  expect(yuan(123450)).toBe("¥1,234.50");
  expect(yuan(100, true)).toBe("¥1");
  expect(yuan(101, true)).toBe("¥1.01");
  expect(roundAmount(26_500_000)).toBe("¥26.5万");
  expect(percent(370)).toBe("3.7%");
});

test.each(amounts)("typed amount %s → %s", (typed, expected) => {
  expect(fenFromYuan(String(typed))).toBe(expected);
});

test("a field may take less than the server keeps", () => {
  expect(fenFromYuan("100亿", 1e12)).toBe(1e12);
  expect(fenFromYuan("10000000000.01", 1e12)).toBe("over_limit");
});

test("a typed amount is shown as it was understood", () => {
  expect(plainYuan(12_500_000)).toBe("125,000.00");
});
