import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { type Schemas, signedInMark } from "@/api/client";
import { isProblem } from "@/api/problem";
import { sessionOptions } from "@/shared/session/session";
import { Crash } from "./Crash";
import { Lost } from "./Lost";
import { Shell } from "./Shell";
import { parseSearch, stringifySearch } from "./search";

type Search = Record<string, unknown>;
const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const pageOf = (value: unknown): number | undefined => (Number(value) > 1 ? Math.floor(Number(value)) : undefined);
/** Leaves out what is not set, so that addresses stay short. */
function only<T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined)) as never;
}

const root = createRootRouteWithContext<{ client: QueryClient }>()({ component: Outlet, notFoundComponent: Lost });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Search) => only({ next: text(search.next) }),
  component: lazyRouteComponent(() => import("./pages/SignInPage")),
});

/** Everything behind the sign-in: the guard loads who is there once and keeps it. */
const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const leave = redirect({ to: "/sign-in", search: { next: `/app${location.href}` } });
    if (!signedInMark.get()) throw leave;
    try {
      await context.client.ensureQueryData(sessionOptions);
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error;
      signedInMark.set(false);
      throw leave;
    }
  },
});

const home = createRoute({
  getParentRoute: () => desk,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/WorkPage")),
});
const listings = createRoute({
  getParentRoute: () => desk,
  path: "/listings",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["ListingState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingsPage")),
});
const listingNew = createRoute({
  getParentRoute: () => desk,
  path: "/listings/new",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingNewPage")),
});
const listingImport = createRoute({
  getParentRoute: () => desk,
  path: "/listings/import",
  validateSearch: (search: Search) => only({ batch: text(search.batch) }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/ImportPage")),
});
const listing = createRoute({
  getParentRoute: () => desk,
  path: "/listings/$id",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingPage")),
});
const listingEdit = createRoute({
  getParentRoute: () => desk,
  path: "/listings/$id/edit",
  component: lazyRouteComponent(() => import("@/features/listings/pages/ListingEditPage")),
});
const notices = createRoute({
  getParentRoute: () => desk,
  path: "/notices",
  validateSearch: (search: Search) => only({ view: text(search.view) as "calendar" | "list" | undefined }),
  component: lazyRouteComponent(() => import("@/features/listings/pages/NoticesPage")),
});
const notifications = createRoute({
  getParentRoute: () => desk,
  path: "/notifications",
  validateSearch: (search: Search) => only({ page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/notifications/pages/NotificationsPage")),
});

const organization = createRoute({
  getParentRoute: () => desk,
  path: "/organization",
  component: lazyRouteComponent(() => import("@/features/organization/pages/OrganizationPage")),
});
const admin = createRoute({
  getParentRoute: () => desk,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/features/admin/pages/AdminPage")),
});

const dealSearch = (search: Search) =>
  only({ state: text(search.state) as Schemas["DealState"] | undefined, page: pageOf(search.page) });
const apply = createRoute({
  getParentRoute: () => desk,
  path: "/apply/$listingId",
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplyPage")),
});
const applications = createRoute({
  getParentRoute: () => desk,
  path: "/applications",
  validateSearch: dealSearch,
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplicationsPage")),
});
const application = createRoute({
  getParentRoute: () => desk,
  path: "/applications/$id",
  validateSearch: (search: Search) => only({ sent: text(String(search.sent ?? "")) }),
  component: lazyRouteComponent(() => import("@/features/deals/pages/ApplicationPage")),
});
const inbox = createRoute({
  getParentRoute: () => desk,
  path: "/inbox",
  validateSearch: dealSearch,
  component: lazyRouteComponent(() => import("@/features/deals/pages/InboxPage")),
});

const contracts = createRoute({
  getParentRoute: () => desk,
  path: "/contracts",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["ContractState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/contracts/pages/ContractsPage")),
});
const contract = createRoute({
  getParentRoute: () => desk,
  path: "/contracts/$id",
  component: lazyRouteComponent(() => import("@/features/contracts/pages/ContractPage")),
});

const funding = createRoute({
  getParentRoute: () => desk,
  path: "/funding",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingPage")),
});
const fundingNew = createRoute({
  getParentRoute: () => desk,
  path: "/funding/new",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingEditPage")),
});
const fundingRequest = createRoute({
  getParentRoute: () => desk,
  path: "/funding/$id",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingRequestPage")),
});
const fundingEdit = createRoute({
  getParentRoute: () => desk,
  path: "/funding/$id/edit",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingEditPage")),
});

const tree = root.addChildren([
  signIn,
  desk.addChildren([
    home,
    apply,
    applications,
    application,
    inbox,
    contracts,
    contract,
    funding,
    fundingNew,
    fundingRequest,
    fundingEdit,
    listings,
    listingNew,
    listingImport,
    listing,
    listingEdit,
    notices,
    notifications,
    organization,
    admin,
  ]),
]);

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    basepath: "/app",
    context: { client },
    parseSearch,
    stringifySearch,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: Lost,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
