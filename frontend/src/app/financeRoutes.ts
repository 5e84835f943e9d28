import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { desk, only, pageOf, type Search, text } from "./roots";

export const funding = createRoute({
  getParentRoute: () => desk,
  path: "/funding",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingPage")),
});
export const fundingNew = createRoute({
  getParentRoute: () => desk,
  path: "/funding/new",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingEditPage")),
});
export const fundingRequest = createRoute({
  getParentRoute: () => desk,
  path: "/funding/$id",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingRequestPage")),
});
export const fundingEdit = createRoute({
  getParentRoute: () => desk,
  path: "/funding/$id/edit",
  component: lazyRouteComponent(() => import("@/features/funding/pages/FundingEditPage")),
});
export const payments = createRoute({
  getParentRoute: () => desk,
  path: "/payments",
  validateSearch: (search: Search) =>
    only({
      show: text(search.show) as "open" | "overdue" | "partially_paid" | "paid" | undefined,
      page: pageOf(search.page),
    }),
  component: lazyRouteComponent(() => import("@/features/payments/pages/InvoicesPage")),
});
/** What the provider's page and the wallets add to the address they send people back to. */
const returned = (search: Search) =>
  only({
    payment: text(search.payment),
    canceled: search.canceled === undefined ? undefined : "1",
    redirect_status: text(search.redirect_status),
  });
