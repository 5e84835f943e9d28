import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay } from "@/shared/session/session";
import type { Column } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { PageHead } from "@/shared/ui/PageHead";
import { pageQuery, StateList } from "@/shared/ui/StateList";
import { LISTING_TONES } from "@/shared/ui/tones";
import { ListingState } from "../ListingState";
import { PriceBrief } from "../PriceBrief";

type Brief = Schemas["ListingBrief"];
type State = Schemas["ListingState"];
const STATES = Object.keys(LISTING_TONES) as State[];

export default function ListingsPage() {
  const { t } = useTranslation("listings");
  const states = useTranslation("states").t;
  const { t: words } = useTranslation("words");
  const may = useMay();
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/listings" });
  const counts = api.useQuery("get", "/api/listings/counts");
  const list = api.useQuery("get", "/api/listings/own", pageQuery(state, page));

  const columns: Column<Brief>[] = [
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
    {
      key: "field",
      title: t("column.field"),
      render: (row) =>
        row.industry ? words(`industry.${row.industry}`) : row.track ? words(`track.${row.track}`) : "—",
    },
    { key: "trl", title: t("column.trl"), render: (row) => row.trl ?? "—", numeric: true },
    { key: "price", title: t("column.price"), render: (row) => <PriceBrief item={row} /> },
    { key: "notice", title: t("column.notice_to"), render: (row) => <DateText value={row.notice_to} /> },
    { key: "published", title: t("column.published"), render: (row) => <DateText value={row.published_at} /> },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];

  return (
    <>
      <PageHead
        title={t("list.title")}
        lead={t("list.lead")}
        actions={
          may("listing.write") && (
            <>
              <Button onClick={() => void navigate({ to: "/listings/import" })}>{t("list.import")}</Button>
              <Button type="primary" onClick={() => void navigate({ to: "/listings/new" })}>
                {t("list.new")}
              </Button>
            </>
          )
        }
      />
      <StateList
        caption={t("list.title")}
        states={STATES}
        nameOf={(each) => states(`listing.${each}`)}
        all={t("list.all")}
        label={t("column.state")}
        counts={counts.data}
        state={state}
        page={page}
        go={(search) => void navigate({ to: "/listings", search })}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ title: t("list.empty"), hint: t("list.empty_hint") }}
      />
    </>
  );
}
