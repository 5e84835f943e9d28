import { answer, http, type Schemas } from "@/api/client";

export type Item = Schemas["PipelineItem"];
export type Deal = Schemas["PipelineDeal"];
export type State = Schemas["ApplicationState"];

/** The columns of the board, in the order of the work. */
export const COLUMNS = [
  "new_match",
  "screening",
  "due_diligence",
  "committee",
  "committed",
  "passed",
] as const satisfies readonly State[];

/** Where a deal may go from a state; the server decides, this draws menus and lights up columns. */
export const WAYS: Record<State, readonly State[]> = {
  new_match: ["screening", "due_diligence", "passed"],
  screening: ["due_diligence", "passed"],
  due_diligence: ["committee", "screening", "passed"],
  committee: ["committed", "screening", "passed"],
  committed: [],
  passed: [],
  withdrawn: [],
};

/** Due diligence asks who and by when, passing asks why: these open a dialog first. */
export const asksFirst = (to: State): boolean => to === "due_diligence" || to === "passed";

export const move = (id: string, form: Schemas["MoveDeal"]): Promise<Deal> =>
  answer(http.POST("/api/pipeline/{application_id}/move", { params: { path: { application_id: id } }, body: form }));

export const addNote = (id: string, text: string): Promise<Deal> =>
  answer(
    http.POST("/api/pipeline/{application_id}/notes", { params: { path: { application_id: id } }, body: { text } }),
  );

/** The row after or before the chosen one; the first when none is chosen. */
export function neighbor(items: Item[], chosen: string | undefined, step: 1 | -1): string | undefined {
  const at = items.findIndex((item) => item.id === chosen);
  const next = at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + step));
  return items[next]?.id;
}

/** Asks for a step: drag, menu and keys all speak this. */
export type Ask = (item: { id: string; title: string; state: State }, to: State) => void;
