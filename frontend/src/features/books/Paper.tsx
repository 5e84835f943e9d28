import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import "./books.css";
import "./words";

/** The document behind a booking, and the contract it belongs to. */
export function Paper({ of }: { of: Schemas["Document"] | null }) {
  const { t } = useTranslation("books");
  if (!of) return <span className="muted">{t("no_document")}</span>;
  const name = `${of.label} ${of.number}`;
  return (
    <div className="book-paper">
      {of.batch_id ? (
        <Link to="/payouts/$id" params={{ id: of.batch_id }}>
          {name}
        </Link>
      ) : of.distribution_id ? (
        <Link to="/distributions/$id" params={{ id: of.distribution_id }}>
          {name}
        </Link>
      ) : of.invoice_id ? (
        <Link to="/payments/$id" params={{ id: of.invoice_id }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {of.line_id && (
        <div className="small">
          <Link to="/books/entries" search={{ behind: "line", id: of.line_id }}>
            {t("see_line")}
          </Link>
        </div>
      )}
      {of.contract_id && (
        <div className="small">
          <Link to="/contracts/$id" params={{ id: of.contract_id }}>
            {of.contract_number}
          </Link>
        </div>
      )}
    </div>
  );
}
