import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import { StateTag } from "@/shared/ui/StateTag";
import { type AccessRow, TONES } from "./model";

interface Props {
  side: "firm" | "university";
  page: number;
  onPage: (page: number) => void;
}

const SIZE = 20;

/** Requests and accesses of one's own side; what waits for the university comes first. */
export function AccessTable({ side, page, onPage }: Props) {
  const { t } = useTranslation("datarooms");
  const list = api.useQuery("get", "/api/dataroom-accesses", { params: { query: { page, size: SIZE } } });
  const columns: Column<AccessRow>[] = [
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
      key: "state",
      title: t("column.state"),
      render: (row) => (
        <span className="row">
          <StateTag tone={TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>
          {row.my_turn && <StateTag tone="wait">{t("my_turn")}</StateTag>}
        </span>
      ),
    },
    {
      key: "other",
      title: t(side === "firm" ? "column.university" : "column.firm"),
      render: (row) => <Org name={side === "firm" ? row.university_name : row.firm_name} />,
    },
    { key: "asked", title: t("column.asked"), render: (row) => <DateText value={row.asked_at} /> },
    {
      key: "due",
      title: t("column.due"),
      render: (row) => (
        <span className={row.overdue ? "warn" : ""}>
          <DateText value={row.reply_due_on} /> {row.overdue && t("overdue")}
        </span>
      ),
    },
    { key: "expires", title: t("column.expires"), render: (row) => <DateText value={row.expires_on} /> },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <DataTable
      caption={t("accesses.title")}
      columns={columns}
      rows={list.data?.items}
      rowKey={(row) => row.id}
      loading={list.isPending}
      error={list.error}
      retry={() => void list.refetch()}
      empty={
        side === "firm"
          ? { title: t("accesses.empty_firm"), hint: t("accesses.empty_firm_hint") }
          : { title: t("accesses.empty"), hint: t("accesses.empty_hint") }
      }
      rowClass={(row) => (row.my_turn ? "is-mine" : "")}
      paging={{ page, size: SIZE, total: list.data?.total ?? 0, onPage }}
    />
  );
}
