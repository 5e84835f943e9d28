import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { desk, only, pageOf, type Search, text } from "./roots";

export const home = createRoute({
  getParentRoute: () => desk,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/work/pages/WorkPage")),
});
export const calendar = createRoute({
  getParentRoute: () => desk,
  path: "/calendar",
  validateSearch: (search: Search) => only({ side: text(search.side) as "mine" | "theirs" | "all" | undefined }),
  component: lazyRouteComponent(() => import("@/features/calendar/pages/CalendarPage")),
});
export const listings = createRoute({
  getParentRoute: () => desk,
  path: "/listings",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["ListingState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingsPage")),
});
export const listingNew = createRoute({
  getParentRoute: () => desk,
  path: "/listings/new",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingNewPage")),
});
export const listingImport = createRoute({
  getParentRoute: () => desk,
  path: "/listings/import",
  validateSearch: (search: Search) => only({ batch: text(search.batch) }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/ImportPage")),
});
export const listing = createRoute({
  getParentRoute: () => desk,
  path: "/listings/$id",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingPage")),
});
export const listingEdit = createRoute({
  getParentRoute: () => desk,
  path: "/listings/$id/edit",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingEditPage")),
});
export const holdings = createRoute({
  getParentRoute: () => desk,
  path: "/holdings",
  component: lazyRouteComponent(() => import("@/features/listings/pages/HoldingsPage")),
});
export const notices = createRoute({
  getParentRoute: () => desk,
  path: "/notices",
  validateSearch: (search: Search) => only({ view: text(search.view) as "calendar" | "list" | undefined }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/NoticesPage")),
});
export const notifications = createRoute({
  getParentRoute: () => desk,
  path: "/notifications",
  validateSearch: (search: Search) => only({ page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/notifications/pages/NotificationsPage")),
});
export const organization = createRoute({
  getParentRoute: () => desk,
  path: "/organization",
  component: lazyRouteComponent(() => import("@/features/organization/pages/OrganizationPage")),
});
export const admin = createRoute({
  getParentRoute: () => desk,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/features/admin/pages/AdminPage")),
});
export const checks = createRoute({
  getParentRoute: () => desk,
  path: "/checks",
  validateSearch: (search: Search) => only({ name: text(search.name) }),
  component: lazyRouteComponent(() => import("@/features/checks/pages/ChecksPage")),
});
const dealSearch = (search: Search) =>
  only({ state: text(search.state) as Schemas["DealState"] | undefined, page: pageOf(search.page) });
export const apply = createRoute({
  getParentRoute: () => desk,
  path: "/apply/$listingId",
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplyPage")),
});
export const applications = createRoute({
  getParentRoute: () => desk,
  path: "/applications",
  validateSearch: dealSearch,
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplicationsPage")),
});
export const application = createRoute({
  getParentRoute: () => desk,
  path: "/applications/$id",
  validateSearch: (search: Search) => only({ sent: text(String(search.sent ?? "")) }),
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplicationPage")),
});
export const inbox = createRoute({
  getParentRoute: () => desk,
  path: "/inbox",
  validateSearch: dealSearch,
  component: lazyRouteComponent(() => import("@/features/deals/pages/InboxPage")),
});
export const engagements = createRoute({
  getParentRoute: () => desk,
  path: "/engagements",
  component: lazyRouteComponent(() => import("@/features/deals/pages/EngagementsPage")),
});
export const contracts = createRoute({
  getParentRoute: () => desk,
  path: "/contracts",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["ContractState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/contracts/pages/ContractsPage")),
});
export const rulings = createRoute({
  getParentRoute: () => desk,
  path: "/rulings",
  component: lazyRouteComponent(() => import("@/features/contracts/pages/RulingsPage")),
});
export const contract = createRoute({
  getParentRoute: () => desk,
  path: "/contracts/$id",
  component: lazyRouteComponent(() => import("@/features/contracts/pages/ContractPage")),
});
export const inboxDeal = createRoute({
  getParentRoute: () => desk,
  path: "/inbox/$id",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/applications/$id", params, replace: true });
  },
});
export const filings = createRoute({
  getParentRoute: () => desk,
  path: "/filings",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["FilingState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/filings/pages/FilingsPage")),
});
export const filing = createRoute({
  getParentRoute: () => desk,
  path: "/filings/$id",
  component: lazyRouteComponent(() => import("@/features/filings/pages/FilingPage")),
});
