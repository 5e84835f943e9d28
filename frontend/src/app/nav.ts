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
    | "defaults"
    | "covers"
    | "credit"
    | "pipeline"
    | "instruments"
    | "organization"
    | "rulings"
    | "admin"
    | "notifications";
  to: string;
  /** Pages of the street are server-rendered: a full page load, not a route. */
  street?: boolean;
}

const RULES: { item: NavItem; needs?: string; kinds?: string[] }[] = [
  { item: { key: "work", to: "/" } },
  { item: { key: "calendar", to: "/calendar" } },
  { item: { key: "find", to: "/results", street: true }, needs: "deal.apply" },
  { item: { key: "applications", to: "/applications" }, needs: "deal.apply" },
  { item: { key: "engagements", to: "/engagements" }, needs: "deal.manage" },
  { item: { key: "listings", to: "/listings" }, needs: "listing.read_own" },
  { item: { key: "import", to: "/listings/import" }, needs: "listing.write" },
  { item: { key: "notices", to: "/notices" }, needs: "listing.notice" },
  { item: { key: "inbox", to: "/inbox" }, needs: "deal.answer" },
  { item: { key: "enquiries", to: "/enquiries" }, needs: "deal.read" },
  { item: { key: "datarooms", to: "/datarooms" }, needs: "deal.read" },
  { item: { key: "contracts", to: "/contracts" }, needs: "contract.read" },
  { item: { key: "filings", to: "/filings" }, needs: "contract.read" },
  { item: { key: "holdings", to: "/holdings" }, needs: "listing.notice" },
  { item: { key: "payments", to: "/payments" }, needs: "invoice.read" },
  { item: { key: "bank", to: "/bank" }, needs: "bank.import" },
  { item: { key: "reconciliation", to: "/reconciliation" }, needs: "bank.import" },
  { item: { key: "defaults", to: "/defaults" }, needs: "default.read" },
  { item: { key: "covers", to: "/covers" }, needs: "cover.register" },
  { item: { key: "credit", to: "/credit-records" }, needs: "credit.read" },
  { item: { key: "distributions", to: "/distributions" }, needs: "distribution.read" },
  { item: { key: "distributions", to: "/distributions" }, needs: "distribution.read_share" },
  { item: { key: "payouts", to: "/payouts" }, needs: "payout.request" },
  { item: { key: "money", to: "/money" }, needs: "cost.record" },
  { item: { key: "funding", to: "/funding" }, needs: "funding.request" },
  { item: { key: "pipeline", to: "/pipeline" }, needs: "pipeline.read" },
  { item: { key: "instruments", to: "/instruments" }, needs: "instrument.write" },
  { item: { key: "organization", to: "/organization" }, needs: "organization.write" },
  { item: { key: "reconciliation", to: "/reconciliation" }, needs: "audit.read" },
  { item: { key: "rulings", to: "/rulings" }, needs: "contract.rule" },
  { item: { key: "admin", to: "/admin" }, needs: "clock.move" },
];

/** The menu of a role follows from what its member may do; no role is named here. */
export function menuOf(me: Me): NavItem[] {
  const seen = new Set<string>();
  return RULES.filter(({ item, needs }) => {
    if (needs && !me.permissions.includes(needs)) return false;
    if (seen.has(item.to)) return false;
    seen.add(item.to);
    return true;
  }).map(({ item }) => item);
}
