import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { ONWARD_TONES, TRANSFER_TONES, takeBack } from "./model";
import "./words";

type Transfer = Schemas["TransferView"];

/** How far the money of a line has come: to the account, and from there to the university's bank. */
function Stand({ row }: { row: Transfer }) {
  const { t } = useTranslation("payouts");
  return (
    <span className="row">
      <StateTag tone={TRANSFER_TONES[row.state]}>{t(`connect.transfer.${row.state}`)}</StateTag>
      {row.reason && <span className="muted small">{row.reason}</span>}
    </span>
  );
}

function Onward({ row }: { row: Transfer }) {
  const { t } = useTranslation("payouts");
  if (!row.onward_state) return <>—</>;
  return (
    <span className="row">
      <StateTag tone={ONWARD_TONES[row.onward_state]}>{t(`connect.onward.${row.onward_state}`)}</StateTag>
      <span className="muted small">
        <DateText value={row.onward_on} /> {row.onward_reason}
      </span>
    </span>
  );
}

/** The lines that went, or wait to go, to the university's account at the provider; of one batch, or the latest. */
export function Transfers({ batchId }: { batchId?: string }) {
  const { t } = useTranslation("payouts");
  const action = useAction();
  const [taking, setTaking] = useState<string>();
  const query = batchId ? { batch_id: batchId } : {};
  const found = api.useQuery("get", "/api/connect/transfers", { params: { query } });
  return (
    <div className="stack">
      <h3>{t("connect.transfers")}</h3>
      <DataTable<Transfer>
        caption={t("connect.transfers")}
        rows={found.data}
        rowKey={(row) => row.payout_id}
        loading={found.isPending}
        error={found.error}
        empty={{ title: t("connect.no_transfers"), hint: t("connect.no_transfers_hint") }}
        columns={[
          {
            key: "number",
            title: t("number"),
            names: true,
            render: (row) => (
              <Link to="/payouts/$id" params={{ id: row.batch_id }}>
                {row.number}
              </Link>
            ),
          },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
          { key: "state", title: t("state"), render: (row) => <Stand row={row} /> },
          { key: "onward", title: t("connect.to_bank"), render: (row) => <Onward row={row} /> },
          {
            key: "step",
            title: t("connect.step"),
            render: (row) =>
              row.may_take_back ? (
                <Button
                  size="small"
                  aria-label={`${t("connect.take_back")} ${row.number}`}
                  onClick={() => setTaking(row.payout_id)}
                >
                  {t(row.state === "waiting" ? "connect.give_up" : "connect.take_back")}
                </Button>
              ) : (
                "—"
              ),
          },
        ]}
      />
      {taking && (
        <ReasonDialog
          title={t("connect.take_back")}
          hint={t("connect.take_back_hint")}
          confirm={t("connect.take_back")}
          danger
          close={() => setTaking(undefined)}
          run={async (reason) => {
            await takeBack(taking, reason);
            await action.run("refresh", async () => undefined, t("connect.taken_back"));
          }}
        />
      )}
    </div>
  );
}
