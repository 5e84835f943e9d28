import { answer, http, type Read, type Schemas } from "@/api/client";
import { minorOf, type Typed } from "@/shared/lib/money";
import type { Tone } from "@/shared/ui/StateTag";

export type Deal = Read<"/api/deals/{deal_id}">;
export type DealRow = Read<"/api/deals">["items"][number];
export type DealState = Schemas["DealState"];

export const DEAL_TONES: Record<DealState, Tone> = {
  draft: "idle",
  queued: "wait",
  submitted: "active",
  answering: "wait",
  price_notice: "active",
  objection: "wait",
  terms_agreed: "good",
  contracted: "good",
  declined: "bad",
  withdrawn: "idle",
};

export interface Answers {
  contact_name: string;
  contact_phone: string;
  product: string;
  purpose: string;
  message: string;
  sales: Typed[];
}

export const STEPS = ["firm", "use", "terms", "check"] as const;
export type StepName = (typeof STEPS)[number];

/** On which step a field stands, so that a refusal leads there. */
export const STEP_OF: Record<string, StepName> = {
  contact_name: "firm",
  contact_phone: "firm",
  product: "use",
  purpose: "use",
  sales: "use",
  sales_plan_minor: "use",
  message: "use",
};

export const answersOf = (deal: Deal): Answers => ({
  contact_name: deal.contact_name,
  contact_phone: deal.contact_phone,
  product: deal.product,
  purpose: deal.purpose,
  message: deal.message,
  sales: [0, 1, 2].map((i) => deal.sales_plan_minor[i] ?? null),
});

/** What to save: the plan only when all three years are amounts, everything else as it stands. */
export function patchOf(answers: Answers): Schemas["DealPatch"] {
  const { sales, ...texts } = answers;
  const plan = sales.map(minorOf).filter((minor) => minor !== null);
  return { ...texts, ...(plan.length === sales.length ? { sales_plan_minor: plan } : {}) };
}

export const saveDeal = (deal: Deal, answers: Answers): Promise<Deal> =>
  answer(
    http.PATCH("/api/deals/{deal_id}", {
      params: { path: { deal_id: deal.id }, header: { "if-match": String(deal.version) } },
      body: patchOf(answers),
    }),
  );

export const submitDeal = (deal: Deal): Promise<Deal> =>
  answer(
    http.POST("/api/deals/{deal_id}/submit", {
      params: { path: { deal_id: deal.id } },
      body: { terms_hash: deal.terms_hash ?? "" },
    }),
  );
