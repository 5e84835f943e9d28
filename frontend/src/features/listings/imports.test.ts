import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { numbersIn, sheetOfNumbers, sheetOfWrongRows } from "./imports";

test("pasted numbers are found once each, blanks within them kept", () => {
  expect(numbersIn("ZL 2022 1 0100001.8、ZL202310012345X；\n ZL202310012345X\n\n2021 2,")).toEqual([
    "ZL 2022 1 0100001.8",
    "ZL202310012345X",
    "2021 2",
  ]);
});

test("pasted numbers become a sheet with the two headings that are needed", () => {
  expect(sheetOfNumbers(["1", "2"])).toBe("\ufeff成果名称,专利号\r\n,1\r\n,2");
});

test("only rows still wrong are handed out, cells quoted where needed, with what to do", () => {
  const view = {
    rows: [
      {
        row_number: 2,
        cells: { title: '烘干, "节能"', trl: "12" },
        errors: [{ message: "应为 1 到 9。" }],
        listing_id: null,
      },
      { row_number: 3, cells: { title: "好" }, errors: [], listing_id: null },
      { row_number: 4, cells: { title: "已成" }, errors: [], listing_id: "x" },
    ],
  } as unknown as Schemas["ImportView"];
  const lines = sheetOfWrongRows(view).split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('"烘干, ""节能""",,,,,,,,,12,,,,,,应为 1 到 9。');
});
