import { useTranslation } from "react-i18next";
import { language } from "@/shared/lib/i18n";

interface Bilingual {
  zh: string;
  en: string;
}

/** Picks the reader's language from texts that the server sends in both. */
export function useText(): (text: Bilingual) => string {
  useTranslation();
  return (text) => (language() === "en" ? text.en : text.zh);
}
