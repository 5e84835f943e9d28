import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";

/** The statements that are in, the last one first. */
export function Statements() {
  const { t } = useTranslation("bank");
  const found = api.useQuery("get", "/api/bank-statements");
  return (
    <section className="stack">
      <h2>{t("statements")}</h2>
      <DataTable<Schemas["StatementView"]>
        caption={t("statements")}
        rows={found.data}
        rowKey={(row) => row.id}
        loading={found.isPending}
        error={found.error}
        empty={{ title: t("statement_empty") }}
        columns={[
          {
            key: "file",
            title: t("file"),
            names: true,
            render: (row) => `${row.file_name} · ${row.bank_name}`,
          },
          { key: "account", title: t("account"), render: (row) => <span className="num">{row.account_no}</span> },
          {
            key: "period",
            title: t("period"),
            render: (row) => (
              <>
                <DateText value={row.from_on} /> – <DateText value={row.to_on} />
              </>
            ),
          },
          { key: "lines", title: t("lines_count"), numeric: true, render: (row) => row.lines },
          {
            key: "closing",
            title: t("closing"),
            numeric: true,
            render: (row) => (row.closing_minor === null ? "—" : <Money minor={row.closing_minor} />),
          },
          {
            key: "at",
            title: t("imported_on"),
            render: (row) => <DateText value={row.imported_at} precision="minute" />,
          },
        ]}
      />
    </section>
  );
}
