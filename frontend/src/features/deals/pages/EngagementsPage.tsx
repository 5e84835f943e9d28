import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { StateTag } from "@/shared/ui/StateTag";
import { DealState } from "../DealState";
import { CommissionSteps, useCommissionWords } from "../Manager";

type Row = Schemas["Engagement"];
const TONES = { proposed: "wait", agreed: "good", refused: "bad", ended: "idle" } as const;

/** A technology manager's work list: what to answer first, then what she follows. */
export default function EngagementsPage() {
  const { t } = useTranslation("deals");
  const words = useCommissionWords();
  const list = api.useQuery("get", "/api/deals/engagements");
  const columns: Column<Row>[] = [
    {
      key: "listing",
      title: t("column.listing"),
      names: true,
      render: (row) =>
        row.state === "agreed" ? (
          <Link to="/applications/$id" params={{ id: row.deal_id }}>
            {row.listing_title}
          </Link>
        ) : (
          row.listing_title
        ),
    },
    {
      key: "parties",
      title: t("manager.parties"),
      render: (row) => (
        <>
          <Org name={row.university_name} />
          <br />
          <Org name={row.firm_name} />
        </>
      ),
    },
    { key: "deal", title: t("column.state"), render: (row) => <DealState state={row.deal_state} /> },
    {
      key: "commission",
      title: t("manager.commission"),
      wraps: true,
      render: (row) => (
        <div className="stack is-tight">
          <span className="row">
            <StateTag tone={TONES[row.state]}>{t(`manager.state.${row.state}`)}</StateTag>
          </span>
          <span>{words(row)}</span>
          {row.message && <span className="muted">{row.message}</span>}
          <CommissionSteps commission={row} />
        </div>
      ),
    },
    {
      key: "contributions",
      title: t("manager.contributions"),
      render: (row) => <span className="num">{row.contributions}</span>,
    },
    { key: "number", title: t("column.number"), render: (row) => <span className="num">{row.number}</span> },
  ];
  return (
    <>
      <PageHead title={t("manager.list_title")} lead={t("manager.list_lead")} />
      <DataTable
        caption={t("manager.list_title")}
        columns={columns}
        rows={list.data}
        rowKey={(row) => row.id}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={{ title: t("manager.list_empty"), hint: t("manager.list_empty_hint") }}
      />
    </>
  );
}
