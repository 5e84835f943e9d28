import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { addDays } from "@/shared/lib/date";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { progress } from "../calendar";
import { ListingState } from "../ListingState";
import { NoticeCalendar } from "../NoticeCalendar";
import { PriceBrief } from "../PriceBrief";

type Brief = Schemas["ListingBrief"];
type Notice = Schemas["NoticeView"];
const SIZE = 100;
const PHONE = "(max-width: 767px)";

/** What is on notice, what waits for it, and when each may be published. */
export default function NoticesPage() {
  const { t } = useTranslation("listings");
  const search = useSearch({ from: "/desk/notices" });
  const view = search.view ?? (window.matchMedia(PHONE).matches ? "list" : "calendar");
  const navigate = useNavigate();
  const own = api.useQuery("get", "/api/notices", { params: { query: { own: true, size: SIZE } } });
  const waiting = api.useQuery("get", "/api/listings/own", { params: { query: { state: "approved", size: SIZE } } });
  const notices = own.data?.items ?? [];
  // A notice posted today begins tomorrow: so the server's date is known, which in the demo runs ahead of the reader's.
  const period = api.useQuery("get", "/api/notice-period");
  const today = period.data && addDays(period.data.begins_on, -1);

  function stand(notice: Notice): string {
    if (notice.objections_open) return t("notices.paused");
    if (!today) return "";
    const at = progress(notice, today);
    if (at.kind === "running") return t("notices.day_of", { day: at.day, days: at.days });
    return at.kind === "ahead" ? t("notices.not_yet") : t("notices.over");
  }
  const columns: Column<Notice>[] = [
    {
      key: "title",
      title: t("column.title"),
      names: true,
      render: (row) => (
        <Link to="/listings/$id" params={{ id: row.listing_id }}>
          {row.title}
        </Link>
      ),
    },
    {
      key: "period",
      title: t("notices.period"),
      render: (row) => (
        <>
          <DateText value={row.notice_from} /> – <DateText value={row.notice_to} />
        </>
      ),
    },
    { key: "progress", title: t("notices.progress"), render: stand },
    { key: "publish", title: t("notices.publish_on"), render: (row) => <DateText value={addDays(row.notice_to, 1)} /> },
    {
      key: "objections",
      title: t("notices.objections"),
      render: (row) =>
        row.objections_open ? (
          <span className="warn">{t("notices.objections_open", { count: row.objections_open })}</span>
        ) : (
          t("notices.none")
        ),
    },
  ];
  return (
    <>
      <PageHead
        title={t("notices.title")}
        lead={t("notices.lead")}
        actions={<Button href="/publicity">{t("notices.board")}</Button>}
      />
      <div className="stack">
        <FilterTabs
          label={t("notices.view")}
          value={view}
          onChange={(key) => void navigate({ to: "/notices", search: { view: key as "calendar" | "list" } })}
          entries={[
            { key: "calendar", label: t("notices.calendar") },
            { key: "list", label: t("notices.list") },
          ]}
        />
        <ProblemAlert error={own.error} retry={() => void own.refetch()} />
        {own.isPending && <Skeleton active title={false} paragraph={{ rows: 10 }} />}
        {own.data && today && view === "calendar" && <NoticeCalendar notices={notices} today={today} />}
        {own.data && view === "list" && (
          <DataTable<Notice>
            caption={t("notices.title")}
            rows={notices}
            rowKey={(row) => row.listing_id}
            empty={{ title: t("notices.empty"), hint: t("notices.empty_hint") }}
            columns={columns}
          />
        )}
        <section className="stack">
          <h2>{t("notices.waiting")}</h2>
          <DataTable<Brief>
            caption={t("notices.waiting")}
            rows={waiting.data?.items}
            rowKey={(row) => row.id}
            loading={waiting.isPending}
            error={waiting.error}
            empty={{ title: t("notices.waiting_empty") }}
            columns={[
              {
                key: "title",
                title: t("column.title"),
                names: true,
                render: (row) => (
                  <Link to="/listings/$id" params={{ id: row.id }}>
                    {row.title}
                  </Link>
                ),
              },
              { key: "state", title: t("column.state"), render: (row) => <ListingState state={row.state} /> },
              { key: "price", title: t("column.price"), render: (row) => <PriceBrief item={row} /> },
            ]}
          />
        </section>
      </div>
    </>
  );
}
