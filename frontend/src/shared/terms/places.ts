import { fieldPath } from "@/api/problem";
import type { Typed } from "@/shared/lib/money";
import type { TermsForm } from "./terms";

type Path = (string | number)[];

/** Where amounts of the terms stand in the form, as far as they count. */
export function amountsOf(terms: TermsForm): [Path, Typed][] {
  const found: [Path, Typed][] = [
    [["terms", "entry_fee_minor"], terms.entry_fee_minor],
    [["terms", "deferred_fee_minor"], terms.deferred_fee_minor],
    [["terms", "buyout_price_minor"], terms.buyout_price_minor],
    ...terms.milestones.map((m, i): [Path, Typed] => [["terms", "milestones", i, "amount_minor"], m?.amount_minor]),
  ];
  if (terms.royalty_base !== "none")
    found.push(
      [["terms", "min_annual_minor"], terms.min_annual_minor],
      [["terms", "cap_total_minor"], terms.cap_total_minor],
    );
  if (terms.royalty_base !== "none" && terms.schedule === "tiered")
    found.push(
      ...terms.tiers.map((tier, i): [Path, Typed] => [["terms", "tiers", i, "above_minor"], tier?.above_minor]),
    );
  if (terms.conversion_valuation === "pre_money") found.push([["terms", "pre_money_minor"], terms.pre_money_minor]);
  return found;
}

const CONVERSION: Record<string, string> = {
  until_months: "conversion_until_months",
  pre_money_minor: "pre_money_minor",
  discount_bps: "discount_bps",
  max_share_bps: "max_share_bps",
};

/** Where the form edits what the server names by its place in the sheet ("/terms/royalty/schedule/fixed/rate_bps"). */
export function formPath(pointer: string): Path {
  const [first, part, ...rest] = fieldPath(pointer);
  if (first !== "terms" || part === undefined) return fieldPath(pointer);
  if (part === "instalments") return ["terms", "instalment_count"];
  if (part === "deferral_trigger") return ["terms", rest.includes("after_months") ? "after_months" : "trigger"];
  if (part === "conversion") return ["terms", CONVERSION[String(rest.at(-1))] ?? "conversion_valuation"];
  if (part !== "royalty") return ["terms", part, ...rest];
  const tiers = rest.indexOf("tiers");
  if (tiers >= 0) return ["terms", ...rest.slice(tiers)];
  const last = rest.at(-1);
  return ["terms", last === undefined || last === "base" ? "royalty_base" : last];
}
