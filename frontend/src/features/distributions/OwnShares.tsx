import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import { DISTRIBUTION_TONES } from "@/shared/ui/tones";

/** What an inventor was credited in all, and each part of it. */
export function OwnShares() {
  const { t } = useTranslation("distributions");
  const states = useTranslation("states").t;
  const own = api.useQuery("get", "/api/distributions/own-shares");
  return (
    <section className="stack">
      {own.data && (
        <p className="panel row">
          {t("booked")}{" "}
          <strong className="pay-sum">
            <Money minor={own.data.booked_minor} />
          </strong>
          <span className="muted">
            {t("proposed")} <Money minor={own.data.proposed_minor} />
          </span>
        </p>
      )}
      <DataTable<Schemas["OwnShare"]>
        caption={t("own")}
        rows={own.data?.shares}
        rowKey={(row) => row.id}
        loading={own.isPending}
        error={own.error}
        empty={{ title: t("empty"), hint: t("own_hint") }}
        columns={[
          { key: "title", title: t("result"), names: true, render: (row) => row.title },
          { key: "amount", title: t("amount"), numeric: true, render: (row) => <Money minor={row.amount_minor} /> },
          {
            key: "state",
            title: t("state"),
            render: (row) => (
              <StateTag tone={DISTRIBUTION_TONES[row.state]}>{states(`distribution.${row.state}`)}</StateTag>
            ),
          },
          { key: "on", title: t("on"), render: (row) => <DateText value={row.on} /> },
          {
            key: "contract",
            title: t("contract"),
            render: (row) => <span className="num">{row.contract_number}</span>,
          },
        ]}
      />
    </section>
  );
}
