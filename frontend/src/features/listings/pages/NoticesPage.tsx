import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ListingState } from "../ListingState";
import { NoticeCalendar } from "../NoticeCalendar";

type Brief = Schemas["ListingBrief"];
const SIZE = 100;

/** What is on notice, what waits for it, and when each may be published. */
export default function NoticesPage() {
  const { t } = useTranslation("listings");
  const { view = "calendar" } = useSearch({ from: "/desk/notices" });
  const navigate = useNavigate();
  const read = (state: Schemas["ListingState"]) => ({ params: { query: { state, size: SIZE } } }) as const;
  const running = api.useQuery("get", "/api/listings/own", read("price_notice"));
  const disputed = api.useQuery("get", "/api/listings/own", read("objection"));
  const waiting = api.useQuery("get", "/api/listings/own", read("approved"));
  const board = api.useQuery("get", "/api/notices", { params: { query: { size: SIZE } } });
  const onNotice = [...(running.data?.items ?? []), ...(disputed.data?.items ?? [])];
  const own = new Set(onNotice.map((item) => item.id));

  const title = {
    key: "title",
    title: t("column.title"),
    names: true,
    render: (row: Brief) => (
      <Link to="/listings/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  };
  return (
    <>
      <PageHead title={t("notices.title")} lead={t("notices.lead")} />
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
        {view === "calendar" ? (
          <NoticeCalendar notices={(board.data?.items ?? []).filter((n) => own.has(n.listing_id))} />
        ) : (
          <DataTable<Brief>
            caption={t("notices.title")}
            rows={onNotice}
            rowKey={(row) => row.id}
            loading={running.isPending}
            error={running.error}
            empty={{ title: t("notices.empty"), hint: t("notices.empty_hint") }}
            columns={[
              title,
              { key: "state", title: t("column.state"), render: (row) => <ListingState state={row.state} /> },
              { key: "to", title: t("column.notice_to"), render: (row) => <DateText value={row.notice_to} /> },
            ]}
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
              title,
              { key: "state", title: t("column.state"), render: (row) => <ListingState state={row.state} /> },
            ]}
          />
        </section>
      </div>
    </>
  );
}
