import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay, useSession } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { InvoiceState } from "../InvoiceState";
import { OfficeWork } from "../OfficeWork";

const SIZE = 20;
export type Shown = "open" | "overdue" | "partially_paid" | "paid";
const FILTERS: Record<Shown, { state?: Schemas["InvoiceState"]; unpaid?: boolean; overdue?: boolean }> = {
  open: { unpaid: true },
  overdue: { overdue: true },
  partially_paid: { state: "partially_paid" },
  paid: { state: "paid" },
};

/** What one's side owes or is owed, unpaid first. */
export default function InvoicesPage() {
  const { t } = useTranslation("payments");
  const me = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const { show, page = 1 } = useSearch({ from: "/desk/payments" });
  const list = api.useQuery("get", "/api/invoices", {
    params: { query: { ...(show ? FILTERS[show] : {}), page, size: SIZE } },
  });
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <div className="stack">
        {may("invoice.manage") && <OfficeWork />}
        <FilterTabs
          label={t("column.state")}
          value={show ?? ""}
          onChange={(key) => void navigate({ to: "/payments", search: key ? { show: key as Shown } : {} })}
          entries={["", "open", "overdue", "partially_paid", "paid"].map((key) => ({
            key,
            label: t(`show.${(key || "all") as Shown | "all"}`),
          }))}
        />
        <DataTable<Schemas["InvoiceBrief"]>
          caption={t("list.title")}
          rows={list.data?.items}
          rowKey={(row) => row.id}
          loading={list.isPending}
          error={list.error}
          retry={() => void list.refetch()}
          empty={{ title: t("list.empty"), hint: t("list.empty_hint") }}
          paging={{
            page,
            size: SIZE,
            total: list.data?.total ?? 0,
            onPage: (next) => void navigate({ to: "/payments", search: { ...(show ? { show } : {}), page: next } }),
          }}
          columns={[
            {
              key: "title",
              title: t("column.what"),
              names: true,
              render: (row) => (
                <Link to="/payments/$id" params={{ id: row.id }}>
                  {t(`kind.${row.kind as "royalty"}`, { defaultValue: row.kind })} · {row.title}
                </Link>
              ),
            },
            { key: "state", title: t("column.state"), render: (row) => <InvoiceState invoice={row} /> },
            {
              key: "amount",
              title: t("column.amount"),
              numeric: true,
              render: (row) => <Money minor={row.amount_minor} />,
            },
            { key: "open", title: t("column.open"), numeric: true, render: (row) => <Money minor={row.open_minor} /> },
            { key: "due", title: t("column.due"), render: (row) => <DateText value={row.due_on} /> },
            {
              key: "other",
              title: t("column.other"),
              render: (row) => (
                <Org name={row.firm_id === me.current.organization_id ? row.university_name : row.firm_name} />
              ),
            },
            { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
          ]}
        />
      </div>
    </>
  );
}
