import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage, language } from "@/shared/lib/i18n";
import { setMode, useDark } from "@/theme/mode";
import { PersonButton } from "./PersonButton";
import { Sign } from "./Sign";
import { UnreadCount } from "./UnreadCount";

const PersonMenu = lazy(() => import("./PersonMenu"));

/** Notifications, language, theme, the person and her organizations. */
export function TopMenus() {
  const { t } = useTranslation();
  const isDark = useDark();

  const other = language() === "en" ? "zh-CN" : "en";
  return (
    <div className="shell-menus">
      <Link to="/notifications" className="icon-button">
        <Sign name="bell" />
        <span className="wide-only">{t("nav.notifications")}</span>
        <span className="visually-hidden">{t("nav.notifications")}</span>
        <UnreadCount />
      </Link>
      <button type="button" className="icon-button" onClick={() => void changeLanguage(other)}>
        <Sign name="global" />
        <span lang={other}>{t("me.other_language")}</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={isDark ? t("me.light") : t("me.dark")}
        onClick={() => setMode(isDark ? "light" : "dark")}
      >
        {isDark ? <Sign name="sun" /> : <Sign name="moon" />}
      </button>
      <Suspense fallback={<PersonButton />}>
        <PersonMenu />
      </Suspense>
    </div>
  );
}
