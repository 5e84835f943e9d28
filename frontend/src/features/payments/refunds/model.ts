import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Refund = Schemas["RefundView"];
export type Refundable = Schemas["RefundablePayment"];

export const TONES: Record<Schemas["RefundState"], Tone> = {
  requested: "wait",
  submitted: "active",
  unknown: "wait",
  processing: "active",
  succeeded: "good",
  to_bank: "active",
  failed: "bad",
  declined: "idle",
  withdrawn: "idle",
};

const of = (id: string) => ({ params: { path: { refund_id: id } } });

export const ask = (paymentId: string, body: Schemas["NewRefund"]) =>
  answer(http.POST("/api/payments/{payment_id}/refunds", { params: { path: { payment_id: paymentId } }, body }));
export const approve = (id: string) => answer(http.POST("/api/refunds/{refund_id}/approve", of(id)));
export const withdraw = (id: string) => answer(http.POST("/api/refunds/{refund_id}/withdraw", of(id)));
export const decline = (id: string, reason: string) =>
  answer(http.POST("/api/refunds/{refund_id}/decline", { ...of(id), body: { reason } }));
