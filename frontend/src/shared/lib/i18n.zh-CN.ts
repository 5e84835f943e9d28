import zhCN from "antd/es/locale/zh_CN";
import "dayjs/locale/zh-cn";
import calendar from "../../../locales/zh-CN/calendar.json";
import common from "../../../locales/zh-CN/common.json";
import contracts from "../../../locales/zh-CN/contracts.json";
import deals from "../../../locales/zh-CN/deals.json";
import distributions from "../../../locales/zh-CN/distributions.json";
import filings from "../../../locales/zh-CN/filings.json";
import funding from "../../../locales/zh-CN/funding.json";
import instruments from "../../../locales/zh-CN/instruments.json";
import listings from "../../../locales/zh-CN/listings.json";
import notifications from "../../../locales/zh-CN/notifications.json";
import organization from "../../../locales/zh-CN/organization.json";
import payments from "../../../locales/zh-CN/payments.json";
import pipeline from "../../../locales/zh-CN/pipeline.json";
import states from "../../../locales/zh-CN/states.json";
import words from "../../../locales/zh-CN/words.json";

const namespaces = {
  common,
  states,
  words,
  listings,
  notifications,
  organization,
  deals,
  contracts,
  payments,
  distributions,
  funding,
  pipeline,
  instruments,
  calendar,
  filings,
};
export const pack = { antd: zhCN, namespaces };
/** Namespaces beside the pack come with the pages that use them. */
export type Catalogues = typeof namespaces & {
  admin: typeof import("../../../locales/zh-CN/admin.json");
  work: typeof import("../../../locales/zh-CN/work.json");
  enquiries: typeof import("../../../locales/zh-CN/enquiries.json");
  datarooms: typeof import("../../../locales/zh-CN/datarooms.json");
  defaults: typeof import("../../../locales/zh-CN/defaults.json");
  bank: typeof import("../../../locales/zh-CN/bank.json");
  checks: typeof import("../../../locales/zh-CN/checks.json");
  books: typeof import("../../../locales/zh-CN/books.json");
  reconciliation: typeof import("../../../locales/zh-CN/reconciliation.json");
  closings: typeof import("../../../locales/zh-CN/closings.json");
  refunds: typeof import("../../../locales/zh-CN/refunds.json");
  disputes: typeof import("../../../locales/zh-CN/disputes.json");
  payouts: typeof import("../../../locales/zh-CN/payouts.json");
  terms: typeof import("../../../locales/zh-CN/terms.json");
  rulings: typeof import("../../../locales/zh-CN/rulings.json");
};
