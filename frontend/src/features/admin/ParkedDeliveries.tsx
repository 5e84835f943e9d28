import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const SIZE = 20;

/** Announcements that a part could not take after all its tries, each with a way to try again. */
export function ParkedDeliveries() {
  const { t } = useTranslation("admin");
  const [page, setPage] = useState(1);
  const list = api.useQuery("get", "/api/admin/deliveries", { params: { query: { page, size: SIZE } } });
  const action = useAction();
  const replay = (id: string) =>
    answer(http.POST("/api/admin/deliveries/{delivery_id}/replay", { params: { path: { delivery_id: id } } }));
  return (
    <section className="stack">
      <div>
        <h2>{t("parked.title")}</h2>
        <p className="muted" style={{ margin: 0 }}>
          {t("parked.lead")}
        </p>
      </div>
      <ProblemAlert error={action.error} />
      <DataTable
        caption={t("parked.title")}
        rows={list.data?.items}
        rowKey={(row) => row.id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("parked.empty") }}
        paging={{ page, size: SIZE, total: list.data?.total ?? 0, onPage: setPage }}
        columns={[
          { key: "event", title: t("parked.event"), names: true, render: (row) => <code>{row.event}</code> },
          { key: "handler", title: t("parked.handler"), render: (row) => <code>{row.handler}</code> },
          { key: "subject", title: t("parked.subject"), render: (row) => <code>{row.subject}</code> },
          {
            key: "told",
            title: t("parked.told"),
            render: (row) => <DateText value={row.occurred_at} precision="minute" />,
          },
          { key: "attempts", title: t("parked.attempts"), numeric: true, render: (row) => row.attempts },
          {
            key: "error",
            title: t("parked.error"),
            render: (row) => <span className="parked-error">{row.last_error}</span>,
          },
          {
            key: "replay",
            title: t("parked.act"),
            render: (row) => (
              <Button
                size="small"
                loading={action.busy === row.id}
                aria-label={t("parked.replay_named", { event: row.event })}
                onClick={() => void action.run(row.id, () => replay(row.id), t("parked.done"))}
              >
                {t("parked.replay")}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
