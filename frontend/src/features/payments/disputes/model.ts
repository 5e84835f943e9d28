import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Dispute = Schemas["PaymentDisputeView"];
export type Claim = Schemas["DisputeClaimView"];
export type Sent = Schemas["ContractFile"];

export const TONES: Record<Schemas["PaymentDisputeState"], Tone> = {
  opened: "wait",
  sending: "active",
  evidence_sent: "active",
  won: "good",
  lost: "bad",
};
export const CLAIM_TONES: Record<Schemas["PayeeClaimState"], Tone> = {
  open: "wait",
  asked: "active",
  settled: "good",
  written_off: "idle",
};
export const FILE_KINDS = ".pdf,.png,.jpg,.jpeg";
export const FILE_LIMIT = 4_500_000;

const of = (id: string) => ({ params: { path: { claim_id: id } } });

export const send = (id: string, body: Schemas["NewEvidence"]) =>
  answer(http.POST("/api/payment-disputes/{dispute_id}/evidence", { params: { path: { dispute_id: id } }, body }));
export const askWriteOff = (id: string, reason: string) =>
  answer(http.POST("/api/dispute-claims/{claim_id}/write-off", { ...of(id), body: { reason } }));
export const approveWriteOff = (id: string) => answer(http.POST("/api/dispute-claims/{claim_id}/approve", of(id)));
export const declineWriteOff = (id: string, reason: string) =>
  answer(http.POST("/api/dispute-claims/{claim_id}/decline", { ...of(id), body: { reason } }));

/** A proof of use is a file of the contract: kept there, read by the university alone until it is sent. */
export function upload(contractId: string, file: File): Promise<Sent> {
  const form = new FormData();
  form.append("file", file);
  return answer(
    http.POST("/api/contracts/{contract_id}/files", {
      params: { path: { contract_id: contractId } },
      body: { file: file as unknown as string },
      bodySerializer: () => form,
    }),
  );
}
