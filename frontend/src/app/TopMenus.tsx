import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http, signedInMark } from "@/api/client";
import { changeLanguage, language } from "@/shared/lib/i18n";
import { useSession } from "@/shared/session/session";
import { setMode, useDark } from "@/theme/mode";
import { Sign } from "./Sign";
import { UnreadCount } from "./UnreadCount";

/** Notifications, language, theme, the person and her organizations. */
export function TopMenus() {
  const { t } = useTranslation();
  const me = useSession();
  const client = useQueryClient();
  const isDark = useDark();

  async function switchTo(membershipId: string) {
    await answer(http.POST("/api/session/organization", { body: { membership_id: membershipId } }));
    client.clear();
    window.location.assign("/app/");
  }
  async function signOut() {
    await answer(http.DELETE("/api/session"));
    signedInMark.set(false);
    window.location.assign("/app/sign-in");
  }

  const others = me.memberships.filter((m) => m.id !== me.current.id);
  const items: MenuProps["items"] = [
    {
      key: "who",
      type: "group",
      label: t("me.acting", { title: me.current.title, organization: me.current.organization_name }),
    },
    ...others.map((m) => ({
      key: m.id,
      label: t("me.switch_to", { organization: m.organization_name }),
      onClick: () => void switchTo(m.id),
    })),
    { type: "divider" as const },
    { key: "out", label: t("me.sign_out"), onClick: () => void signOut() },
  ];
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
      <Dropdown menu={{ items }} trigger={["click"]} autoFocus>
        <button type="button" className="icon-button">
          <span className="visually-hidden">{t("me.menu_of", { name: me.name })}</span>
          <span className="avatar" aria-hidden="true">
            {me.name.slice(0, 1)}
          </span>
          <span className="wide-only" aria-hidden="true">
            {me.name}
          </span>
        </button>
      </Dropdown>
    </div>
  );
}
