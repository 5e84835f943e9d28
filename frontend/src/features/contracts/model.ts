import { answer, http, type Read, type Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Contract = Schemas["ContractView"];
export type ContractRow = Read<"/api/contracts">["items"][number];
export type State = Schemas["ContractState"];

export const CONTRACT_TONES: Record<State, Tone> = {
  drafted: "wait",
  signing: "wait",
  in_use_free: "active",
  paying: "active",
  completed: "good",
  returned: "idle",
  terminated: "bad",
  rescinded: "bad",
};

export const MOVES = [
  "sign",
  "declare_first_income",
  "file_statement",
  "accept_milestone",
  "return",
  "cancel",
] as const;
export type Move = (typeof MOVES)[number];

const MONTHS = { quarterly: 3, half_yearly: 6, yearly: 12 } as const;

export interface Period {
  from_on: string;
  to_on: string;
}

/** `months` later, at the month's last day where the day does not exist: 31 January + 1 → 28 February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The next reporting periods that were not reported yet, oldest first; the server says which of them have ended. */
export function openPeriods(contract: Contract, most = 6): Period[] {
  const trigger = contract.timeline.find((entry) => entry.kind === "trigger")?.on;
  const { royalty } = contract.terms;
  if (!trigger || !contract.ends_on || !royalty) return [];
  const reported = new Set(contract.timeline.filter((entry) => entry.kind === "statement").map((entry) => entry.on));
  const step = MONTHS[royalty.report_frequency ?? "quarterly"];
  const found: Period[] = [];
  for (let n = 0, from_on = trigger; from_on < contract.ends_on && found.length < most; n += 1) {
    const next = addMonths(trigger, step * (n + 1));
    const to_on = next < contract.ends_on ? next : contract.ends_on;
    if (!reported.has(to_on)) found.push({ from_on, to_on });
    from_on = to_on;
  }
  return found;
}

const at = (contract: Contract) => ({ params: { path: { contract_id: contract.id } } });

export const sign = (contract: Contract) =>
  answer(
    http.POST("/api/contracts/{contract_id}/sign", {
      ...at(contract),
      body: { content_sha256: contract.content_sha256 },
    }),
  );

export const declareFirstIncome = (contract: Contract, first_income_on: string) =>
  answer(
    http.POST("/api/contracts/{contract_id}/declare-first-income", { ...at(contract), body: { first_income_on } }),
  );

export const fileStatement = (contract: Contract, body: Schemas["NewStatement"]) =>
  answer(http.POST("/api/contracts/{contract_id}/statements", { ...at(contract), body }));

export const acceptMilestone = (contract: Contract, body: Schemas["NewMilestone"]) =>
  answer(http.POST("/api/contracts/{contract_id}/milestones", { ...at(contract), body }));

export const giveUp = (contract: Contract, how: "return" | "cancel", reason: string) =>
  how === "return"
    ? answer(http.POST("/api/contracts/{contract_id}/return", { ...at(contract), body: { reason } }))
    : answer(http.POST("/api/contracts/{contract_id}/cancel", { ...at(contract), body: { reason } }));
