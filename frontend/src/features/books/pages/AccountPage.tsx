import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Paper } from "../Paper";
import { Period } from "../Period";
import { titleOf } from "../title";
import "../books.css";
import "../words";

const amount = (minor: number) => (minor ? <Money minor={minor} /> : null);

function Sums({ of }: { of: Schemas["AccountStatement"] }) {
  const { t } = useTranslation("books");
  return (
    <dl className="panel book-sums">
      {(["opening", "debit", "credit", "closing"] as const).map((sum) => (
        <div key={sum}>
          <dt className="muted small">
            {t(sum === "debit" || sum === "credit" ? `${sum}_sum` : sum)}
            {(sum === "opening" || sum === "closing") && ` (${t(of.account.side)})`}
          </dt>
          <dd>
            <Money minor={of[`${sum}_minor`]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The statement of an account: opening balance, every line with its document and the balance after it, closing balance. */
export default function AccountPage() {
  const { t } = useTranslation("books");
  const navigate = useNavigate();
  const { key } = useParams({ from: "/desk/books/accounts/$key" });
  const { from, to, after } = useSearch({ from: "/desk/books/accounts/$key" });
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const found = api.useQuery("get", "/api/books/accounts/{key}/statement", {
    params: { path: { key }, query: { ...days, ...(after ? { after } : {}) } },
  });
  const statement = found.data;
  const turn = (next: number | undefined) =>
    void navigate({
      to: "/books/accounts/$key",
      params: { key },
      search: next ? { ...days, after: next } : days,
      resetScroll: false,
    });
  const account = statement?.account;
  return (
    <>
      <PageHead
        title={account ? titleOf(account, t("other_holder")) : t("statement")}
        back={{ to: "/books", label: t("title") }}
        {...(account && !account.own ? { lead: t("own_part") } : {})}
      />
      <div className="stack">
        <Period
          days={days}
          choose={(chosen) => void navigate({ to: "/books/accounts/$key", params: { key }, search: chosen })}
          file={`/api/books/accounts/${encodeURIComponent(key)}/statement/file`}
        />
        <ProblemAlert error={found.error} />
        {statement && <Sums of={statement} />}
        {!found.error && (
          <DataTable<Schemas["BookLine"]>
            caption={t("statement")}
            rows={statement?.lines}
            rowKey={(row) => String(row.txn_id)}
            loading={found.isPending}
            empty={{ title: t("statement_empty"), hint: t("statement_empty_hint") }}
            columns={[
              {
                key: "what",
                title: t("fact"),
                names: true,
                render: (row) => (
                  <>
                    <Link to="/books/entries" search={{ txn: row.txn_id }}>
                      {row.label}
                    </Link>
                    <div className="muted small">
                      {t("number", { number: row.txn_id })} · {t("against", { accounts: row.against.join(t("comma")) })}
                    </div>
                  </>
                ),
              },
              { key: "on", title: t("day"), render: (row) => <DateText value={row.effective_at} /> },
              { key: "paper", title: t("document"), render: (row) => <Paper of={row.document} /> },
              { key: "debit", title: t("debit"), numeric: true, render: (row) => amount(row.debit_minor) },
              { key: "credit", title: t("credit"), numeric: true, render: (row) => amount(row.credit_minor) },
              {
                key: "balance",
                title: t("balance"),
                numeric: true,
                render: (row) => <Money minor={row.balance_minor} />,
              },
            ]}
          />
        )}
        <div className="row no-print">
          {after && <Button onClick={() => turn(undefined)}>{t("first_page")}</Button>}
          {statement?.next && <Button onClick={() => turn(statement.next ?? undefined)}>{t("next_page")}</Button>}
        </div>
      </div>
    </>
  );
}
