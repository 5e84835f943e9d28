import { answer, http, type Read, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Filing = Schemas["FilingView"];
export type FilingRow = Read<"/api/filings">["items"][number];
export type State = Schemas["FilingState"];

export const TONES: Record<State, Tone> = {
  open: "wait",
  submitted: "active",
  returned: "bad",
  registered: "good",
  waived: "idle",
};
export const STATES = Object.keys(TONES) as State[];
export const isOpen = (state: State): boolean => state === "open" || state === "returned";

export const DIALOGS = ["submit", "register"] as const;
export type Move = "submit" | "register" | "return" | "waive";

const at = (filing: Filing) => ({ params: { path: { filing_id: filing.id } } });

export const submit = (filing: Filing, submitted_on: string) =>
  answer(http.POST("/api/filings/{filing_id}/submit", { ...at(filing), body: { submitted_on } }));
export const register = (filing: Filing, body: Schemas["Registration"]) =>
  answer(http.POST("/api/filings/{filing_id}/register", { ...at(filing), body }));
export const giveReason = (filing: Filing, how: "return" | "waive", reason: string) =>
  answer(
    how === "return"
      ? http.POST("/api/filings/{filing_id}/return", { ...at(filing), body: { reason } })
      : http.POST("/api/filings/{filing_id}/waive", { ...at(filing), body: { reason } }),
  );