export const invoice = createRoute({
  getParentRoute: () => desk,
  path: "/payments/$id",
  validateSearch: returned,
  component: lazyRouteComponent(() => import("@/features/payments/pages/InvoicePage")),
});
/** The address the payment provider sends people back to. */
export const paid = createRoute({
  getParentRoute: () => desk,
  path: "/invoices/$id",
  validateSearch: returned,
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: "/payments/$id", params, search, replace: true });
  },
});
export const refunds = createRoute({
  getParentRoute: () => desk,
  path: "/refunds",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["RefundState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/payments/pages/RefundsPage")),
});
export const disputes = createRoute({
  getParentRoute: () => desk,
  path: "/disputes",
  validateSearch: (search: Search) =>
    only({
      dispute: text(search.dispute),
      state: text(search.state) as Schemas["PaymentDisputeState"] | undefined,
      page: pageOf(search.page),
    }),
  component: lazyRouteComponent(() => import("@/features/payments/pages/DisputesPage")),
});
export const bank = createRoute({
  getParentRoute: () => desk,
  path: "/bank",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["LineState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/bank/pages/BankPage")),
});
export const reconciliation = createRoute({
  getParentRoute: () => desk,
  path: "/reconciliation",
  validateSearch: (search: Search) => only({ account: text(search.account), day: text(search.day) }),
  component: lazyRouteComponent(() => import("@/features/reconciliation/pages/ReconciliationPage")),
});
const days = (search: Search) => only({ from: text(search.from), to: text(search.to) });
const serial = (value: unknown): number | undefined => (Number(value) >= 1 ? Math.floor(Number(value)) : undefined);
export const books = createRoute({
  getParentRoute: () => desk,
  path: "/books",
  validateSearch: (search: Search) => ({ ...days(search), ...only({ kind: text(search.kind) }) }),
  component: lazyRouteComponent(() => import("@/features/books/pages/BooksPage")),
});
export const bookAccount = createRoute({
  getParentRoute: () => desk,
  path: "/books/accounts/$key",
  validateSearch: (search: Search) => ({ ...days(search), ...only({ after: serial(search.after) }) }),
  component: lazyRouteComponent(() => import("@/features/books/pages/AccountPage")),
});
export const bookEntries = createRoute({
  getParentRoute: () => desk,
  path: "/books/entries",
  validateSearch: (search: Search) =>
    only({
      behind: text(search.behind) as Schemas["Behind"] | undefined,
      id: text(search.id),
      on: text(search.on),
      txn: serial(search.txn),
      before: serial(search.before),
    }),
  component: lazyRouteComponent(() => import("@/features/books/pages/EntriesPage")),
});
export const closings = createRoute({
  getParentRoute: () => desk,
  path: "/closings",
  component: lazyRouteComponent(() => import("@/features/closings/pages/ClosingsPage")),
});
export const closedMonth = createRoute({
  getParentRoute: () => desk,
  path: "/closings/$month",
  component: lazyRouteComponent(() => import("@/features/closings/pages/MonthPage")),
});
export const defaults = createRoute({
  getParentRoute: () => desk,
  path: "/defaults",
  validateSearch: (search: Search) =>
    only({
      show: text(search.show) as "all" | undefined,
      contract: text(search.contract),
      invoice: text(search.invoice),
      page: pageOf(search.page),
    }),
  component: lazyRouteComponent(() => import("@/features/defaults/pages/DefaultsPage")),
});
export const defaultCase = createRoute({
  getParentRoute: () => desk,
  path: "/defaults/$id",
  component: lazyRouteComponent(() => import("@/features/defaults/pages/DefaultPage")),
});
export const covers = createRoute({
  getParentRoute: () => desk,
  path: "/covers",
  component: lazyRouteComponent(() => import("@/features/defaults/pages/CoversPage")),
});
export const creditRecords = createRoute({
  getParentRoute: () => desk,
  path: "/credit-records",
  component: lazyRouteComponent(() => import("@/features/defaults/pages/CreditRecordsPage")),
});
export const pipeline = createRoute({
  getParentRoute: () => desk,
  path: "/pipeline",
  validateSearch: (search: Search) =>
    only({
      view: text(search.view) as "table" | "board" | undefined,
      deal: text(search.deal),
      status: text(search.status) as Schemas["Status"] | undefined,
      sort: text(search.sort) as "score" | "waiting" | "amount" | "newest" | undefined,
      q: text(search.q),
    }),
  component: lazyRouteComponent(() => import("@/features/pipeline/pages/PipelinePage")),
});
/** Notifications name a deal by its own address; it opens beside the list. */
export const pipelineDeal = createRoute({
  getParentRoute: () => desk,
  path: "/pipeline/$id",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/pipeline", search: { deal: params.id }, replace: true });
  },
});
export const distributions = createRoute({
  getParentRoute: () => desk,
  path: "/distributions",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["DistributionState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/distributions/pages/DistributionsPage")),
});
export const distribution = createRoute({
  getParentRoute: () => desk,
  path: "/distributions/$id",
  component: lazyRouteComponent(() => import("@/features/distributions/pages/DistributionPage")),
});
export const costs = createRoute({
  getParentRoute: () => desk,
  path: "/distributions/costs",
  component: lazyRouteComponent(() => import("@/features/distributions/pages/CostsPage")),
});
export const payouts = createRoute({
  getParentRoute: () => desk,
  path: "/payouts",
  validateSearch: (search: Search) => only({ page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/distributions/pages/PayoutsPage")),
});
export const payout = createRoute({
  getParentRoute: () => desk,
  path: "/payouts/$id",
  component: lazyRouteComponent(() => import("@/features/distributions/pages/PayoutPage")),
});
export const money = createRoute({
  getParentRoute: () => desk,
  path: "/money",
  validateSearch: (search: Search) =>
    only({
      figure: text(search.figure) as Schemas["FlowFigure"] | undefined,
      page: pageOf(search.page),
      back: text(search.back),
    }),
  component: lazyRouteComponent(() => import("@/features/distributions/pages/MoneyPage")),
});
export const instruments = createRoute({
  getParentRoute: () => desk,
  path: "/instruments",
  validateSearch: (search: Search) => only({ state: text(search.state) as Schemas["InstrumentState"] | undefined }),
  component: lazyRouteComponent(() => import("@/features/instruments/pages/InstrumentsPage")),
});
export const instrumentNew = createRoute({
  getParentRoute: () => desk,
  path: "/instruments/new",
  validateSearch: (search: Search) => only({ like: text(search.like) }),
  component: lazyRouteComponent(() => import("@/features/instruments/pages/InstrumentEditPage")),
});
export const instrument = createRoute({
  getParentRoute: () => desk,
  path: "/instruments/$id",
  component: lazyRouteComponent(() => import("@/features/instruments/pages/InstrumentPage")),
});
export const instrumentEdit = createRoute({
  getParentRoute: () => desk,
  path: "/instruments/$id/edit",
  component: lazyRouteComponent(() => import("@/features/instruments/pages/InstrumentEditPage")),
});
