import type { Schemas } from "@/api/client";

export const FLOW = { width: 1000, height: 190, top: 10, bar: 26, tallest: 150 } as const;

export interface DrawnStation {
  figure: Schemas["FlowFigure"];
  x: number;
  height: number;
  /** What goes on to the next station. */
  band: string | undefined;
  /** What has not got there yet: it falls off below the band. */
  stays: string | undefined;
}

/** Where each station stands, over the middle of its figures, and how the bands between them run; heights are in proportion to
 * the largest sum. */
export function drawFlow(stations: Schemas["FlowStation"][]): DrawnStation[] {
  const most = Math.max(1, ...stations.map((one) => one.amount_minor));
  const tall = (minor: number) => (FLOW.tallest * minor) / most;
  const gap = FLOW.width / Math.max(1, stations.length);
  return stations.map((one, i) => {
    const x = (i + 0.5) * gap - FLOW.bar / 2;
    const height = Math.max(1, tall(one.amount_minor));
    const next = stations[i + 1];
    const on = next ? tall(Math.min(next.amount_minor, one.amount_minor)) : 0;
    const [from, to, top] = [x + FLOW.bar, x + gap, FLOW.top];
    const rest = height - on;
    return {
      figure: one.figure,
      x,
      height,
      band: next && on > 0 ? `${from},${top} ${to},${top} ${to},${top + on} ${from},${top + on}` : undefined,
      stays:
        next && rest > 1
          ? `${from},${top + on} ${from + gap / 6},${top + on} ${from + gap / 4},${top + on + rest} ${from},${top + height}`
          : undefined,
    };
  });
}
