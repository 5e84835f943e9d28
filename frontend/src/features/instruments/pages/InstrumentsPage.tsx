import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { PRODUCT_TONES, type Product, type State } from "../model";
import { ProductState } from "../ProductState";

const STATES = Object.keys(PRODUCT_TONES) as State[];

/** The provider's own shelf, drafts and withdrawn products included. */
export default function InstrumentsPage() {
  const { t } = useTranslation("instruments");
  const states = useTranslation("states").t;
  const text = useText();
  const navigate = useNavigate();
  const { state } = useSearch({ from: "/desk/instruments" });
  const list = api.useQuery("get", "/api/instruments/own");
  const all = list.data ?? [];
  const create = (
    <Button type="primary" onClick={() => void navigate({ to: "/instruments/new" })}>
      {t("list.new")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} actions={create} />
      <div className="stack">
        <FilterTabs
          label={t("column.state")}
          value={state ?? ""}
          onChange={(key) => void navigate({ to: "/instruments", search: key ? { state: key as State } : {} })}
          entries={[
            { key: "", label: t("list.all"), count: all.length },
            ...STATES.map((key) => ({
              key,
              label: states(`instrument.${key}`),
              count: all.filter((row) => row.state === key).length,
            })),
          ]}
        />
        <DataTable<Product>
          caption={t("list.title")}
          rows={list.data?.filter((row) => !state || row.state === state)}
          rowKey={(row) => row.id}
          loading={list.isPending}
          error={list.error}
          retry={() => void list.refetch()}
          empty={{ title: t("list.empty"), hint: t("list.empty_hint"), action: create }}
          columns={[
            {
              key: "name",
              title: t("column.name"),
              names: true,
              render: (row) => (
                <Link to="/instruments/$id" params={{ id: row.id }}>
                  {text(row.name)}
                </Link>
              ),
            },
            { key: "kind", title: t("column.kind"), render: (row) => text(row.kind_label) },
            { key: "state", title: t("column.state"), render: (row) => <ProductState state={row.state} /> },
            {
              key: "amount",
              title: t("column.amount"),
              numeric: true,
              render: (row) => (
                <>
                  <Money minor={row.amount_min_minor} style="round" /> –{" "}
                  <Money minor={row.amount_max_minor} style="round" />
                </>
              ),
            },
            { key: "price", title: t("column.price"), render: (row) => text(row.price.text) },
            {
              key: "conditions",
              title: t("column.conditions"),
              render: (row) => t("conditions_count", { count: row.gates.length }),
            },
            { key: "valid", title: t("column.valid"), render: (row) => <DateText value={row.valid_to} /> },
          ]}
        />
      </div>
    </>
  );
}
