import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
  tag?: ReactNode;
}

/** The one h1 of a page; it takes the focus when the page is reached, so that a reader starts at the top. */
export function PageHead({ title, lead, back, actions, tag }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t("brand")}`;
  }, [title, t]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-head">
      <div>
        {back && (
          <Link to={back.to} className="back no-print">
            ← {back.label}
          </Link>
        )}
        <div className="row">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tag}
        </div>
        {lead && <div className="muted page-lead">{lead}</div>}
      </div>
      {actions && <div className="row no-print">{actions}</div>}
    </header>
  );
}
