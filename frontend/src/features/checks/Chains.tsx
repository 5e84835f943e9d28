import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { count } from "@/shared/lib/money";
import { CopyText } from "@/shared/ui/CopyText";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import "./words";

/** The seals over ledger and audit trail: their ends now and by day, to be kept elsewhere. */
export function Chains() {
  const { t } = useTranslation("checks");
  const found = api.useQuery("get", "/api/oversight/chains");
  const named = (chain: string) => t(`chain.${chain as "ledger"}`, { defaultValue: chain });
  return (
    <section className="stack">
      <div className="row between">
        <h2>{t("chains")}</h2>
        <Button href="/api/oversight/chains/heads" download>
          {t("take_heads")}
        </Button>
      </div>
      <p className="muted small">{t("chains_hint")}</p>
      <ProblemAlert error={found.error} />
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      <div className="grid-2">
        {found.data?.heads.map((head) => (
          <div key={head.chain} className="panel stack">
            <h3>{named(head.chain)}</h3>
            <p>
              {t("sealed", { sealed: count(head.seq), unsealed: count(head.unsealed) })} ·{" "}
              <DateText value={head.sealed_at} precision="minute" />
            </p>
            <div className="chain-digest">
              <CopyText value={head.digest} label={t("digest")} />
            </div>
          </div>
        ))}
      </div>
      {found.data && found.data.days.length > 0 && (
        <DataTable<Schemas["DayHead"]>
          caption={t("days")}
          rows={found.data.days}
          rowKey={(row) => row.chain + row.day}
          empty={{ title: t("empty") }}
          columns={[
            { key: "day", title: t("day"), names: true, render: (row) => <DateText value={row.day} /> },
            { key: "chain", title: t("chain_column"), render: (row) => named(row.chain) },
            { key: "seq", title: t("sealed_rows"), numeric: true, render: (row) => count(row.seq) },
            { key: "digest", title: t("digest"), render: (row) => <code className="chain-digest">{row.digest}</code> },
          ]}
        />
      )}
    </section>
  );
}
