import { answer, http, type Schemas } from "@/api/client";
import { minorOf, type Typed } from "@/shared/lib/money";
import type { Deal } from "./model";

export type Sheet = Schemas["TermSheet"];
export type Offer = Deal["offers"][number];
export type Comparison = Schemas["OfferComparison"];
export type Commission = NonNullable<Deal["commission"]>;

export const TRIGGERS = ["kept", "earliest_of", "date", "first_income", "effect"] as const;
export const LICENCES = ["non_exclusive", "sole", "exclusive"] as const;
export const IMPROVEMENTS = ["each_keeps", "shared", "licensor_option"] as const;

/** The clauses that a negotiation is usually about; the sheet's other clauses stay as they are. */
export interface OfferForm {
  licence_type: (typeof LICENCES)[number];
  months: number;
  free_period_months: number;
  trigger: (typeof TRIGGERS)[number];
  after_months: number;
  territory: string;
  field_of_use: string;
  entry_fee_minor: Typed;
  deferred_fee_minor: Typed;
  rate_bps: number | null;
  min_annual_minor: Typed;
  cap_total_minor: Typed;
  buyout_price_minor: Typed;
  payment_days: number;
  sublicensable: boolean;
  improvements: (typeof IMPROVEMENTS)[number];
}

/** What lies on the table: the open offer, else the terms applied for. */
export const onTheTable = (deal: Deal): Sheet | null =>
  deal.offers.find((offer) => offer.state === "open")?.terms ?? deal.terms;

export const fixedRate = (sheet: Sheet): number | null =>
  sheet.royalty?.schedule.kind === "fixed" ? sheet.royalty.schedule.rate_bps : null;

export function formOf(sheet: Sheet): OfferForm {
  return {
    licence_type: sheet.licence_type ?? "non_exclusive",
    months: sheet.months,
    free_period_months: sheet.free_period_months ?? 12,
    trigger: "kept",
    after_months: 12,
    territory: sheet.territory,
    field_of_use: sheet.field_of_use,
    entry_fee_minor: sheet.entry_fee_minor ?? 0,
    deferred_fee_minor: sheet.deferred_fee_minor ?? 0,
    rate_bps: fixedRate(sheet),
    min_annual_minor: sheet.royalty?.min_annual_minor ?? 0,
    cap_total_minor: sheet.royalty?.cap_total_minor ?? null,
    buyout_price_minor: sheet.buyout_price_minor ?? null,
    payment_days: sheet.payment_days ?? 30,
    sublicensable: sheet.sublicensable ?? false,
    improvements: sheet.improvements ?? "each_keeps",
  };
}

function triggerOf(form: OfferForm, base: Sheet): Sheet["deferral_trigger"] {
  const date = { kind: "date" as const, after_months: form.after_months };
  switch (form.trigger) {
    case "kept":
      return base.deferral_trigger;
    case "date":
      return date;
    case "first_income":
      return { kind: "first_income" };
    case "effect":
      return { kind: "effect" };
    case "earliest_of":
      return { kind: "earliest_of", triggers: [date, { kind: "first_income" }] };
  }
}

function royaltyOf(form: OfferForm, base: Sheet): Sheet["royalty"] {
  if (!base.royalty) return null;
  const fixed =
    fixedRate(base) === null ? base.royalty.schedule : { kind: "fixed" as const, rate_bps: form.rate_bps ?? 0 };
  return {
    ...base.royalty,
    schedule: fixed,
    min_annual_minor: minorOf(form.min_annual_minor) ?? 0,
    cap_total_minor: minorOf(form.cap_total_minor),
  };
}

/** The sheet to offer: the one on the table with the form's clauses in it. */
export function sheetOf(form: OfferForm, base: Sheet): Sheet {
  return {
    ...base,
    licence_type: form.licence_type,
    months: form.months,
    free_period_months: form.free_period_months,
    deferral_trigger: triggerOf(form, base),
    territory: form.territory,
    field_of_use: form.field_of_use,
    entry_fee_minor: minorOf(form.entry_fee_minor) ?? 0,
    deferred_fee_minor: minorOf(form.deferred_fee_minor) ?? 0,
    royalty: royaltyOf(form, base),
    buyout_price_minor: minorOf(form.buyout_price_minor),
    payment_days: form.payment_days,
    sublicensable: form.sublicensable,
    improvements: form.improvements,
  };
}

const at = (deal: Deal) => ({ params: { path: { deal_id: deal.id } } });

export const previewOffer = (deal: Deal, terms: Sheet): Promise<Comparison> =>
  answer(http.POST("/api/deals/{deal_id}/offers/preview", { ...at(deal), body: { terms } }));

export const sendOffer = (deal: Deal, terms: Sheet, message: string): Promise<Deal> =>
  answer(
    http.POST("/api/deals/{deal_id}/offers", {
      ...at(deal),
      body: { terms, message, base_hash: deal.table_hash ?? "" },
    }),
  );

export const acceptOffer = (deal: Deal, offer: Offer): Promise<Deal> =>
  answer(http.POST("/api/deals/{deal_id}/offers/accept", { ...at(deal), body: { terms_hash: offer.terms_hash } }));

export const refuseOffer = (deal: Deal, offer: Offer, text: string): Promise<Deal> =>
  answer(
    http.POST("/api/deals/{deal_id}/offers/refuse", { ...at(deal), body: { terms_hash: offer.terms_hash, text } }),
  );

export const acceptCommission = (dealId: string, termsHash: string): Promise<Commission> =>
  answer(
    http.POST("/api/deals/{deal_id}/commission/accept", {
      params: { path: { deal_id: dealId } },
      body: { terms_hash: termsHash },
    }),
  );

export const endCommission = (dealId: string, reason: string): Promise<Commission> =>
  answer(http.POST("/api/deals/{deal_id}/commission/end", { params: { path: { deal_id: dealId } }, body: { reason } }));
