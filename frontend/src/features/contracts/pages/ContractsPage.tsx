import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import type { Column } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { pageQuery, StateList } from "@/shared/ui/StateList";
import { StateTag } from "@/shared/ui/StateTag";
import { ContractState } from "../ContractState";
import { CONTRACT_TONES, type ContractRow, type State } from "../model";

const STATES = Object.keys(CONTRACT_TONES) as State[];

export default function ContractsPage() {
  const { t } = useTranslation("contracts");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const me = useSession();
  const { state, page = 1 } = useSearch({ from: "/desk/contracts" });
  const counts = api.useQuery("get", "/api/contracts/counts");
  const list = api.useQuery("get", "/api/contracts", pageQuery(state, page));
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
      render: (row) => <Org name={row.firm_id === me.current.organization_id ? row.university_name : row.firm_name} />,
    },
    { key: "effective", title: t("column.effective"), render: (row) => <DateText value={row.effective_on} /> },
    { key: "free", title: t("column.free_until"), render: (row) => <DateText value={row.free_until_on} /> },
    { key: "ends", title: t("column.ends"), render: (row) => <DateText value={row.ends_on} /> },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <StateList
        caption={t("list.title")}
        states={STATES}
        nameOf={(each) => states(`contract.${each}`)}
        all={t("list.all")}
        label={t("column.state")}
        counts={counts.data}
        state={state}
        page={page}
        go={(search) => void navigate({ to: "/contracts", search })}
        list={list}
        columns={columns}
        rowKey={(row) => row.id}
        empty={{ title: t("list.empty"), hint: t("list.empty_hint") }}
      />
    </>
  );
}
