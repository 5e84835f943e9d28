import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import { Paper } from "./Paper";
import { titleOf } from "./title";

type Booked = Schemas["BookTransaction"];

function ToEntry({ to, children }: { to: number; children: string }) {
  return (
    <Link to="/books/entries" search={{ txn: to }}>
      {children}
    </Link>
  );
}

/** One transaction as an accountant writes it: what and when, its document, debits before credits. */
export function EntryCard({ of }: { of: Booked }) {
  const { t } = useTranslation("books");
  return (
    <article className="panel stack" aria-label={t("number", { number: of.id })}>
      <div className="row between">
        <h2>
          <ToEntry to={of.id}>{`${t("number", { number: of.id })} ${of.label}`}</ToEntry>
        </h2>
        <div className="row">
          {of.reversed_by_id && <StateTag tone="idle">{t("reversed")}</StateTag>}
          <DateText value={of.effective_at} precision="minute" />
        </div>
      </div>
      <div className="book-paper">
        <Paper of={of.document} />
        {of.reverses_id && (
          <div className="small">
            <ToEntry to={of.reverses_id}>{t("reverses", { number: of.reverses_id })}</ToEntry>
          </div>
        )}
        {of.reversed_by_id && (
          <div className="small">
            <ToEntry to={of.reversed_by_id}>{t("reversed_by", { number: of.reversed_by_id })}</ToEntry>
          </div>
        )}
      </div>
      <table className="bill book-entries">
        <thead>
          <tr>
            <th scope="col">{t("account")}</th>
            <th scope="col">{t("debit")}</th>
            <th scope="col">{t("credit")}</th>
          </tr>
        </thead>
        <tbody>
          {of.entries.map((leg) => (
            <tr key={leg.account.key}>
              <th scope="row">
                {leg.account.name === null ? (
                  titleOf(leg.account, t("other_holder"))
                ) : (
                  <Link to="/books/accounts/$key" params={{ key: leg.account.key }}>
                    {titleOf(leg.account, t("other_holder"))}
                  </Link>
                )}
              </th>
              <td>{leg.debit_minor ? <Money minor={leg.debit_minor} /> : null}</td>
              <td>{leg.credit_minor ? <Money minor={leg.credit_minor} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
