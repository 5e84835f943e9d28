import type { Me } from "@/shared/session/session";

export interface NavItem {
  key:
    | "work"
    | "calendar"
    | "find"
    | "applications"
    | "engagements"
    | "contracts"
    | "filings"
    | "holdings"
    | "payments"
    | "funding"
    | "listings"
    | "import"
    | "notices"
    | "inbox"
    | "enquiries"
    | "datarooms"
    | "distributions"
    | "payouts"
    | "money"
    | "bank"
    | "reconciliation"
    | "refunds"
    | "disputes"
    | "books"
    | "closings"
    | "defaults"
    | "covers"
    | "credit"
    | "pipeline"
    | "instruments"
    | "organization"
    | "rulings"
    | "checks"
    | "admin"
    | "notifications";
  to: string;
  /** Pages of the street are server-rendered: a full page load, not a route. */
  street: boolean;
}

const RULES: [key: NavItem["key"], to: string, needs?: string][] = [
  ["work", "/"],
  ["calendar", "/calendar"],
  ["find", "/results", "deal.apply"],
  ["applications", "/applications", "deal.apply"],
  ["engagements", "/engagements", "deal.manage"],
  ["listings", "/listings", "listing.read_own"],
  ["import", "/listings/import", "listing.write"],
  ["notices", "/notices", "listing.notice"],
  ["inbox", "/inbox", "deal.answer"],
  ["enquiries", "/enquiries", "deal.read"],
  ["datarooms", "/datarooms", "deal.read"],
  ["contracts", "/contracts", "contract.read"],
  ["filings", "/filings", "contract.read"],
  ["holdings", "/holdings", "listing.notice"],
  ["payments", "/payments", "invoice.read"],
  ["refunds", "/refunds", "refund.request"],
  ["disputes", "/disputes", "refund.request"],
  ["bank", "/bank", "bank.import"],
  ["reconciliation", "/reconciliation", "bank.import"],
  ["books", "/books", "ledger.read"],
  ["closings", "/closings", "ledger.read"],
  ["defaults", "/defaults", "default.read"],
  ["covers", "/covers", "cover.register"],
  ["credit", "/credit-records", "credit.read"],
  ["distributions", "/distributions", "distribution.read"],
  ["distributions", "/distributions", "distribution.read_share"],
  ["payouts", "/payouts", "payout.request"],
  ["money", "/money", "cost.record"],
  ["funding", "/funding", "funding.request"],
  ["pipeline", "/pipeline", "pipeline.read"],
  ["instruments", "/instruments", "instrument.write"],
  ["organization", "/organization", "organization.write"],
  ["reconciliation", "/reconciliation", "audit.read"],
  ["books", "/books", "audit.read"],
  ["closings", "/closings", "audit.read"],
  ["payouts", "/payouts", "payout.run"],
  ["rulings", "/rulings", "contract.rule"],
  ["checks", "/checks", "health.read"],
  ["admin", "/admin", "clock.move"],
];

/** The menu of a role follows from what its member may do; no role is named here. */
export function menuOf(me: Me): NavItem[] {
  const seen = new Set<string>();
  return RULES.filter(([, to, needs]) => {
    if (needs && !me.permissions.includes(needs)) return false;
    if (seen.has(to)) return false;
    seen.add(to);
    return true;
  }).map(([key, to]) => ({ key, to, street: to === "/results" }));
}
