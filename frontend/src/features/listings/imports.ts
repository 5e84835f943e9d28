import type { Schemas } from "@/api/client";
import zh from "../../../locales/zh-CN/listings.json";

/** The columns of the template, in its order. */
export const COLUMNS = [
  "title",
  "number",
  "filed_on",
  "granted_on",
  "problem",
  "mechanism",
  "benefit",
  "keywords",
  "field",
  "trl",
  "unit",
  "inventors",
  "free_months",
  "fee",
  "royalty",
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

// Spreadsheet programs take a file without this mark for GBK.
const BYTE_ORDER_MARK = "\ufeff";
const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (lines: string[][]) => BYTE_ORDER_MARK + lines.map((line) => line.map(quoted).join(",")).join("\r\n");

/** Patent numbers as people paste them: by line, or with commas, semicolons or 、 between; blanks within a number stay. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,，;；、\t]+/)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** Pasted numbers as a sheet that the import reads; titles are filled in afterwards, row by row. */
export const sheetOfNumbers = (numbers: string[]): string =>
  csv([[zh.import.column.title, zh.import.column.number], ...numbers.map((number) => ["", number])]);

/** The wrong rows as a sheet under the template's headings, each with what is wrong: mend it there and upload it again. */
export function sheetOfWrongRows(view: Schemas["ImportView"]): string {
  const wrong = view.rows.filter((row) => row.errors.length > 0 && !row.listing_id);
  return csv([
    [...COLUMNS.map((key) => zh.import.column[key]), zh.import.what],
    ...wrong.map((row) => [
      ...COLUMNS.map((key) => row.cells[key] ?? ""),
      row.errors.map((fault) => fault.message).join(" "),
    ]),
  ]);
}

/** Hands a text to the reader as a file. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
