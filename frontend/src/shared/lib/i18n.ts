import type { Locale as AntdLocale } from "antd/es/locale";
import dayjs from "dayjs";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export type Language = "zh-CN" | "en";
const KEY = "xianyong.language";

interface Pack {
  antd: AntdLocale;
  namespaces: Record<string, object>;
}

const loaders: Record<Language, () => Promise<Pack>> = {
  "zh-CN": () => import("./i18n.zh-CN").then((m) => m.pack),
  en: () => import("./i18n.en").then((m) => m.pack),
};

let current: Pack | undefined;
export const antdLocale = (): AntdLocale | undefined => current?.antd;
export const language = (): Language => (i18next.language === "en" ? "en" : "zh-CN");

export function preferredLanguage(): Language {
  const stored = localStorage.getItem(KEY) ?? navigator.language;
  return stored.startsWith("en") ? "en" : "zh-CN";
}

async function load(to: Language): Promise<void> {
  current = await loaders[to]();
  for (const [name, catalogue] of Object.entries(current.namespaces)) {
    i18next.addResourceBundle(to, name, catalogue, true, true);
  }
  dayjs.locale(to === "en" ? "en" : "zh-cn");
  document.documentElement.lang = to;
}

export async function startI18n(): Promise<void> {
  const to = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: to,
    fallbackLng: false,
    defaultNS: "common",
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(to);
}

/** Changes the language in place: open forms keep what was typed. */
export async function changeLanguage(to: Language): Promise<void> {
  localStorage.setItem(KEY, to);
  await load(to);
  await i18next.changeLanguage(to);
}
