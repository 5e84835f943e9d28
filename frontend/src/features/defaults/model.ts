import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Case = Schemas["CaseView"];
export type CaseRow = Schemas["CaseBrief"];
export type Cover = Schemas["CoverView"];
export type Claim = Schemas["ClaimView"];
export type CreditRecord = Schemas["RecordView"];

export const CASE_TONES: Record<Schemas["CaseState"], Tone> = {
  reminded: "wait",
  demanded: "active",
  curing: "active",
  rescission_open: "bad",
  rescinded: "bad",
  cured: "good",
  withdrawn: "idle",
};
export const COVER_TONES: Record<Schemas["CoverState"], Tone> = {
  proposed: "wait",
  confirmed: "good",
  declined: "bad",
};
export const CLAIM_TONES: Record<Schemas["ClaimState"], Tone> = {
  filed: "wait",
  accepted: "active",
  refused: "bad",
  paid: "good",
  dropped: "idle",
};
export const RECORD_TONES: Record<Schemas["RecordState"], Tone> = {
  announced: "active",
  objected: "wait",
  issued: "active",
  received: "good",
  withdrawn: "idle",
};

/** Steps of the case in the order in which one would take them: the first that is open is the primary one. */
export const STEPS = ["acknowledge", "demand", "deliver", "rescind", "announce_credit", "take", "withdraw"] as const;
export type CaseStep = (typeof STEPS)[number];

/** The machine names one move for both ways in which a demand arrives; the firm acknowledges, the office records. */
export function stepsOf(view: Pick<Case, "moves">, isFirm: boolean): CaseStep[] {
  return STEPS.filter((step) => {
    if (step === "acknowledge") return isFirm && view.moves.includes("deliver");
    if (step === "deliver") return !isFirm && view.moves.includes("deliver");
    return view.moves.includes(step);
  });
}

const path = (case_id: string) => ({ params: { path: { case_id } } });
export const sendDemand = (id: string, body: Schemas["NewDemand"]) =>
  answer(http.POST("/api/defaults/{case_id}/demand", { ...path(id), body }));
export const recordDelivery = (id: string, body: Schemas["DeliveryRecord"]) =>
  answer(http.POST("/api/defaults/{case_id}/delivery", { ...path(id), body }));
export const acknowledge = (id: string) => answer(http.POST("/api/defaults/{case_id}/acknowledge", path(id)));
export const take = (id: string) => answer(http.POST("/api/defaults/{case_id}/take", path(id)));
export const rescind = (id: string, reason: string) =>
  answer(http.POST("/api/defaults/{case_id}/rescind", { ...path(id), body: { reason } }));
export const withdraw = (id: string, body: Schemas["CaseWithdrawal"]) =>
  answer(http.POST("/api/defaults/{case_id}/withdraw", { ...path(id), body }));
export const announceCredit = (id: string) => answer(http.POST("/api/defaults/{case_id}/credit-record", path(id)));
export const fileClaim = (id: string, cover_id: string) =>
  answer(http.POST("/api/defaults/{case_id}/claims", { ...path(id), body: { cover_id } }));

const claim = (claim_id: string) => ({ params: { path: { claim_id } } });
export const acceptClaim = (id: string) => answer(http.POST("/api/cover-claims/{claim_id}/accept", claim(id)));
export const refuseClaim = (id: string, reason: string) =>
  answer(http.POST("/api/cover-claims/{claim_id}/refuse", { ...claim(id), body: { reason } }));
export const settleClaim = (id: string, line_id: string) =>
  answer(http.POST("/api/cover-claims/{claim_id}/settle", { ...claim(id), body: { line_id } }));
export const noteRepayment = (id: string, body: Schemas["Repayment"]) =>
  answer(http.POST("/api/cover-claims/{claim_id}/repayments", { ...claim(id), body }));

const cover = (cover_id: string) => ({ params: { path: { cover_id } } });
export const registerCover = (body: Schemas["NewCover"]) => answer(http.POST("/api/covers", { body }));
export const confirmCover = (id: string) => answer(http.POST("/api/covers/{cover_id}/confirm", cover(id)));
export const declineCover = (id: string, reason: string) =>
  answer(http.POST("/api/covers/{cover_id}/decline", { ...cover(id), body: { reason } }));
export const attachPolicy = (id: string, file: File) =>
  answer(
    http.POST("/api/covers/{cover_id}/policy", {
      ...cover(id),
      body: { file: file as unknown as string },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    }),
  );

const record = (record_id: string) => ({ params: { path: { record_id } } });
export const objectTo = (id: string, reason: string) =>
  answer(http.POST("/api/credit-records/{record_id}/object", { ...record(id), body: { reason } }));
export const answerObjection = (id: string, body: Schemas["ObjectionAnswer"]) =>
  answer(http.POST("/api/credit-records/{record_id}/answer", { ...record(id), body }));
export const receive = (id: string) => answer(http.POST("/api/credit-records/{record_id}/receive", record(id)));
