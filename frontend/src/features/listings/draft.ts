import type { Schemas } from "@/api/client";
import { minorOf, type Typed } from "@/shared/lib/money";
import { amountsOf } from "@/shared/terms/places";
import { type TermsForm, toForm, toSheet, USUAL } from "@/shared/terms/terms";

type View = Schemas["ListingView"];
type Draft = Schemas["ListingDraft"];

export interface ListingForm extends Omit<Draft, "terms" | "sales_hint_minor" | "outright_price_minor"> {
  sales_hint_minor: Typed;
  outright_price_minor: Typed;
  /** Whether it is offered as use first, pay later: `terms` count only then. */
  offered: boolean;
  terms: TermsForm;
}

/** What people put between keywords. */
export const WORD_BREAKS = ["、", "，", ",", ";", "；"];

export function formOf(view: View): ListingForm {
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
    offered: view.terms !== null,
    terms: view.terms ? toForm(view.terms) : USUAL,
    rights: view.rights.map(({ id: _, display: __, ends_on: ___, status: ____, ...draft }) => draft),
    inventors: view.inventors,
  };
}

export function draftOf(form: ListingForm, view: View): Draft {
  // A date field that was emptied holds "", which is no date.
  const rights = (form.rights ?? []).map((right) => ({
    ...right,
    filed_on: right.filed_on || null,
    granted_on: right.granted_on || null,
    annuity_paid_to: right.annuity_paid_to || null,
  }));
  const { offered, terms, ...plain } = form;
  return {
    ...plain,
    sales_hint_minor: minorOf(form.sales_hint_minor),
    outright_price_minor: minorOf(form.outright_price_minor),
    rights,
    terms: offered ? toSheet(terms, view.terms) : null,
  };
}

type Path = (string | number)[];

/** Where something was typed that is no amount, with what was typed: nothing may be saved until it is put right. */
export function unreadableAmounts(form: ListingForm): [Path, string][] {
  const amounts: [Path, Typed][] = [
    [["sales_hint_minor"], form.sales_hint_minor],
    [["outright_price_minor"], form.outright_price_minor],
  ];
  if (form.offered) amounts.push(...amountsOf(form.terms));
  return amounts.filter((entry): entry is [Path, string] => typeof entry[1] === "string");
}

/** The parts of the editor, in order, with the fields that belong to each. */
export const SECTIONS = ["basics", "prose", "price", "rights", "inventors", "terms"] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF: Record<string, Section> = {
  problem: "prose",
  benefit: "prose",
  mechanism: "prose",
  present_solution: "prose",
  evidence: "prose",
  price_mode: "price",
  rights: "rights",
  inventors: "inventors",
  terms: "terms",
};

/** The part of the editor that a pointer ("/rights/0/filed_on") leads to. */
export const sectionOf = (pointer: string): Section => SECTION_OF[pointer.split("/")[1] ?? ""] ?? "basics";

/** What an edit by somebody else would change here, field by field. */
export function differences(mine: ListingForm, theirs: View): (keyof Draft)[] {
  const other = formOf(theirs);
  // Numbers are stored without the blanks and dots they were typed with.
  const plain = (rights: ListingForm["rights"]) =>
    rights?.map((right) => ({ ...right, number: right.number?.toUpperCase().replace(/[^0-9X]/g, "") }));
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const termsOf = (form: ListingForm) => (form.offered ? form.terms : null);
  const { offered: _, ...fields } = other; // whether terms are offered is told by the terms
  return (Object.keys(fields) as (keyof typeof fields)[]).filter((key) => {
    if (key === "terms") return !same(termsOf(mine), termsOf(other));
    return key === "rights" ? !same(plain(mine.rights), plain(other.rights)) : !same(mine[key], other[key]);
  });
}

/** Shares that sum to the whole: the first gets what does not divide. */
export function evenShares(count: number): number[] {
  const each = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, i) => (i === 0 ? 10_000 - each * (count - 1) : each));
}
