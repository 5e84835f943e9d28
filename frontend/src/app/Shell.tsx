import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { forgetTyped } from "@/shared/session/ended";
import { useSession } from "@/shared/session/session";
import { Org } from "@/shared/ui/Org";
import { Mark } from "./Mark";
import { menuOf, type NavItem } from "./nav";
import { SessionEnded } from "./SessionEnded";
import { TopMenus } from "./TopMenus";
import "./Shell.css";

function Item({ item, close }: { item: NavItem; close: () => void }) {
  const { t } = useTranslation();
  if (item.street) return <a href={item.to}>{t(`nav.${item.key}`)}</a>;
  return (
    <Link
      to={item.to}
      activeOptions={{ exact: item.to === "/" || item.to === "/listings" }}
      activeProps={{ "aria-current": "page" }}
      onClick={close}
    >
      {t(`nav.${item.key}`)}
    </Link>
  );
}

/** A list of the menu; one of a single page needs no name. */
function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="shell-group">
      {name && <p id={id}>{name}</p>}
      <ul {...(name ? { "aria-labelledby": id } : {})}>{children}</ul>
    </div>
  );
}

function Side({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <nav id="side" className={open ? "shell-side is-open" : "shell-side"} aria-label={t("nav.label")}>
      {menuOf(useSession()).map(({ key, items }) => (
        <Group key={key} name={key === "start" || items.length === 1 ? "" : t(`nav.groups.${key}`)}>
          {items.map((item) => (
            <li key={item.to}>
              <Item item={item} close={close} />
            </li>
          ))}
        </Group>
      ))}
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another page is reached the drawer closes and a long menu shows where one is
  useEffect(() => {
    setOpen(false);
    forgetTyped();
    document.querySelector("#side [aria-current]")?.scrollIntoView({ block: "nearest" });
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
