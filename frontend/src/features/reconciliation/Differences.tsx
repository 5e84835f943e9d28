import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { DIFFERENCE_TONES } from "@/shared/ui/tones";

type Row = Schemas["ReconciliationDifferenceView"];

function What({ row }: { row: Row }) {
  const { t } = useTranslation("reconciliation");
  return (
    <>
      <strong>{t(`difference_kind.${row.kind}`)}</strong> · {row.label}
      {row.state === "open" && <div className="muted small advice">{t(`advice.${row.kind}`)}</div>}
      {row.reason && <div className="small advice">{row.reason}</div>}
    </>
  );
}

/** What only one side knows: how much, since when, who looks after it; booked it settles itself, else it is explained. */
export function Differences({ account }: { account: string }) {
  const { t } = useTranslation("reconciliation");
  const action = useAction();
  const [asked, setAsked] = useState<string>();
  const found = api.useQuery("get", "/api/reconciliation/differences", { params: { query: { key: account } } });
  return (
    <section className="stack">
      <h2>{t("differences")}</h2>
      <ProblemAlert error={action.error} />
      <DataTable<Row>
        caption={t("differences")}
        rows={found.data}
        rowKey={(row) => row.id}
        loading={found.isPending}
        error={found.error}
        empty={{ title: t("differences_empty"), hint: t("differences_empty_hint") }}
        columns={[
          { key: "what", title: t("what_differs"), names: true, render: (row) => <What row={row} /> },
          {
            key: "off",
            title: t("difference"),
            numeric: true,
            render: (row) => <span className="num">{yuan(row.ours_minor - row.theirs_minor)}</span>,
          },
          { key: "day", title: t("day"), render: (row) => <DateText value={row.day} /> },
          {
            key: "state",
            title: t("state_column"),
            render: (row) => (
              <>
                <StateTag tone={DIFFERENCE_TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>
                {row.state === "open" && <div className="muted small">{t("age", { count: row.age_days })}</div>}
                {row.owner_name && <div className="muted small">{t("owner", { name: row.owner_name })}</div>}
              </>
            ),
          },
          {
            key: "steps",
            title: t("actions"),
            render: (row) =>
              row.state === "open" ? (
                <div className="row">
                  {!row.owner_name && (
                    <Button
                      size="small"
                      loading={action.busy === row.id}
                      onClick={() =>
                        void action.run(row.id, () =>
                          answer(
                            http.POST("/api/reconciliation/differences/{difference_id}/own", {
                              params: { path: { difference_id: row.id } },
                            }),
                          ),
                        )
                      }
                    >
                      {t("own")}
                    </Button>
                  )}
                  <Button size="small" onClick={() => setAsked(row.id)}>
                    {t("explain")}
                  </Button>
                </div>
              ) : null,
          },
        ]}
      />
      {asked && (
        <ReasonDialog
          title={t("explain")}
          hint={t("explain_hint")}
          confirm={t("explain")}
          minLength={2}
          run={(reason) =>
            action.run(
              "explain",
              () =>
                answer(
                  http.POST("/api/reconciliation/differences/{difference_id}/explain", {
                    params: { path: { difference_id: asked } },
                    body: { reason },
                  }),
                ),
              t("explained"),
            )
          }
          close={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
