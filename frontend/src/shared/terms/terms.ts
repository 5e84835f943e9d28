import type { Schemas } from "@/api/client";
import { minorOf, type Typed } from "@/shared/lib/money";

export type Sheet = Schemas["TermSheet"];
export type Revision = Schemas["Revision"];
type Trigger = Sheet["deferral_trigger"];
type Royalty = Schemas["Royalty"];
type Conversion = Schemas["Conversion"];
type Valuation = Conversion["valuation"];

/** A term sheet as the form edits it; what the form does not know stays in `base` untouched. */
export interface TermsForm {
  licence_type: NonNullable<Sheet["licence_type"]>;
  territory: string;
  field_of_use: string;
  months: number;
  free_period_months: number;
  trigger: "earliest_of" | "date" | "first_income" | "effect" | "kept";
  after_months: number;
  entry_fee_minor: Typed;
  deferred_fee_minor: Typed;
  instalment_count: number | null;
  milestones: (Omit<Schemas["Milestone"], "key" | "amount_minor"> & { amount_minor: Typed })[];
  royalty_base: NonNullable<Royalty["base"]> | "none";
  schedule: "fixed" | "tiered" | "kept";
  rate_bps: number | null;
  tiers: { above_minor: Typed; rate_bps: number }[];
  min_annual_minor: Typed;
  cap_total_minor: Typed;
  report_frequency: NonNullable<Royalty["report_frequency"]>;
  report_days: number;
  buyout_price_minor: Typed;
  conversion_valuation: Valuation["kind"] | "none";
  conversion_until_months: number;
  pre_money_minor: Typed;
  discount_bps: number | null;
  max_share_bps: number | null;
  late_interest_bps_per_day: number;
  payment_days: number;
  confidentiality_months: number;
  sublicensable: boolean;
  exit: NonNullable<Sheet["exit"]>;
  improvements: NonNullable<Sheet["improvements"]>;
  annuity_payer: NonNullable<Sheet["annuity_payer"]>;
}

/** Free for a year, then a share of sales with a cap: what most universities begin with. */
export const USUAL: TermsForm = {
  licence_type: "non_exclusive",
  territory: "中国境内",
  field_of_use: "许可专利说明书所述的全部应用领域",
  months: 60,
  free_period_months: 12,
  trigger: "earliest_of",
  after_months: 12,
  entry_fee_minor: 0,
  deferred_fee_minor: 0,
  instalment_count: null,
  milestones: [],
  royalty_base: "net_sales",
  schedule: "fixed",
  rate_bps: 300,
  tiers: [{ above_minor: 0, rate_bps: 300 }],
  min_annual_minor: 0,
  cap_total_minor: null,
  report_frequency: "quarterly",
  report_days: 30,
  buyout_price_minor: null,
  conversion_valuation: "none",
  conversion_until_months: 24,
  pre_money_minor: null,
  discount_bps: 2000,
  max_share_bps: 1000,
  late_interest_bps_per_day: 5,
  payment_days: 30,
  confidentiality_months: 60,
  sublicensable: false,
  exit: "return_data",
  improvements: "each_keeps",
  annuity_payer: "licensor",
};

function triggerForm(trigger: Trigger): Pick<TermsForm, "trigger" | "after_months"> {
  if (trigger.kind === "date") return { trigger: "date", after_months: trigger.after_months };
  if (trigger.kind === "first_income" || trigger.kind === "effect") return { trigger: trigger.kind, after_months: 12 };
  if (trigger.kind === "earliest_of") {
    const [first, second, ...more] = trigger.triggers;
    const date = first?.kind === "date" ? first : second?.kind === "date" ? second : undefined;
    const simple = more.length === 0 && date && [first?.kind, second?.kind].includes("first_income");
    if (simple) return { trigger: "earliest_of", after_months: date.after_months };
  }
  return { trigger: "kept", after_months: 12 };
}

function royaltyForm(royalty: Royalty | null | undefined): Partial<TermsForm> {
  if (!royalty) return { royalty_base: "none" };
  const { schedule } = royalty;
  return {
    royalty_base: royalty.base,
    schedule: schedule.kind === "fixed" || schedule.kind === "tiered" ? schedule.kind : "kept",
    rate_bps: schedule.kind === "fixed" ? schedule.rate_bps : null,
    ...(schedule.kind === "tiered" ? { tiers: schedule.tiers } : {}),
    min_annual_minor: royalty.min_annual_minor ?? 0,
    cap_total_minor: royalty.cap_total_minor ?? null,
    report_frequency: royalty.report_frequency ?? "quarterly",
    report_days: royalty.report_days ?? USUAL.report_days,
  };
}

