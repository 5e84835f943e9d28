import { useTranslation } from "react-i18next";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import type { Contract } from "./model";

type Obligation = Contract["obligations"][number];

/** Every sum the terms make due, how it was counted, and what has arrived. */
export function Owed({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  return (
    <section className="stack">
      <h2>{t("section.owed")}</h2>
      <DataTable<Obligation>
        caption={t("section.owed")}
        rows={contract.obligations}
        rowKey={(row) => row.key}
        empty={{ title: t("owed.empty"), hint: t("owed.empty_hint") }}
        columns={[
          {
            key: "what",
            title: t("owed.what"),
            names: true,
            render: (row) => (
              <>
                {t(`obligation.${row.kind}`)}
                <div className="muted small">{row.explanation}</div>
              </>
            ),
          },
          {
            key: "amount",
            title: t("owed.amount"),
            numeric: true,
            render: (row) => <Money minor={row.amount_minor} />,
          },
          {
            key: "settled",
            title: t("owed.settled"),
            numeric: true,
            render: (row) => (
              <>
                <Money minor={row.settled_minor} />
                {row.credited_minor > 0 && (
                  <div className="muted small">
                    {t("owed.credited")} <Money minor={row.credited_minor} />
                  </div>
                )}
              </>
            ),
          },
          {
            key: "due",
            title: t("owed.due"),
            render: (row) => (row.due_on ? <DateText value={row.due_on} /> : t("not_dated")),
          },
          {
            key: "state",
            title: t("column.state"),
            render: (row) =>
              row.settled_minor + row.credited_minor >= row.amount_minor ? (
                <StateTag tone="good">{t(row.settled_minor > 0 ? "owed.paid" : "owed.credited")}</StateTag>
              ) : (
                <StateTag tone={row.due_on ? "wait" : "idle"}>{row.due_on ? t("owed.open") : t("owed.ahead")}</StateTag>
              ),
          },
        ]}
      />
    </section>
  );
}
