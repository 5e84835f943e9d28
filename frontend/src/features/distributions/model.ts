import { answer, http, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Split = Schemas["DistributionView"];
export type Payable = Schemas["PayableView"];
export type Batch = Schemas["BatchView"];

export const ANSWER_TONES: Record<Schemas["ApprovalView"]["state"], Tone> = {
  waiting: "wait",
  approved: "good",
  objected: "bad",
};
export const COST_TONES: Record<Schemas["CostState"], Tone> = { proposed: "wait", agreed: "good", withdrawn: "idle" };
export const BATCH_TONES: Record<Schemas["BatchState"], Tone> = {
  requested: "wait",
  held: "active",
  done: "good",
  withdrawn: "idle",
};
export const LINE_TONES: Record<Schemas["PayoutState"], Tone> = {
  requested: "wait",
  held: "active",
  confirmed: "good",
  returned: "bad",
  withdrawn: "idle",
};
export const SHARE_TONES: Record<Schemas["StatementLine"]["state"], Tone> = {
  proposed: "wait",
  payable: "active",
  under_way: "active",
  paid: "good",
};

export const CONNECT_TONES: Record<Schemas["AccountState"], Tone> = {
  opening: "wait",
  onboarding: "wait",
  active: "good",
  restricted: "bad",
};
export const TRANSFER_TONES: Record<Schemas["TransferState"], Tone> = {
  waiting: "wait",
  submitted: "active",
  unknown: "wait",
  sent: "good",
  reversing: "active",
  reversed: "idle",
  failed: "bad",
};
export const ONWARD_TONES: Record<NonNullable<Schemas["TransferView"]["onward_state"]>, Tone> = {
  in_transit: "active",
  paid: "good",
  failed: "bad",
};

const split = (distribution_id: string) => ({ params: { path: { distribution_id } } });
export const approve = (id: string) => answer(http.POST("/api/distributions/{distribution_id}/approve", split(id)));
export const recount = (id: string) => answer(http.POST("/api/distributions/{distribution_id}/recount", split(id)));
export const objectTo = (id: string, reason: string) =>
  answer(http.POST("/api/distributions/{distribution_id}/object", { ...split(id), body: { reason } }));

const cost = (cost_id: string) => ({ params: { path: { cost_id } } });
export const recordCost = (body: Schemas["NewCost"]) => answer(http.POST("/api/distributions/costs", { body }));
export const agreeCost = (id: string) => answer(http.POST("/api/distributions/costs/{cost_id}/agree", cost(id)));
export const withdrawCost = (id: string) => answer(http.POST("/api/distributions/costs/{cost_id}/withdraw", cost(id)));

const batch = (batch_id: string) => ({ params: { path: { batch_id } } });
export const requestBatch = (body: Schemas["NewBatch"]) => answer(http.POST("/api/payouts", { body }));
export const approveBatch = (id: string) => answer(http.POST("/api/payouts/{batch_id}/approve", batch(id)));
export const withdrawBatch = (id: string) => answer(http.POST("/api/payouts/{batch_id}/withdraw", batch(id)));
export const recordResults = (id: string, body: Schemas["Results"]) =>
  answer(http.POST("/api/payouts/{batch_id}/results", { ...batch(id), body }));
export const importResults = (id: string, file: File) =>
  answer(
    http.POST("/api/payouts/{batch_id}/result-files", {
      ...batch(id),
      body: { file: file as unknown as string },
      bodySerializer: (body) => {
        const form = new FormData();
        form.append("file", body.file);
        return form;
      },
    }),
  );
export const setAccount = (body: Schemas["NewAccount"]) => answer(http.PUT("/api/payouts/accounts", { body }));
export const chooseRunner = (run_by: Schemas["Arrangement"]["run_by"]) =>
  answer(http.PUT("/api/payouts/arrangement", { body: { run_by } }));

export const openConnect = () => answer(http.POST("/api/connect/onboarding"));
export const lookAtConnect = () => answer(http.POST("/api/connect/look"));
export const approveConnect = () => answer(http.POST("/api/connect/use"));
export const stopConnect = () => answer(http.POST("/api/connect/stop"));
export const takeBack = (payout_id: string, reason: string) =>
  answer(
    http.POST("/api/connect/transfers/{payout_id}/take-back", { params: { path: { payout_id } }, body: { reason } }),
  );
