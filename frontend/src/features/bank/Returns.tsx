import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag, type Tone } from "@/shared/ui/StateTag";

const TONES: Record<Schemas["ReturnState"], Tone> = {
  asked: "wait",
  approved: "active",
  declined: "idle",
  sent: "good",
};

/** Money on its way back to payers: a second person agrees, the e-bank sends it, the next statement closes it. */
export function Returns() {
  const { t } = useTranslation("bank");
  const may = useMay();
  const action = useAction();
  const [declined, setDeclined] = useState<string>();
  const found = api.useQuery("get", "/api/bank-returns");
  if (!found.data?.length) return null;
  return (
    <section className="stack">
      <h2>{t("returns")}</h2>
      <ProblemAlert error={action.error} />
      <DataTable<Schemas["ReturnView"]>
        caption={t("returns")}
        rows={found.data}
        rowKey={(row) => row.id}
        empty={{ title: t("returns") }}
        columns={[
          { key: "payee", title: t("payee"), names: true, render: (row) => row.payee_name },
          { key: "account", title: t("account"), render: (row) => <span className="num">{row.payee_account}</span> },
          {
            key: "amount",
            title: t("column.amount"),
            numeric: true,
            render: (row) => <Money minor={row.amount_minor} />,
          },
          { key: "why", title: t("reason"), render: (row) => row.reason },
          {
            key: "state",
            title: t("column.state"),
            render: (row) => <StateTag tone={TONES[row.state]}>{t(`return_state.${row.state}`)}</StateTag>,
          },
          {
            key: "steps",
            title: t("actions"),
            render: (row) =>
              may("bank.match") && (row.state === "asked" || row.state === "approved") ? (
                <div className="row">
                  {row.state === "asked" && !row.mine && (
                    <Button
                      type="primary"
                      size="small"
                      loading={action.busy === row.id}
                      onClick={() =>
                        void action.run(
                          row.id,
                          () =>
                            answer(
                              http.POST("/api/bank-returns/{return_id}/approve", {
                                params: { path: { return_id: row.id } },
                              }),
                            ),
                          t("approved"),
                        )
                      }
                    >
                      {t("approve")}
                    </Button>
                  )}
                  {row.state === "asked" && row.mine && <span className="muted small">{t("waits_other")}</span>}
                  <Button size="small" onClick={() => setDeclined(row.id)}>
                    {t("decline")}
                  </Button>
                </div>
              ) : null,
          },
        ]}
      />
      {declined && (
        <ReasonDialog
          title={t("decline")}
          hint={t("decline_hint")}
          confirm={t("decline")}
          minLength={2}
          run={(reason) =>
            action.run(
              "decline",
              () =>
                answer(
                  http.POST("/api/bank-returns/{return_id}/decline", {
                    params: { path: { return_id: declined } },
                    body: { reason },
                  }),
                ),
              t("return_declined"),
            )
          }
          close={() => setDeclined(undefined)}
        />
      )}
    </section>
  );
}
