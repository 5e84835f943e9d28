import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { BATCH_TONES, chooseRunner, type Payable, requestBatch } from "../model";
import "../words";
import "../SplitFlow.css";

const AccountDialog = lazy(() => import("../AccountDialog"));
const SIZE = 20;
const key = (row: Payable) => `${row.payee.kind}:${row.payee.id}:${row.payee.way}`;

function Owed({ owed, entrusted = false }: { owed: Schemas["Payables"]; entrusted?: boolean }) {
  const { t } = useTranslation("payouts");
  const action = useAction();
  const [chosen, setChosen] = useState<string[]>([]);
  const [setting, setSetting] = useState<Payable>();
  const payees = owed.payees.filter((row) => row.ready && chosen.includes(key(row)));
  const other = owed.run_by === "university" ? "platform" : "university";
  return (
    <section className="stack">
      <div className="row between">
        <h2>
          {entrusted ? <Org name={owed.organization_name} /> : t("payables")}{" "}
          <span className="muted small">{t("open", { amount: yuan(owed.open_minor) })}</span>
        </h2>
        {owed.may_request && (
          <Button
            type="primary"
            disabled={payees.length === 0}
            loading={action.busy === "request"}
            onClick={() =>
              void action
                .run(
                  "request",
                  () =>
                    requestBatch({
                      payees: payees.map((row) => row.payee),
                      organization_id: owed.organization_id,
                    }),
                  t("requested"),
                )
                .then((batch) => batch && setChosen([]))
            }
          >
            {t("request", { count: payees.length })}
          </Button>
        )}
      </div>
      <p className="row muted small">
        {t(`run_by.${owed.run_by}`)}
        {owed.may_choose && (
          <Button size="small" onClick={() => void action.run("choose", () => chooseRunner(other), t("chosen"))}>
            {t("choose")}
          </Button>
        )}
      </p>
      <ProblemAlert error={action.error} />
      <DataTable<Payable>
        caption={t("payables")}
        rows={owed.payees}
        rowKey={key}
        empty={{ title: t("none_owed"), hint: t("none_owed_hint") }}
        {...(owed.may_request
          ? {
              selection: {
                selectedRowKeys: chosen,
                onChange: (keys) => setChosen(keys.map(String)),
                getCheckboxProps: (row) => ({ disabled: !row.ready, "aria-label": row.name }),
              },
            }
          : {})}
        columns={[
          { key: "payee", title: t("payee"), names: true, render: (row) => row.name },
          {
            key: "state",
            title: t("state"),
            render: (row) => (
              <span className="row">
                <StateTag tone={row.ready ? "good" : "wait"}>{row.ready ? t("ready") : row.reason}</StateTag>
                {row.payee.way !== "bank" ? null : row.has_login || entrusted ? (
                  !row.account && <span className="muted small">{t(row.has_login ? "own_only" : "holder_only")}</span>
                ) : (
                  <Button size="small" aria-label={`${t("set_account")} ${row.name}`} onClick={() => setSetting(row)}>
                    {t(row.account ? "change_account" : "set_account")}
                  </Button>
                )}
              </span>
            ),
          },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.open_minor} /> },
          { key: "shares", title: t("shares"), numeric: true, render: (row) => row.shares },
          {
            key: "account",
            title: t("account"),
            render: (row) =>
              row.account ? (
                <>
                  {row.account.bank_name} <span className="num">{row.account.masked}</span>
                </>
              ) : (
                "—"
              ),
          },
        ]}
      />
      {setting && (
        <Suspense>
          <AccountDialog
            payable={setting}
            close={() => setSetting(undefined)}
            done={() => void action.run("refresh", async () => undefined, t("form.saved"))}
          />
        </Suspense>
      )}
    </section>
  );
}

/** What is owed to whom, and the batches in which it goes to the bank. */
export default function PayoutsPage() {
  const { t } = useTranslation("payouts");
  const navigate = useNavigate();
  const { page = 1 } = useSearch({ from: "/desk/payouts" });
  const runs = useMay()("payout.run");
  const owed = api.useQuery("get", "/api/payouts/payables", {}, { enabled: !runs });
  const entrusted = api.useQuery("get", "/api/payouts/entrusted", {}, { enabled: runs });
  const batches = api.useQuery("get", "/api/payouts", { params: { query: { page, size: SIZE } } });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        <ProblemAlert error={owed.error} retry={() => void owed.refetch()} />
        {owed.data && <Owed owed={owed.data} />}
        <ProblemAlert error={entrusted.error} retry={() => void entrusted.refetch()} />
        {entrusted.data?.length === 0 && <EmptyState title={t("none_entrusted")} hint={t("none_entrusted_hint")} />}
        {entrusted.data?.map((one) => (
          <Owed key={one.organization_id} owed={one} entrusted />
        ))}
        <h2>{t("batches")}</h2>
        <DataTable<Schemas["BatchBrief"]>
          caption={t("batches")}
          rows={batches.data?.items}
          rowKey={(row) => row.id}
          loading={batches.isPending}
          error={batches.error}
          empty={{ title: t("no_batches"), hint: t("no_batches_hint") }}
          {...(batches.data
            ? {
                paging: {
                  page,
                  size: SIZE,
                  total: batches.data.total,
                  onPage: (next: number) => void navigate({ to: "/payouts", search: { page: next } }),
                },
              }
            : {})}
          columns={[
            {
              key: "number",
              title: t("number"),
              names: true,
              render: (row) => (
                <Link to="/payouts/$id" params={{ id: row.id }}>
                  {row.number}
                </Link>
              ),
            },
            { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
            { key: "ways", title: t("ways"), render: (row) => row.ways.map((way) => t(`way.${way}`)).join(" / ") },
            { key: "lines", title: t("lines"), numeric: true, render: (row) => row.lines },
            {
              key: "state",
              title: t("state"),
              render: (row) => <StateTag tone={BATCH_TONES[row.state]}>{t(`batch.${row.state}`)}</StateTag>,
            },
            {
              key: "by",
              title: t("requested_by"),
              render: (row) => [row.requested_by_name, row.approved_by_name].filter(Boolean).join(" / "),
            },
          ]}
        />
      </div>
    </>
  );
}
