import { Link, useParams } from "@tanstack/react-router";
import { Button, Popconfirm, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { approveBatch, BATCH_TONES, type Batch, LINE_TONES, recordResults, withdrawBatch } from "../model";
import { ResultFiles } from "../ResultFiles";
import { Transfers } from "../Transfers";
import "../words";

const FORMS = ["xlsx", "csv", "xml"] as const;

function Moves({ batch }: { batch: Batch }) {
  const { t } = useTranslation("payouts");
  const action = useAction();
  const may = (move: Batch["moves"][number]) => batch.moves.includes(move);
  const held = batch.payouts.filter((line) => line.state === "held" && line.way === "bank").map((line) => line.id);
  return (
    <div className="stack">
      <ProblemAlert error={action.error} />
      <div className="row no-print">
        {may("approve") && (
          <Popconfirm
            title={t("ask.approve")}
            okText={t("step.approve")}
            onConfirm={() => void action.run("approve", () => approveBatch(batch.id), t("done.approve"))}
          >
            <Button type="primary" loading={action.busy === "approve"}>
              {t("step.approve")}
            </Button>
          </Popconfirm>
        )}
        {may("withdraw") && (
          <Button onClick={() => void action.run("withdraw", () => withdrawBatch(batch.id), t("done.withdraw"))}>
            {t("step.withdraw")}
          </Button>
        )}
        {may("record") && held.length > 0 && (
          <Button
            type="primary"
            loading={action.busy === "confirm"}
            onClick={() =>
              void action.run(
                "confirm",
                () => recordResults(batch.id, { confirmed: held, returned: [] }),
                t("done.confirm"),
              )
            }
          >
            {t("step.confirm", { count: held.length })}
          </Button>
        )}
      </div>
      {may("file") && (
        <div className="row no-print">
          <span>{t("file")}</span>
          {FORMS.map((form) => (
            <Button key={form} size="small" href={`/api/payouts/${batch.id}/file?form=${form}`} download>
              {form.toUpperCase()}
            </Button>
          ))}
          <span className="muted small">{t("file_hint")}</span>
        </div>
      )}
    </div>
  );
}

function Lines({ batch }: { batch: Batch }) {
  const { t } = useTranslation("payouts");
  const action = useAction();
  const [returning, setReturning] = useState<string>();
  const open = (row: Schemas["PayoutView"]) =>
    row.way === "bank" && batch.moves.includes("record") && (row.state === "held" || row.state === "confirmed");
  return (
    <>
      <DataTable<Schemas["PayoutView"]>
        caption={t("lines")}
        rows={batch.payouts}
        rowKey={(row) => row.id}
        empty={{ title: t("no_batches") }}
        columns={[
          { key: "payee", title: t("payee"), names: true, render: (row) => row.payee_name },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
          {
            key: "account",
            title: t("account"),
            render: (row) => (
              <>
                {row.account_name} {row.bank_name} <span className="num">{row.masked}</span>{" "}
                <span className="muted small">{t(`way.${row.way}`)}</span>
              </>
            ),
          },
          { key: "shares", title: t("shares"), numeric: true, render: (row) => row.shares },
          {
            key: "state",
            title: t("state"),
            render: (row) => (
              <span className="row">
                <StateTag tone={LINE_TONES[row.state]}>{t(`line.${row.state}`)}</StateTag>
                <span className="muted small">{row.reason}</span>
                {open(row) && (
                  <Button
                    size="small"
                    aria-label={`${t("step.return")} ${row.payee_name}`}
                    onClick={() => setReturning(row.id)}
                  >
                    {t("step.return")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {returning && (
        <ReasonDialog
          title={t("step.return")}
          hint={t("return_hint")}
          confirm={t("step.return")}
          danger
          close={() => setReturning(undefined)}
          run={async (reason) => {
            await recordResults(batch.id, { confirmed: [], returned: [{ payout_id: returning, reason }] });
            await action.run("refresh", async () => undefined, t("done.return"));
          }}
        />
      )}
    </>
  );
}

/** One batch on its way to the bank: two persons, a file, and what came back. */
export default function PayoutPage() {
  const { t } = useTranslation("payouts");
  const { id } = useParams({ from: "/desk/payouts/$id" });
  const found = api.useQuery("get", "/api/payouts/{batch_id}", { params: { path: { batch_id: id } } });
  const batch = found.data;
  const may = useMay();
  return (
    <>
      <PageHead
        title={batch?.number ?? t("title")}
        back={{ to: "/payouts", label: t("title") }}
        tag={batch && <StateTag tone={BATCH_TONES[batch.state]}>{t(`batch.${batch.state}`)}</StateTag>}
        lead={
          may("ledger.read") && (
            <Link to="/books/entries" search={{ behind: "batch", id }}>
              {t("see_entries")}
            </Link>
          )
        }
      />
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {found.isPending && <Skeleton active />}
      {batch && (
        <div className="stack">
          <section className="panel stack">
            <dl className="facts">
              <dt>{t("amount")}</dt>
              <dd>
                <Money minor={batch.amount_minor} />
              </dd>
              <dt>{t("from")}</dt>
              <dd>
                {batch.ways.includes("bank") ? (
                  <>
                    <Org name={batch.organization_name} /> <span className="num">{batch.from_account}</span>
                  </>
                ) : (
                  t("connect.from")
                )}
              </dd>
              <dt>{t("requested_by")}</dt>
              <dd>{[batch.requested_by_name, batch.approved_by_name].filter(Boolean).join(" / ")}</dd>
            </dl>
            <Moves batch={batch} />
          </section>
          <Lines batch={batch} />
          {batch.ways.includes("stripe") && batch.approved_by_name && (
            <section className="panel">
              <Transfers batchId={batch.id} />
            </section>
          )}
          <ResultFiles batch={batch} />
        </div>
      )}
    </>
  );
}
