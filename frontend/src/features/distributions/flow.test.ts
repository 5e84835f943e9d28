import { expect, test } from "vitest";
import { drawFlow, FLOW } from "./flow";

const station = (figure: "contracted" | "due" | "received", amount_minor: number) => ({
  figure,
  amount_minor,
  rows: 1,
});

test("heights are in proportion and what has not come on falls off", () => {
  const drawn = drawFlow([station("contracted", 1000), station("due", 500), station("received", 500)]);

  expect(drawn.map((one) => one.height)).toEqual([FLOW.tallest, FLOW.tallest / 2, FLOW.tallest / 2]);
  expect(drawn.map((one) => Math.round(one.x))).toEqual([154, 487, 820]);
  expect(drawn.map((one) => one.stays !== undefined)).toEqual([true, false, false]);
  expect(drawn[2]?.band).toBeUndefined();
});

test("a university without contracts has a drawing too", () => {
  expect(drawFlow([station("contracted", 0), station("due", 0)]).map((one) => one.band)).toEqual([
    undefined,
    undefined,
  ]);
});
