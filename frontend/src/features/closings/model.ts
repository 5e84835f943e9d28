import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Closing = Schemas["ClosingView"];
export type State = Schemas["ClosingState"];

export const TONES: Record<State | "open", Tone> = {
  open: "idle",
  asked: "wait",
  closed: "good",
  reopening: "wait",
  reopened: "idle",
  declined: "idle",
  withdrawn: "idle",
};

const of = (id: string) => ({ params: { path: { closing_id: id } } });

export const ask = (month: string) => answer(http.POST("/api/closings", { body: { month } }));
/** The steps that need no reason. */
export const STEPS = {
  close: (id: string) => answer(http.POST("/api/closings/{closing_id}/close", of(id))),
  withdraw: (id: string) => answer(http.POST("/api/closings/{closing_id}/withdraw", of(id))),
  reopen: (id: string) => answer(http.POST("/api/closings/{closing_id}/reopen", of(id))),
  keep: (id: string) => answer(http.POST("/api/closings/{closing_id}/keep", of(id))),
};
/** The steps whose reason others read. */
export const REASONED = {
  decline: (id: string, reason: string) =>
    answer(http.POST("/api/closings/{closing_id}/decline", { ...of(id), body: { reason } })),
  ask_reopening: (id: string, reason: string) =>
    answer(http.POST("/api/closings/{closing_id}/ask-reopening", { ...of(id), body: { reason } })),
};
/** First and last day of a month such as 2026-10. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}
