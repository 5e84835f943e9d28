import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { TONES } from "../model";
import "../words";

type Row = Schemas["MonthView"];

/** The months of a book: which are closed, by whom and when; each leads to what stands in the way. */
export default function ClosingsPage() {
  const { t } = useTranslation("closings");
  const states = useTranslation("states").t;
  const list = api.useQuery("get", "/api/closings");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead", { organization: list.data?.organization ?? t("all") })} />
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {list.data && (
        <DataTable<Row>
          caption={t("months")}
          rows={list.data.items}
          rowKey={(row) => row.month}
          empty={{ title: t("empty"), hint: t("empty_hint") }}
          columns={[
            {
              key: "month",
              title: t("month"),
              names: true,
              render: (row) => (
                <Link to="/closings/$month" params={{ month: row.month }}>
                  {row.month}
                </Link>
              ),
            },
            {
              key: "state",
              title: t("state"),
              render: (row) => (
                <StateTag tone={TONES[row.state ?? "open"]}>{states(`month_closing.${row.state ?? "open"}`)}</StateTag>
              ),
            },
            {
              key: "closed",
              title: t("closed_at"),
              render: (row) => <DateText value={row.closed_at} precision="minute" />,
            },
            {
              key: "people",
              title: t("people"),
              render: (row) => [row.asked_by_name, row.decided_by_name].filter(Boolean).join(t("comma")),
            },
          ]}
        />
      )}
    </>
  );
}
