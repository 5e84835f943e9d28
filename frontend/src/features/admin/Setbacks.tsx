import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const SIZE = 20;

/** What the clocks have put aside because it fails, the longest first: why, when it is tried again, and a way to try now. */
export function Setbacks() {
  const { t } = useTranslation("admin");
  const [page, setPage] = useState(1);
  const list = api.useQuery("get", "/api/admin/setbacks", { params: { query: { page, size: SIZE } } });
  const action = useAction();
  const tryAgain = (job: string, row_id: string) =>
    answer(http.POST("/api/admin/setbacks/{job}/{row_id}/try", { params: { path: { job, row_id } } }));
  const named = (job: string) => t(`setbacks.jobs.${job as "send_digests"}`, { defaultValue: job });
  return (
    <section className="stack">
      <div>
        <h2>{t("setbacks.title")}</h2>
        <p className="muted" style={{ margin: 0 }}>
          {t("setbacks.lead")}
        </p>
      </div>
      <ProblemAlert error={action.error} />
      <DataTable
        caption={t("setbacks.title")}
        rows={list.data?.items}
        rowKey={(row) => row.job + row.row_id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("setbacks.empty") }}
        paging={{ page, size: SIZE, total: list.data?.total ?? 0, onPage: setPage }}
        columns={[
          {
            key: "job",
            title: t("setbacks.job"),
            names: true,
            render: (row) => (
              <>
                {named(row.job)}
                <br />
                <code className="muted">{row.row_id}</code>
              </>
            ),
          },
          { key: "tries", title: t("setbacks.tries"), numeric: true, render: (row) => row.tries },
          {
            key: "since",
            title: t("setbacks.since"),
            render: (row) => <DateText value={row.since_at} precision="minute" />,
          },
          {
            key: "until",
            title: t("setbacks.until"),
            render: (row) => <DateText value={row.until_at} precision="minute" />,
          },
          {
            key: "why",
            title: t("setbacks.why"),
            render: (row) => <span className="parked-error">{row.reason}</span>,
          },
          {
            key: "try",
            title: t("setbacks.act"),
            render: (row) => (
              <Button
                size="small"
                loading={action.busy === row.job + row.row_id}
                aria-label={t("setbacks.try_named", { job: named(row.job), row: row.row_id })}
                onClick={() =>
                  void action.run(row.job + row.row_id, () => tryAgain(row.job, row.row_id), t("setbacks.done"))
                }
              >
                {t("setbacks.try")}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
