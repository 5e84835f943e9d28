import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ConnectCard } from "../ConnectCard";
import { MoneyFlow } from "../MoneyFlow";
import "../words";

const SIZE = 20;

/** The paper behind a row: the furthest thing it has become leads. */
function Paper({ row }: { row: Schemas["FlowRow"] }) {
  if (row.batch_id)
    return (
      <Link to="/payouts/$id" params={{ id: row.batch_id }}>
        {row.number}
      </Link>
    );
  if (row.distribution_id)
    return (
      <Link to="/distributions/$id" params={{ id: row.distribution_id }}>
        {row.number}
      </Link>
    );
  if (row.invoice_id)
    return (
      <Link to="/payments/$id" params={{ id: row.invoice_id }}>
        {row.number}
      </Link>
    );
  return <>{row.number}</>;
}

/** What stands in the books behind a row. */
function Books({ row }: { row: Schemas["FlowRow"] }) {
  const { t } = useTranslation("payouts");
  const [behind, id] = row.batch_id
    ? (["batch", row.batch_id] as const)
    : row.distribution_id
      ? (["distribution", row.distribution_id] as const)
      : row.invoice_id
        ? (["invoice", row.invoice_id] as const)
        : [];
  if (!behind) return null;
  return (
    <Link to="/books/entries" search={{ behind, id }}>
      {t("money.see_entries")}
    </Link>
  );
}

function Rows({ figure, page }: { figure: Schemas["FlowFigure"]; page: number }) {
  const { t } = useTranslation("payouts");
  const navigate = useNavigate();
  const rows = api.useQuery("get", "/api/money/{figure}", {
    params: { path: { figure }, query: { page, size: SIZE } },
  });
  return (
    <section className="stack">
      <h2>{t("money.rows", { figure: t(`money.${figure}`) })}</h2>
      <DataTable<Schemas["FlowRow"]>
        caption={t("money.rows", { figure: t(`money.${figure}`) })}
        rows={rows.data?.items}
        rowKey={(row) => row.id}
        loading={rows.isPending}
        error={rows.error}
        empty={{ title: t("money.none") }}
        {...(rows.data
          ? {
              paging: {
                page,
                size: SIZE,
                total: rows.data.total,
                onPage: (next: number) => void navigate({ to: "/money", search: { figure, page: next } }),
              },
            }
          : {})}
        columns={[
          { key: "title", title: t("mine.result"), names: true, render: (row) => row.title },
          { key: "paper", title: t("money.document"), render: (row) => <Paper row={row} /> },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
          { key: "on", title: t("money.on"), render: (row) => <DateText value={row.on} /> },
          {
            key: "contract",
            title: t("mine.contract"),
            render: (row) => (
              <Link to="/contracts/$id" params={{ id: row.contract_id }}>
                {row.contract_number}
              </Link>
            ),
          },
          { key: "books", title: t("money.books"), render: (row) => <Books row={row} /> },
        ]}
      />
    </section>
  );
}

/** Where the money of the university's contracts is; every figure leads to what it is the sum of. */
export default function MoneyPage() {
  const { t } = useTranslation("payouts");
  const { figure = "received", page = 1 } = useSearch({ from: "/desk/money" });
  const may = useMay();
  const flow = api.useQuery("get", "/api/money");
  return (
    <>
      <PageHead title={t("money.title")} lead={t("money.lead")} />
      <div className="stack">
        <ProblemAlert error={flow.error} retry={() => void flow.refetch()} />
        {flow.isPending && <Skeleton active />}
        {flow.data && (
          <section className="panel">
            <MoneyFlow flow={flow.data} figure={figure} />
          </section>
        )}
        <Rows figure={figure} page={page} />
        {may("payout.request") && <ConnectCard />}
      </div>
    </>
  );
}
