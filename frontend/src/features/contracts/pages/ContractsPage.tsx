import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { StateTag } from "@/shared/ui/StateTag";
import { ContractState } from "../ContractState";
import { CONTRACT_TONES, type ContractRow, type State } from "../model";

const SIZE = 20;
const STATES = Object.keys(CONTRACT_TONES) as State[];

export default function ContractsPage() {
  const { t } = useTranslation("contracts");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const me = useSession();
  const { state, page = 1 } = useSearch({ from: "/desk/contracts" });
  const counts = api.useQuery("get", "/api/contracts/counts");
  const list = api.useQuery("get", "/api/contracts", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  const columns: Column<ContractRow>[] = [
    {
      key: "project",
      title: t("column.project"),
      names: true,
      render: (row) => (
        <Link to="/contracts/$id" params={{ id: row.id }}>
          {row.project_name}
        </Link>
      ),
    },
    {
      key: "state",
      title: t("column.state"),
      render: (row) => (
        <span className="row">
          <ContractState state={row.state} />
          {row.my_turn && <StateTag tone="wait">{t("my_turn")}</StateTag>}
        </span>
      ),
    },
    {
      key: "other",
      title: t("column.other"),
      render: (row) => (row.firm_id === me.current.organization_id ? row.university_name : row.firm_name),
    },
    { key: "effective", title: t("column.effective"), render: (row) => <DateText value={row.effective_on} /> },
    { key: "free", title: t("column.free_until"), render: (row) => <DateText value={row.free_until_on} /> },
    { key: "ends", title: t("column.ends"), render: (row) => <DateText value={row.ends_on} /> },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <div className="stack">
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) => void navigate({ to: "/contracts", search: key ? { state: key as State } : {} })}
          entries={[
            { key: "", label: t("list.all"), count: Object.values(counts.data ?? {}).reduce((sum, n) => sum + n, 0) },
            ...STATES.filter((s) => counts.data?.[s]).map((s) => ({
              key: s,
              label: states(`contract.${s}`),
              count: counts.data?.[s] ?? 0,
            })),
          ]}
        />
        <DataTable
          caption={t("list.title")}
          columns={columns}
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
            onPage: (next) => void navigate({ to: "/contracts", search: { ...(state ? { state } : {}), page: next } }),
          }}
        />
      </div>
    </>
  );
}