function conversionForm(conversion: Conversion | null | undefined): Partial<TermsForm> {
  if (!conversion) return {};
  const { valuation } = conversion;
  return {
    conversion_valuation: valuation.kind,
    conversion_until_months: conversion.until_months,
    max_share_bps: conversion.max_share_bps,
    ...(valuation.kind === "pre_money"
      ? { pre_money_minor: valuation.pre_money_minor }
      : { discount_bps: valuation.discount_bps }),
  };
}

export function toForm(sheet: Sheet): TermsForm {
  const { royalty, deferral_trigger, instalments, milestones, conversion, ...plain } = sheet;
  return {
    ...USUAL,
    ...plain,
    ...triggerForm(deferral_trigger),
    ...royaltyForm(royalty),
    ...conversionForm(conversion),
    buyout_price_minor: sheet.buyout_price_minor ?? null,
    instalment_count: instalments?.count ?? null,
    milestones: (milestones ?? []).map(({ key: _, ...rest }) => rest),
  };
}

function triggerOf(form: TermsForm, base: Sheet | null | undefined): Trigger {
  const date = { kind: "date" as const, after_months: form.after_months };
  switch (form.trigger) {
    case "date":
      return date;
    case "first_income":
      return { kind: "first_income" };
    case "effect":
      return { kind: "effect" };
    case "kept":
      return base?.deferral_trigger ?? date;
    case "earliest_of":
      return { kind: "earliest_of", triggers: [date, { kind: "first_income" }] };
  }
}

function royaltyOf(form: TermsForm, base: Sheet | null | undefined): Royalty | null {
  if (form.royalty_base === "none") return null;
  const fixed = { kind: "fixed" as const, rate_bps: form.rate_bps ?? 0 };
  const tiers = form.tiers.map((tier) => ({ ...tier, above_minor: minorOf(tier.above_minor) ?? 0 }));
  const tiered = { kind: "tiered" as const, tiers };
  const schedule =
    form.schedule === "tiered" ? tiered : form.schedule === "kept" ? (base?.royalty?.schedule ?? fixed) : fixed;
  return {
    ...base?.royalty,
    base: form.royalty_base,
    schedule,
    min_annual_minor: minorOf(form.min_annual_minor) ?? 0,
    cap_total_minor: minorOf(form.cap_total_minor),
    report_frequency: form.report_frequency,
    report_days: form.report_days,
  };
}

function conversionOf(form: TermsForm): Conversion | null {
  if (form.conversion_valuation === "none") return null;
  return {
    until_months: form.conversion_until_months,
    max_share_bps: form.max_share_bps ?? 0,
    valuation:
      form.conversion_valuation === "pre_money"
        ? { kind: "pre_money", pre_money_minor: minorOf(form.pre_money_minor) ?? 0 }
        : { kind: "next_round", discount_bps: form.discount_bps ?? 0 },
  };
}

/** The sheet to send; `base` is the stored one, so that clauses outside the form survive an edit. */
export function toSheet(form: TermsForm, base: Sheet | null | undefined): Sheet {
  const conversion = conversionOf(form);
  const { conversion: _, ...kept } = base ?? {};
  return {
    ...kept,
    licence_type: form.licence_type,
    territory: form.territory,
    field_of_use: form.field_of_use,
    months: form.months,
    free_period_months: form.free_period_months,
    deferral_trigger: triggerOf(form, base),
    entry_fee_minor: minorOf(form.entry_fee_minor) ?? 0,
    deferred_fee_minor: minorOf(form.deferred_fee_minor) ?? 0,
    instalments:
      form.instalment_count && form.instalment_count > 1
        ? { count: form.instalment_count, every_months: base?.instalments?.every_months ?? 6 }
        : null,
    milestones: form.milestones.map((m, i) => ({
      ...m,
      amount_minor: minorOf(m.amount_minor) ?? 0,
      key: base?.milestones?.[i]?.key ?? `step_${i + 1}`,
    })),
    royalty: royaltyOf(form, base),
    buyout_price_minor: minorOf(form.buyout_price_minor),
    payment_days: form.payment_days,
    confidentiality_months: form.confidentiality_months,
    sublicensable: form.sublicensable,
    exit: form.exit,
    improvements: form.improvements,
    annuity_payer: form.annuity_payer,
    late_interest_bps_per_day: form.late_interest_bps_per_day,
    ...(conversion ? { conversion } : {}),
  };
}
