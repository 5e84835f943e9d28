import { Button, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { StateTag } from "@/shared/ui/StateTag";
import { type Payable, SHARE_TONES } from "./model";
import "./words";

const AccountDialog = lazy(() => import("./AccountDialog"));
const SUMS = ["paid", "under_way", "payable", "proposed"] as const;

/** Where one's money goes: the account, masked, and what is missing for it to be paid. */
function Accounts({ accounts }: { accounts: Payable[] }) {
  const { t } = useTranslation("payouts");
  const action = useAction();
  const [setting, setSetting] = useState<Payable>();
  return (
    <div className="panel stack">
      <h2>{t("mine.accounts")}</h2>
      {accounts.map((one) => (
        <p key={`${one.payee.kind}${one.payee.id}`} className="row between">
          <span>
            {one.account ? (
              <>
                {one.account.bank_name} <span className="num">{one.account.masked}</span>
              </>
            ) : (
              t("mine.no_account")
            )}{" "}
            <span className="muted small">{one.account && one.reason}</span>
          </span>
          <Button onClick={() => setSetting(one)}>{t(one.account ? "change_account" : "set_account")}</Button>
        </p>
      ))}
      {setting && (
        <Suspense>
          <AccountDialog
            payable={setting}
            close={() => setSetting(undefined)}
            done={() => void action.run("refresh", async () => undefined, t("form.saved"))}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Everything a person was credited as inventor or manager: how it was counted, and whether it was paid. */
export function Statement() {
  const { t } = useTranslation("payouts");
  const [year, setYear] = useState<number>();
  const query = year ? { year } : {};
  const own = api.useQuery("get", "/api/payouts/statement", { params: { query } });
  const every = api.useQuery("get", "/api/payouts/statement");
  const suffix = year ? `?year=${year}` : "";
  return (
    <section className="stack" aria-label={t("mine.title")}>
      <div className="row between">
        <h2>{t("mine.title")}</h2>
        <div className="row no-print">
          <Select<number | 0>
            aria-label={t("mine.year")}
            value={year ?? 0}
            onChange={(value) => setYear(value || undefined)}
            style={{ minWidth: 120 }}
            options={[
              { value: 0, label: t("mine.all_years") },
              ...(every.data?.years ?? []).map((one) => ({ value: one, label: String(one) })),
            ]}
          />
          <Button href={`/api/payouts/statement.pdf${suffix}`} download>
            {t("mine.pdf")}
          </Button>
          <Button href={`/api/payouts/statement.csv${suffix}`} download>
            {t("mine.csv")}
          </Button>
        </div>
      </div>
      {own.data && (
        <dl className="panel row">
          {SUMS.map((state) => (
            <div key={state}>
              <dt className="muted small">{t(`mine.${state}`)}</dt>
              <dd className="statement-sum">
                <Money minor={own.data[`${state}_minor`]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {own.data && own.data.accounts.length > 0 && <Accounts accounts={own.data.accounts} />}
      <DataTable<Schemas["StatementLine"]>
        caption={t("mine.lines")}
        rows={own.data?.lines}
        rowKey={(row) => row.id}
        loading={own.isPending}
        error={own.error}
        empty={{ title: t("mine.empty"), hint: t("mine.empty_hint") }}
        columns={[
          {
            key: "title",
            title: t("mine.result"),
            names: true,
            render: (row) => (
              <>
                {row.title}
                <span className="share-why muted small">
                  {row.arithmetic}
                  {row.source && ` · ${row.source}`}
                </span>
              </>
            ),
          },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
          {
            key: "state",
            title: t("state"),
            render: (row) => (
              <>
                <StateTag tone={SHARE_TONES[row.state]}>{t(`mine.${row.state}`)}</StateTag>{" "}
                <DateText value={row.since_on} />
              </>
            ),
          },
          { key: "received", title: t("mine.received"), render: (row) => <DateText value={row.received_on} /> },
          {
            key: "contract",
            title: t("mine.contract"),
            render: (row) => (
              <>
                <span className="num">{row.contract_number}</span> <Org name={row.university_name} />
              </>
            ),
          },
        ]}
      />
      {own.data && own.data.sums.length > 1 && (
        <table className="bill panel">
          <caption>{t("mine.sums")}</caption>
          <tbody>
            {own.data.sums.map((sum) => (
              <tr key={`${sum.year}${sum.contract_number}`}>
                <th scope="row">
                  {sum.year} · {sum.contract_number} · {sum.title}
                </th>
                <td>
                  <Money minor={sum.amount_minor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {own.data && own.data.hints.length > 0 && (
        <div className="panel">
          <h2>{t("mine.hints")}</h2>
          {own.data.hints.map((hint) => (
            <p key={hint.source} className="small">
              {hint.text}{" "}
              <span className="muted">
                {hint.source} {!hint.confirmed && t("mine.unconfirmed")}
              </span>
            </p>
          ))}
        </div>
      )}
    </section>
  );
}
