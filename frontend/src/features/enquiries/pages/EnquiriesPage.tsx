import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay, useSession } from "@/shared/session/session";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { StateTag } from "@/shared/ui/StateTag";
import { type EnquiryRow, type EnquiryState, TONES } from "../model";
import { Rate } from "../Rate";
import "../words";

const SIZE = 20;
const STATES = Object.keys(TONES) as EnquiryState[];

/** The enquiries of one's own side with their clocks; what waits for oneself comes first. */
export default function EnquiriesPage() {
  const { t } = useTranslation("enquiries");
  const { state, page = 1 } = useSearch({ from: "/desk/enquiries" });
  const navigate = useNavigate();
  const me = useSession();
  const may = useMay();
  const side = may("deal.apply") ? "firm" : "university";
  const list = api.useQuery("get", "/api/enquiries", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  const columns: Column<EnquiryRow>[] = [
    {
      key: "question",
      title: t("column.question"),
      names: true,
      render: (row) => (
        <Link to="/enquiries/$id" params={{ id: row.id }} className="clip">
          {row.question}
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
      key: "due",
      title: t("column.due"),
      render: (row) => (
        <span className={row.overdue ? "warn" : ""}>
          <DateText value={row.reply_due_on} />
          {row.overdue && ` ${t("overdue")}`}
        </span>
      ),
    },
    { key: "listing", title: t("column.listing"), wraps: true, render: (row) => row.listing_title },
    {
      key: "other",
      title: t(side === "firm" ? "column.university" : "column.firm"),
      render: (row) => <Org name={side === "firm" ? row.university_name : row.firm_name} />,
    },
    { key: "asked", title: t("column.asked"), render: (row) => <DateText value={row.asked_at} /> },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <>
      <PageHead title={t("title")} lead={t(`lead.${side}`)} />
      <div className="stack">
        {side === "university" && <Rate universityId={me.current.organization_id} />}
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) => void navigate({ to: "/enquiries", search: key ? { state: key as EnquiryState } : {} })}
          entries={[{ key: "", label: t("all") }, ...STATES.map((each) => ({ key: each, label: t(`state.${each}`) }))]}
        />
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={list.data?.items}
          rowKey={(row) => row.id}
          loading={list.isPending}
          error={list.error}
          retry={() => void list.refetch()}
          empty={{
            title: t(`empty.${side}`),
            hint: t(`empty.${side}_hint`),
            ...(side === "firm" ? { action: <a href="/results">{t("find")}</a> } : {}),
          }}
          rowClass={(row) => (row.my_turn ? "is-mine" : "")}
          paging={{
            page,
            size: SIZE,
            total: list.data?.total ?? 0,
            onPage: (next) => void navigate({ to: "/enquiries", search: { ...(state ? { state } : {}), page: next } }),
          }}
        />
      </div>
    </>
  );
}
