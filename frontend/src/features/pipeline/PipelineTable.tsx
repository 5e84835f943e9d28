import { useTranslation } from "react-i18next";
import { useText } from "@/shared/hooks/useText";
import { ApplicationStateTag } from "@/shared/ui/ApplicationStateTag";
import { DataTable } from "@/shared/ui/DataTable";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { MoveMenu } from "./MoveMenu";
import type { Ask, Item } from "./model";

interface Props {
  items: Item[] | undefined;
  loading: boolean;
  chosen: string | undefined;
  choose: (id: string) => void;
  ask: Ask;
}

export default function PipelineTable({ items, loading, chosen, choose, ask }: Props) {
  const { t } = useTranslation("pipeline");
  const text = useText();
  return (
    <DataTable<Item>
      caption={t("title")}
      rows={items}
      rowKey={(row) => row.id}
      loading={loading}
      rowClass={(row) => (row.id === chosen ? "is-chosen" : "")}
      empty={{ title: t("empty"), hint: t("empty_hint") }}
      columns={[
        {
          key: "title",
          title: t("column.project"),
          names: true,
          render: (row) => (
            <button type="button" className="link" aria-pressed={row.id === chosen} onClick={() => choose(row.id)}>
              {row.title}
            </button>
          ),
        },
        { key: "score", title: t("column.score"), numeric: true, render: (row) => row.score },
        { key: "status", title: t("status"), render: (row) => t(`match.${row.status}`) },
        { key: "state", title: t("column.state"), render: (row) => <ApplicationStateTag state={row.state} /> },
        { key: "move", title: t("move"), render: (row) => <MoveMenu item={row} ask={ask} /> },
        {
          key: "firm",
          title: t("column.firm"),
          wraps: true,
          render: (row) => (
            <>
              <Org name={row.firm_name} /> · {row.firm_city}
            </>
          ),
        },
        {
          key: "amount",
          title: t("column.amount"),
          numeric: true,
          render: (row) => <Money minor={row.amount_minor} style="round" />,
        },
        { key: "trl", title: t("column.trl"), numeric: true, render: (row) => row.trl ?? "—" },
        { key: "days", title: t("column.days"), numeric: true, render: (row) => row.days_in_state },
        { key: "product", title: t("column.product"), wraps: true, render: (row) => text(row.instrument_name) },
        { key: "owner", title: t("column.owner"), render: (row) => row.owner_name ?? "—" },
      ]}
    />
  );
}
