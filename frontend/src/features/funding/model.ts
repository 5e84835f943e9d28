import type { Schemas } from "@/api/client";

export type Request = Schemas["FundingRequestView"];
export type Draft = Schemas["FundingRequestDraft"];
export type FactField = Schemas["FactFieldView"];
type FactValue = Schemas["DeclaredFact"]["value"];

export const PURPOSES = [
  "proof_of_concept",
  "development",
  "pilot_line",
  "equipment",
  "working_capital",
  "licence_fee",
  "trial_risk",
  "challenge_risk",
  "share_transfer",
  "expansion",
] as const satisfies readonly Draft["purpose"][];
export const STAGES = ["seed", "angel", "early", "growth", "mature"] as const satisfies readonly Draft["stage"][];

export interface RequestForm {
  title: string;
  purpose: Draft["purpose"];
  amount_minor: number;
  stage: Draft["stage"];
  facts: Record<string, FactValue | null | undefined>;
}

export function formOf(request: Request | undefined): Partial<RequestForm> {
  if (!request) return { purpose: "pilot_line", stage: "early", facts: {} };
  return {
    title: request.title,
    purpose: request.purpose as Draft["purpose"],
    amount_minor: request.amount_minor,
    stage: request.stage as Draft["stage"],
    facts: Object.fromEntries(request.declared.map((fact) => [fact.field, fact.value])),
  };
}

const isGiven = (value: unknown): value is FactValue =>
  value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

/** What to send: an answer left open ("not sure") is no fact and stays unknown to every product. */
export function draftOf(form: RequestForm, request: Request | undefined): Draft {
  const known = new Map(request?.declared.map((fact) => [fact.field, fact.valid_to]));
  return {
    title: form.title,
    purpose: form.purpose,
    amount_minor: form.amount_minor,
    stage: form.stage,
    listing_id: request?.listing_id ?? null,
    facts: Object.entries(form.facts)
      .filter((entry): entry is [string, FactValue] => isGiven(entry[1]))
      .map(([field, value]) => ({ field, value, valid_to: known.get(field) ?? null })),
  };
}

const KINDS = ["organization", "certificate", "contract", "listing"] as const;

/** The record a fact was taken from: "contract:0197…" → its kind and id. */
export function recordOf(fact: Schemas["FactView"]): { kind: (typeof KINDS)[number]; id: string } | undefined {
  const [name, id = ""] = (fact.source_id ?? "").split(":");
  const kind = KINDS.find((known) => known === name);
  return kind && { kind, id };
}

const ASKED = ["amount_minor", "purpose", "stage"];

/** What only the records can say and do not: it counts as unknown until it is put there. */
export const missingOfRecord = (fields: FactField[], found: Schemas["FactView"][]): FactField[] =>
  fields.filter((f) => !f.declarable && !ASKED.includes(f.field) && !found.some((fact) => fact.field === f.field));
