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

export interface NavGroup {
  key: "start" | "results" | "contracts" | "money" | "funding" | "platform";
  items: NavItem[];
}

type Rule = [key: NavItem["key"], to: string, needs?: string];

/** What lies together; the first group needs no name. */
const GROUPS: [key: NavGroup["key"], rules: Rule[]][] = [
  [
    "start",
    [
      ["work", "/"],
      ["calendar", "/calendar"],
    ],
  ],
  [
    "results",
    [
      ["find", "/results", "deal.apply"],
      ["applications", "/applications", "deal.apply"],
      ["engagements", "/engagements", "deal.manage"],
      ["listings", "/listings", "listing.read_own"],
      ["import", "/listings/import", "listing.write"],
      ["notices", "/notices", "listing.notice"],
      ["holdings", "/holdings", "listing.notice"],
      ["inbox", "/inbox", "deal.answer"],
      ["enquiries", "/enquiries", "deal.read"],
      ["datarooms", "/datarooms", "deal.read"],
    ],
  ],
  [
    "contracts",
    [
      ["contracts", "/contracts", "contract.read"],
      ["filings", "/filings", "contract.read"],
      ["defaults", "/defaults", "default.read"],
      ["covers", "/covers", "cover.register"],
      ["credit", "/credit-records", "credit.read"],
      ["rulings", "/rulings", "contract.rule"],
    ],
  ],
  [
    "money",
    [
      ["money", "/money", "cost.record"],
      ["payments", "/payments", "invoice.read"],
      ["bank", "/bank", "bank.import"],
      ["reconciliation", "/reconciliation", "bank.import"],
      ["reconciliation", "/reconciliation", "audit.read"],
      ["distributions", "/distributions", "distribution.read"],
      ["distributions", "/distributions", "distribution.read_share"],
      ["payouts", "/payouts", "payout.request"],
      ["payouts", "/payouts", "payout.run"],
      ["refunds", "/refunds", "refund.request"],
      ["disputes", "/disputes", "refund.request"],
      ["books", "/books", "ledger.read"],
      ["books", "/books", "audit.read"],
      ["closings", "/closings", "ledger.read"],
      ["closings", "/closings", "audit.read"],
    ],
  ],
  [
    "funding",
    [
      ["funding", "/funding", "funding.request"],
      ["pipeline", "/pipeline", "pipeline.read"],
      ["instruments", "/instruments", "instrument.write"],
    ],
  ],
  [
    "platform",
    [
      ["organization", "/organization", "organization.write"],
      ["checks", "/checks", "health.read"],
      ["admin", "/admin", "clock.move"],
    ],
  ],
];

function itemsOf(me: Me, rules: Rule[]): NavItem[] {
  const seen = new Set<string>();
  return rules
    .filter(([, to, needs]) => {
      if (needs && !me.permissions.includes(needs)) return false;
      if (seen.has(to)) return false;
      seen.add(to);
      return true;
    })
    .map(([key, to]) => ({ key, to, street: to === "/results" }));
}

/** The menu of a role follows from what its member may do; no role is named here. */
export function menuOf(me: Me): NavGroup[] {
  return GROUPS.map(([key, rules]) => ({ key, items: itemsOf(me, rules) })).filter(({ items }) => items.length > 0);
}
