import enUS from "antd/es/locale/en_US";
import calendar from "../../../locales/en/calendar.json";
import common from "../../../locales/en/common.json";
import contracts from "../../../locales/en/contracts.json";
import deals from "../../../locales/en/deals.json";
import distributions from "../../../locales/en/distributions.json";
import filings from "../../../locales/en/filings.json";
import funding from "../../../locales/en/funding.json";
import instruments from "../../../locales/en/instruments.json";
import listings from "../../../locales/en/listings.json";
import notifications from "../../../locales/en/notifications.json";
import organization from "../../../locales/en/organization.json";
import payments from "../../../locales/en/payments.json";
import pipeline from "../../../locales/en/pipeline.json";
import states from "../../../locales/en/states.json";
import words from "../../../locales/en/words.json";

export const pack = {
  antd: enUS,
  namespaces: {
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
  },
};
