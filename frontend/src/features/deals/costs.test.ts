import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { BOTTOM, drawCosts, LEFT, RIGHT } from "./costs";

type Way = Schemas["Comparison"]["ways"][number];

function way(kind: Way["kind"], cumulative: number[], changes: Partial<Way> = {}): Way {
  const years = (factor: number) =>
    cumulative.map((minor, i) => ({
      year: i + 1,
      sales_minor: 0,
      fixed_minor: i ? 0 : (cumulative[0] ?? 0),
      royalty_minor: 0,
      due_minor: 0,
      cumulative_minor: minor * factor,
    }));
  const scenario = (name: Way["scenarios"][number]["name"], factor: number) => ({
    name,
    sales_bps: factor * 10_000,
    sales_minor: 0,
    years: years(factor),
    total_minor: 0,
    present_value_minor: 0,
  });
  return {
    kind,
    years: years(1),
    total_minor: 0,
    present_value_minor: 0,
    later_minor: 0,
    worst_case_minor: 0,
    returned_minor: null,
    break_even_sales_minor: null,
    reaches_outright_in_year: null,
    risk: "licensor",
    scenarios: [scenario("none", 0), scenario("low", 0.5), scenario("expected", 1), scenario("best", 2)],
    ...changes,
  };
}

function comparison(...ways: Way[]): Schemas["Comparison"] {
  return { effective_on: "2026-01-01", discount_bps: 500, sales_minor: [1, 1], ways };
}

test("using first begins with nothing, a bought technology with its price", () => {
  const drawn = drawCosts(comparison(way("use_first", [0, 100]), way("outright", [80, 80])));
  const points = Object.fromEntries(drawn?.lines.map((line) => [line.kind, line.points.split(" ")]) ?? []);
  expect(points.use_first?.[0]).toBe(`${LEFT}.0,${BOTTOM}.0`);
  expect(points.use_first?.[1]).toBe(`${(LEFT + RIGHT) / 2}.0,${BOTTOM}.0`);
  const heights = points.outright?.map((point) => point.split(",")[1]);
  expect(new Set(heights).size).toBe(1);
  expect(Number(heights?.[0])).toBeLessThan(BOTTOM);
});

test("the plan is drawn last and the year that reaches the price is marked", () => {
  const drawn = drawCosts(
    comparison(way("use_first", [50, 100], { reaches_outright_in_year: 2 }), way("ordinary", [90, 120])),
  );
  expect(drawn?.lines.map((line) => line.kind)).toEqual(["ordinary", "use_first"]);
  expect(drawn?.mark).toMatchObject({ year: 2, x: RIGHT });
});

test("without a plan there is nothing to draw, and nothing marked where buying stays dearer", () => {
  expect(drawCosts(comparison(way("outright", [1, 1])))).toBeNull();
  expect(drawCosts(comparison(way("use_first", [0, 0])))?.mark).toBeNull();
});
