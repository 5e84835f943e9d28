import type { Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Product = Schemas["InstrumentView"];
export type Draft = Schemas["InstrumentDraft"];
export type State = Schemas["InstrumentState"];

export const PRODUCT_TONES: Record<State, Tone> = { draft: "wait", published: "good", withdrawn: "idle" };

/** The conditions that the server writes from amount and mandate; sending them back would make them twice. */
const IMPLIED = new Set(["ticket", "purpose", "stage", "fields", "city", "trl"]);

/** What is written of a product, as a draft for its next version or for a new product like it. */
export function draftOf(view: Product): Draft {
  const { kind, name, summary, terms, mandate, gates, preferences, documents, decision_days, source } = view;
  return {
    kind,
    name,
    summary,
    terms,
    mandate,
    gates: gates.filter((gate) => !IMPLIED.has(gate.id)),
    preferences,
    documents,
    decision_days,
    valid_from: view.valid_from,
    valid_to: view.valid_to,
    source,
  };
}

/** A new product begins with no conditions of its own and the house's preferences. */
export function emptyDraft(): Partial<Draft> {
  return { mandate: {}, gates: [], preferences: [], documents: [], decision_days: 10 };
}

/** Inputs leave empty text and lists behind; the server wants a rate and a term absent rather than empty. */
export function cleaned(form: Draft): Draft {
  const { price } = form.terms;
  return {
    ...form,
    terms: {
      ...form.terms,
      price: { ...price, min_bps: price.min_bps ?? null, max_bps: price.max_bps ?? null },
      tenor_months_min: form.terms.tenor_months_min ?? null,
      tenor_months_max: form.terms.tenor_months_max ?? null,
    },
    mandate: {
      ...form.mandate,
      trl_min: form.mandate.trl_min ?? null,
      trl_max: form.mandate.trl_max ?? null,
    },
  };
}

type Order = "amount" | "rate" | "tenor" | "dates";

/** Pairs that are in the wrong order, each with the field to blame. */
export function disorders(form: Draft): { order: Order; at: (string | number)[] }[] {
  const { terms } = form;
  const { min_bps: low, max_bps: high } = terms.price;
  const found: { order: Order; at: (string | number)[] }[] = [];
  if (terms.amount_min_minor > terms.amount_max_minor)
    found.push({ order: "amount", at: ["terms", "amount_max_minor"] });
  if (((low ?? null) === null) !== ((high ?? null) === null) || (low ?? 0) > (high ?? 0))
    found.push({ order: "rate", at: ["terms", "price", "max_bps"] });
  if (terms.tenor_months_min && terms.tenor_months_max && terms.tenor_months_min > terms.tenor_months_max)
    found.push({ order: "tenor", at: ["terms", "tenor_months_max"] });
  if (form.valid_from > form.valid_to) found.push({ order: "dates", at: ["valid_to"] });
  return found;
}
