import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { PageHead } from "@/shared/ui/PageHead";
import { StateTag } from "@/shared/ui/StateTag";
import { AccessTable } from "../AccessTable";
import "../words";

function Rooms() {
  const { t } = useTranslation("datarooms");
  const rooms = api.useQuery("get", "/api/datarooms");
  return (
    <section className="stack">
      <h2>{t("rooms.title")}</h2>
      <DataTable
        caption={t("rooms.title")}
        rows={rooms.data}
        rowKey={(row) => row.listing_id}
        loading={rooms.isPending}
        error={rooms.error}
        retry={() => void rooms.refetch()}
        empty={{ title: t("rooms.empty"), hint: t("rooms.empty_hint") }}
        columns={[
          {
            key: "listing",
            title: t("column.listing"),
            names: true,
            render: (row) => (
              <Link to="/datarooms/$listingId" params={{ listingId: row.listing_id }}>
                {row.listing_title}
              </Link>
            ),
          },
          {
            key: "open",
            title: t("column.state"),
            render: (row) => (
              <StateTag tone={row.is_open ? "good" : "idle"}>{t(row.is_open ? "open" : "closed")}</StateTag>
            ),
          },
          { key: "files", title: t("rooms.files"), numeric: true, render: (row) => row.files },
          { key: "active", title: t("rooms.active"), numeric: true, render: (row) => row.active },
          { key: "waiting", title: t("rooms.waiting"), numeric: true, render: (row) => row.waiting },
        ]}
      />
    </section>
  );
}

/** The data rooms of one's own side: what waits, and which rooms there are. */
export default function DataRoomsPage() {
  const { t } = useTranslation("datarooms");
  const { page = 1 } = useSearch({ from: "/desk/datarooms" });
  const navigate = useNavigate();
  const may = useMay();
  const side = may("deal.apply") ? "firm" : "university";
  return (
    <>
      <PageHead title={t("title")} lead={t(`lead.${side}`)} />
      <div className="stack">
        <h2>{t("accesses.title")}</h2>
        <AccessTable
          side={side}
          page={page}
          onPage={(next) => void navigate({ to: "/datarooms", search: { page: next } })}
        />
        {side === "university" && <Rooms />}
      </div>
    </>
  );
}
