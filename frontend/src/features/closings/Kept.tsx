import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import type { Closing } from "./model";

/** What was kept of a month as it was closed, and the same as a file. */
export function Kept({ closing }: { closing: Closing }) {
  const { t } = useTranslation("closings");
  const file = `/api/closings/${closing.id}/file`;
  return (
    <>
      <dl className="facts">
        <dt>{t("closed_at")}</dt>
        <dd>
          <DateText value={closing.closed_at} precision="minute" />
        </dd>
        <dt>{t("transactions")}</dt>
        <dd className="num">{closing.transactions}</dd>
        <dt>{t("head")}</dt>
        <dd className="hash">
          {closing.chain_seq} · {closing.chain_digest}
        </dd>
      </dl>
      <DataTable<Schemas["TrialRow"]>
        caption={t("trial")}
        rows={closing.rows}
        rowKey={(row) => row.kind + row.currency}
        empty={{ title: t("empty") }}
        columns={[
          { key: "kind", title: t("account"), names: true, render: (row) => row.label },
          { key: "opening", title: t("opening"), numeric: true, render: (row) => <Money minor={row.opening_minor} /> },
          { key: "debit", title: t("debit"), numeric: true, render: (row) => <Money minor={row.debit_minor} /> },
          { key: "credit", title: t("credit"), numeric: true, render: (row) => <Money minor={row.credit_minor} /> },
          { key: "closing", title: t("closing"), numeric: true, render: (row) => <Money minor={row.closing_minor} /> },
        ]}
      />
      <div className="row no-print">
        <Button href={file} download>
          {t("pdf")}
        </Button>
        <Button href={`${file}?form=csv`} download>
          {t("csv")}
        </Button>
      </div>
    </>
  );
}
