import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { Clock } from "../Clock";
import { FilingState } from "../FilingState";
import { type FilingRow, STATES, type State } from "../model";

const SIZE = 20;

/** What the contracts of one's own side have to be handed in for, nearest last day first. */
export default function FilingsPage() {
  const { t } = useTranslation("filings");
  const states = useTranslation("states").t;
  const me = useSession();
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/filings" });
  const counts = api.useQuery("get", "/api/filings/counts").data ?? {};
  const list = api.useQuery("get", "/api/filings", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) => void navigate({ to: "/filings", search: key ? { state: key as State } : {} })}
          entries={[
            { key: "", label: t("show_all"), count: all },
            ...STATES.map((key) => ({ key, label: states(`filing.${key}`), count: counts[key] ?? 0 })),
          ]}
        />
        <DataTable<FilingRow>
          caption={t("title")}
          rows={list.data?.items}
          rowKey={(row) => row.id}
          loading={list.isPending}
          error={list.error}
          retry={() => void list.refetch()}
          empty={{ title: t("empty"), hint: t("empty_hint") }}
          paging={{
            page,
            size: SIZE,
            total: list.data?.total ?? 0,
            onPage: (next) => void navigate({ to: "/filings", search: { ...(state ? { state } : {}), page: next } }),
          }}
          columns={[
            {
              key: "what",
              title: t("column.what"),
              names: true,
              render: (row) => (
                <Link to="/filings/$id" params={{ id: row.id }}>
                  {t(`kind.${row.kind}`)} · {row.title}
                </Link>
              ),
            },
            { key: "state", title: t("column.state"), render: (row) => <FilingState state={row.state} /> },
            { key: "clock", title: t("column.clock"), render: (row) => <Clock filing={row} /> },
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
