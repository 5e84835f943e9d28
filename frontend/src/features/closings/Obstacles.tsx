import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Way } from "./Way";

type Obstacle = Schemas["Obstacle"];

/** What still stands in the way of closing: each thing with who sees to it and the way there. */
export function Obstacles({ found }: { found: Obstacle[] }) {
  const { t } = useTranslation("closings");
  const common = useTranslation().t;
  return (
    <DataTable<Obstacle>
      caption={t("obstacles")}
      rows={found}
      rowKey={(one) => `${one.kind} ${one.what} ${one.on} ${one.amount_minor}`}
      empty={{ title: t("obstacles_done") }}
      columns={[
        { key: "kind", title: t("kind_title"), render: (one) => t(`kind.${one.kind}`) },
        { key: "what", title: t("what"), names: true, render: (one) => one.what },
        { key: "owner", title: t("owner"), render: (one) => one.owner },
        { key: "on", title: t("since"), render: (one) => <DateText value={one.on} /> },
        {
          key: "amount",
          title: t("amount"),
          numeric: true,
          render: (one) => (one.amount_minor == null ? common("none") : <Money minor={one.amount_minor} />),
        },
        { key: "go", title: t("go"), render: (one) => (one.link ? <Way to={one.link} what={one.what} /> : "") },
      ]}
    />
  );
}
