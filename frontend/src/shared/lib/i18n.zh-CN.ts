import zhCN from "antd/es/locale/zh_CN";
import "dayjs/locale/zh-cn";
import admin from "../../../locales/zh-CN/admin.json";
import common from "../../../locales/zh-CN/common.json";
import contracts from "../../../locales/zh-CN/contracts.json";
import deals from "../../../locales/zh-CN/deals.json";
import financing from "../../../locales/zh-CN/financing.json";
import fund from "../../../locales/zh-CN/fund.json";
import listings from "../../../locales/zh-CN/listings.json";
import money from "../../../locales/zh-CN/money.json";
import notifications from "../../../locales/zh-CN/notifications.json";
import organization from "../../../locales/zh-CN/organization.json";
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
  money,
  financing,
  fund,
  admin,
};
export const pack = { antd: zhCN, namespaces };
export type Catalogues = typeof namespaces;
