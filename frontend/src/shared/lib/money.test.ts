import { expect, test } from "vitest";
import { fenFromYuan, percent, roundAmount, yuan } from "./money";

test("fen are written as yuan, never rounded away", () => {
  expect(yuan(123450)).toBe("¥1,234.50");
  expect(yuan(100, true)).toBe("¥1");
  expect(yuan(101, true)).toBe("¥1.01");
  expect(roundAmount(26_500_000)).toBe("¥26.5万");
  expect(percent(370)).toBe("3.7%");
});

test.each([
  ["12,000.50", 1_200_050],
  ["１２．５", 1250],
  [" 80 000 ", 8_000_000],
  ["1.005", undefined],
  ["-3", undefined],
  ["", undefined],
])("typed amount %s → %s fen", (typed, fen) => {
  expect(fenFromYuan(typed)).toBe(fen);
});
