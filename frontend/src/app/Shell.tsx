import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetTyped } from "@/shared/session/ended";
import { useSession } from "@/shared/session/session";
import { Org } from "@/shared/ui/Org";
import { Mark } from "./Mark";
import { menuOf } from "./nav";
import { SessionEnded } from "./SessionEnded";
import { TopMenus } from "./TopMenus";
import "./Shell.css";

function Side({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  const items = menuOf(useSession());
  return (
    <nav id="side" className={open ? "shell-side is-open" : "shell-side"} aria-label={t("nav.label")}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            {item.street ? (
              <a href={item.to}>{t(`nav.${item.key}`)}</a>
            ) : (
              <Link
                to={item.to}
                activeOptions={{ exact: item.to === "/" || item.to === "/listings" }}
                activeProps={{ "aria-current": "page" }}
                onClick={close}
              >
                {t(`nav.${item.key}`)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="shell-note muted">{t("nav.demo_note")}</p>
    </nav>
  );
}

/** Top bar, menu of the role, the page. */
export function Shell() {
  const { t } = useTranslation();
  const me = useSession();
  const [open, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever another page is reached
  useEffect(() => {
    setOpen(false);
    forgetTyped();
  }, [path]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t("nav.skip")}
      </a>
      <header className="shell-top">
        <button
          type="button"
          className="shell-burger"
          aria-expanded={open}
          aria-controls="side"
          onClick={() => setOpen(!open)}
        >
          <span className="visually-hidden">{t("nav.menu")}</span>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M3 5h14M3 10h14M3 15h14" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
        <a href="/" className="shell-brand">
          <Mark />
          <strong>{t("brand")}</strong>
        </a>
        <span className="shell-org" title={me.current.organization_name}>
          <Org name={me.current.organization_name} />
        </span>
        <TopMenus />
      </header>
      <div className="shell-body">
        <Side open={open} close={() => setOpen(false)} />
        {open && (
          <button type="button" className="shell-shade" aria-label={t("nav.close")} onClick={() => setOpen(false)} />
        )}
        <main id="main" className="shell-main" tabIndex={-1}>
          <SessionEnded />
          <Outlet />
        </main>
      </div>
    </div>
  );
}
