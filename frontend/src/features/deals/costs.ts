import type { Schemas } from "@/api/client";

export const WIDTH = 640;
export const HEIGHT = 290;
export const LEFT = 8;
export const RIGHT = 632;
export const BOTTOM = 258;
const TOP = 34;
const HEADROOM = 1.12;

type Comparison = Schemas["Comparison"];
type Years = Comparison["ways"][number]["years"];

interface Drawn {
  years: { x: number; year: number }[];
  lines: { kind: Comparison["ways"][number]["kind"]; points: string }[];
  between: string;
  mark: { x: number; y: number; year: number } | null;
}

/** Places the cumulative cost of each way in the box of the drawing; null without a plan. */
export function drawCosts(comparison: Comparison): Drawn | null {
  const plan = comparison.ways.find((way) => way.kind === "use_first");
  const low = plan?.scenarios.find((scenario) => scenario.name === "low");
  const best = plan?.scenarios.find((scenario) => scenario.name === "best");
  const last = (years: Years) => years[years.length - 1]?.cumulative_minor ?? 0;
  if (!plan || !low || !best) return null;
  const top = HEADROOM * Math.max(100, last(best.years), ...comparison.ways.map((way) => last(way.years)));
  const x = (year: number) => LEFT + ((RIGHT - LEFT) * year) / plan.years.length;
  const y = (minor: number) => BOTTOM - ((BOTTOM - TOP) * minor) / top;
  const at = (year: number, minor: number) => `${x(year).toFixed(1)},${y(minor).toFixed(1)}`;
  const curve = (years: Years, first = 0) => [
    at(0, first),
    ...years.map((each) => at(each.year, each.cumulative_minor)),
  ];
  const reached = plan.years.find((each) => each.year === plan.reaches_outright_in_year);
  return {
    years: plan.years.map(({ year }) => ({ x: x(year), year })),
    // What is paid at effect is there from the first day on; the plan lies over the others.
    lines: [...comparison.ways].reverse().map((way) => ({
      kind: way.kind,
      points: curve(way.years, way.kind === "use_first" ? 0 : (way.years[0]?.fixed_minor ?? 0)).join(" "),
    })),
    between: [...curve(best.years), ...curve(low.years).reverse()].join(" "),
    mark: reached ? { x: x(reached.year), y: y(reached.cumulative_minor), year: reached.year } : null,
  };
}
