import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

/** Notices of the payment provider that could not be applied, oldest first: why, since when, and a way back to work. */
export function ParkedNotices() {
  const { t } = useTranslation("admin");
  const list = api.useQuery("get", "/api/payment-notices");
  const action = useAction();
  const replay = (id: string) =>
    answer(http.POST("/api/payment-notices/{notice_id}/replay", { params: { path: { notice_id: id } } }));
  return (
    <section className="stack">
      <div>
        <h2>{t("notices.title")}</h2>
        <p className="muted" style={{ margin: 0 }}>
          {t("notices.lead")}
        </p>
      </div>
      <ProblemAlert error={action.error} />
      <DataTable
        caption={t("notices.title")}
        rows={list.data}
        rowKey={(row) => row.id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("notices.empty") }}
        columns={[
          { key: "kind", title: t("notices.kind"), names: true, render: (row) => <code>{row.kind}</code> },
          { key: "about", title: t("notices.about"), render: (row) => <code>{row.object_ref}</code> },
          { key: "received", title: t("notices.received"), render: (row) => <DateText value={row.received_at} /> },
          { key: "tries", title: t("notices.tries"), numeric: true, render: (row) => row.tries },
          {
            key: "why",
            title: t("notices.why"),
            render: (row) => {
              const [code = ""] = row.last_error.split(" ");
              const words = t(`notices.reason.${code as "unknown_object"}`, { defaultValue: "" });
              return (
                <>
                  {words} <span className="parked-error">{row.last_error}</span>
                </>
              );
            },
          },
          {
            key: "replay",
            title: t("notices.act"),
            render: (row) => (
              <Button
                size="small"
                loading={action.busy === row.id}
                aria-label={t("notices.replay_named", { kind: row.kind })}
                onClick={() => void action.run(row.id, () => replay(row.id), t("notices.done"))}
              >
                {t("notices.replay")}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}
