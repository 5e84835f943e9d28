import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { StateTag } from "@/shared/ui/StateTag";
import { Ageing } from "../Ageing";
import { CASE_TONES, type CaseRow } from "../model";
import "../words";

const SIZE = 20;

/** Who is late, since when, with how much, and whose turn it is. */
export default function DefaultsPage() {
  const { t } = useTranslation("defaults");
  const me = useSession();
  const navigate = useNavigate();
  const { show, page = 1, contract, invoice } = useSearch({ from: "/desk/defaults" });
  const list = api.useQuery("get", "/api/defaults", {
    params: {
      query: {
        open: show !== "all" && !contract && !invoice,
        ...(contract ? { contract_id: contract } : {}),
        ...(invoice ? { invoice_id: invoice } : {}),
        page,
        size: SIZE,
      },
    },
  });
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <div className="stack">
        <p>
          <Link to="/covers">{t("covers.title")}</Link> · <Link to="/credit-records">{t("records.title")}</Link>
        </p>
        <Ageing />
        <FilterTabs
          label={t("column.state")}
          value={show ?? "open"}
          onChange={(key) => void navigate({ to: "/defaults", search: key === "all" ? { show: "all" } : {} })}
          entries={(["open", "all"] as const).map((key) => ({ key, label: t(`show.${key}`) }))}
        />
        <DataTable<CaseRow>
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
            onPage: (next) => void navigate({ to: "/defaults", search: { ...(show ? { show } : {}), page: next } }),
          }}
          columns={[
            {
              key: "title",
              title: t("column.case"),
              names: true,
              render: (row) => (
                <Link to="/defaults/$id" params={{ id: row.id }}>
                  <Org name={row.firm_id === me.current.organization_id ? row.university_name : row.firm_name} /> ·{" "}
                  {row.title}
                </Link>
              ),
            },
            {
              key: "state",
              title: t("column.state"),
              render: (row) => <StateTag tone={CASE_TONES[row.state]}>{t(`state.${row.state}`)}</StateTag>,
            },
            {
              key: "late",
              title: t("column.late"),
              numeric: true,
              render: (row) => <span className="num">{t("days", { count: row.days_late })}</span>,
            },
            {
              key: "open",
              title: t("column.open"),
              numeric: true,
              render: (row) => <Money minor={row.open_minor} />,
            },
            {
              key: "next",
              title: t("column.next"),
              render: (row) =>
                row.next.what ? (
                  <>
                    {row.next.what}
                    <br />
                    <span className="muted">
                      {row.next.responsible_name} · <DateText value={row.next.on} />
                    </span>
                  </>
                ) : (
                  <span className="muted">{t("over")}</span>
                ),
            },
            { key: "owner", title: t("column.owner"), render: (row) => row.owner_name || t("nobody") },
            { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
          ]}
        />
      </div>
    </>
  );
}
