import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Org } from "@/shared/ui/Org";
import { StateTag } from "@/shared/ui/StateTag";
import { DealState } from "./DealState";
import { DEAL_TONES, type DealRow, type DealState as State } from "./model";

const SIZE = 20;
const STATES = Object.keys(DEAL_TONES) as State[];

interface Props {
  side: "firm" | "university";
  to: "/applications" | "/inbox";
  state: State | undefined;
  page: number;
}

/** The applications of one's own side; what waits for oneself comes first and says so. */
export function DealTable({ side, to, state, page }: Props) {
  const { t } = useTranslation("deals");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const counts = api.useQuery("get", "/api/deals/counts");
  const list = api.useQuery("get", "/api/deals", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  const columns: Column<DealRow>[] = [
    {
      key: "listing",
      title: t("column.listing"),
      names: true,
      render: (row) =>
        row.state === "draft" ? (
          <Link to="/apply/$listingId" params={{ listingId: row.listing_id }}>
            {row.listing_title}
          </Link>
        ) : (
          <Link to="/applications/$id" params={{ id: row.id }}>
            {row.listing_title}
          </Link>
        ),
    },
    {
      key: "state",
      title: t("column.state"),
      render: (row) => (
        <span className="row">
          <DealState state={row.state} />
          {row.my_turn && row.state !== "draft" && <StateTag tone="wait">{t("my_turn")}</StateTag>}
        </span>
      ),
    },
    {
      key: "other",
      title: side === "firm" ? t("column.university") : t("column.firm"),
      render: (row) => <Org name={side === "firm" ? row.university_name : row.firm_name} />,
    },
    ...(side === "university"
      ? [
          {
            key: "priority",
            title: t("column.priority"),
            render: (row: DealRow) => (row.priority ? <StateTag tone="active">{t("priority")}</StateTag> : "—"),
          },
        ]
      : []),
    { key: "submitted", title: t("column.submitted"), render: (row) => <DateText value={row.submitted_at} /> },
    {
      key: "due",
      title: t("column.reply_due"),
      render: (row) => (
        <span className={row.overdue ? "warn" : ""}>
          <DateText value={row.state === "submitted" ? row.reply_due_on : null} />
          {row.overdue && ` ${t("overdue")}`}
        </span>
      ),
    },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <div className="stack">
      <FilterTabs
        label={t("column.state")}
        value={state ?? ""}
        onChange={(key) => void navigate({ to, search: key ? { state: key as State } : {} })}
        entries={[
          { key: "", label: t("all"), count: Object.values(counts.data ?? {}).reduce((sum, n) => sum + n, 0) },
          ...STATES.filter((s) => counts.data?.[s]).map((s) => ({
            key: s,
            label: states(`deal.${s}`),
            count: counts.data?.[s] ?? 0,
          })),
        ]}
      />
      <DataTable
        caption={side === "firm" ? t("mine.title") : t("inbox.title")}
        columns={columns}
        rows={list.data?.items}
        rowKey={(row) => row.id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={
          side === "firm"
            ? { title: t("mine.empty"), hint: t("mine.empty_hint"), action: <a href="/results">{t("mine.find")}</a> }
            : { title: t("inbox.empty"), hint: t("inbox.empty_hint") }
        }
        rowClass={(row) => (row.my_turn ? "is-mine" : "")}
        paging={{
          page,
          size: SIZE,
          total: list.data?.total ?? 0,
          onPage: (next) => void navigate({ to, search: { ...(state ? { state } : {}), page: next } }),
        }}
      />
    </div>
  );
}
