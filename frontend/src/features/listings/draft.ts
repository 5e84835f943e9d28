import type { Schemas } from "@/api/client";
import { type TermsForm, toForm, toSheet } from "./terms";

type View = Schemas["ListingView"];
type Draft = Schemas["ListingDraft"];

export interface ListingForm extends Omit<Draft, "terms"> {
  terms: TermsForm;
}

/** What people put between keywords. */
export const WORD_BREAKS = ["、", "，", ",", ";", "；"];

const EMPTY = {
  title: "",
  price_mode: "agreement",
  public_funded: false,
  rights: [],
  inventors: [],
  keywords: [],
} as const;

export function formOf(view: View | undefined): ListingForm {
  if (!view)
    return { ...structuredClone(EMPTY), rights: [], inventors: [], keywords: [], terms: toForm(null) } as ListingForm;
  return {
    title: view.title,
    title_en: view.title_en,
    problem: view.problem,
    mechanism: view.mechanism,
    benefit: view.benefit,
    present_solution: view.present_solution,
    evidence: view.evidence,
    keywords: view.keywords,
    industry: view.industry,
    track: view.track,
    trl: view.trl,
    ipc: view.ipc,
    unit: view.unit,
    contact_name: view.contact_name,
    price_mode: view.price_mode,
    public_funded: view.public_funded,
    sales_hint_minor: view.sales_hint_minor,
    outright_price_minor: view.outright_price_minor,
    terms: toForm(view.terms),
    rights: view.rights.map(({ id: _, display: __, ends_on: ___, status: ____, ...draft }) => draft),
    inventors: view.inventors,
  };
}

export function draftOf(form: ListingForm, view: View | undefined): Draft {
  return { ...form, terms: toSheet(form.terms, view?.terms) };
}

/** Shares that sum to the whole: the first gets what does not divide. */
export function evenShares(count: number): number[] {
  const each = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, i) => (i === 0 ? 10_000 - each * (count - 1) : each));
}
