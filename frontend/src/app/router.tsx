import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { Crash } from "./Crash";
import * as enquiries from "./enquiryRoutes";
import * as finance from "./financeRoutes";
import { Lost } from "./Lost";
import * as market from "./marketRoutes";
import { desk, root, signIn } from "./roots";
import { parseSearch, stringifySearch } from "./search";

const tree = root.addChildren([
  signIn,
  desk.addChildren([
    market.home,
    market.calendar,
    market.listings,
    market.listingNew,
    market.listingImport,
    market.listing,
    market.listingEdit,
    market.notices,
    market.notifications,
    market.organization,
    market.admin,
    market.checks,
    market.apply,
    market.applications,
    market.application,
    market.inbox,
    market.engagements,
    market.contracts,
    market.rulings,
    market.holdings,
    market.contract,
    market.filings,
    market.filing,
    finance.funding,
    finance.fundingNew,
    finance.fundingRequest,
    finance.fundingEdit,
    finance.payments,
    finance.invoice,
    finance.paid,
    finance.bank,
    finance.reconciliation,
    finance.books,
    finance.bookAccount,
    finance.bookEntries,
    finance.closings,
    finance.closedMonth,
    finance.defaults,
    finance.defaultCase,
    finance.covers,
    finance.creditRecords,
    finance.distributions,
    finance.costs,
    finance.distribution,
    finance.refunds,
    finance.disputes,
    finance.payouts,
    finance.payout,
    finance.money,
    finance.pipeline,
    finance.pipelineDeal,
    finance.instruments,
    finance.instrumentNew,
    finance.instrument,
    finance.instrumentEdit,
    market.inboxDeal,
    enquiries.enquiries,
    enquiries.enquiry,
    enquiries.ask,
    enquiries.dataRooms,
    enquiries.dataRoom,
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
