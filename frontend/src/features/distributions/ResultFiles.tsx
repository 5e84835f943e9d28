import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useBusy } from "@/shared/hooks/useBusy";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FileDrop } from "@/shared/ui/FileDrop";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { type Batch, importResults } from "./model";

const MOST_BYTES = 5_000_000;

/** What the bank answered to a batch, as files: imported here, each line recorded once. */
export function ResultFiles({ batch }: { batch: Batch }) {
  const { t } = useTranslation("payouts");
  const client = useQueryClient();
  const [busy, once] = useBusy();
  const [fault, setFault] = useState<unknown>();
  const [read, setRead] = useState<Schemas["ImportedResults"]>();
  if (!batch.moves.includes("record") && batch.result_files.length === 0) return null;

  async function take(file: File) {
    setFault(undefined);
    setRead(undefined);
    try {
      setRead(await importResults(batch.id, file));
      await client.invalidateQueries();
    } catch (error) {
      setFault(error);
    }
  }
  return (
    <section className="stack">
      <h2>{t("results.title")}</h2>
      <ProblemAlert error={fault} />
      <p role="status" hidden={!read}>
        {read && (read.repeated ? t("results.repeated") : t("results.done", { count: read.confirmed, ...read }))}
      </p>
      {batch.moves.includes("record") && (
        <FileDrop
          accept=".xlsx,.xls,.csv"
          maxBytes={MOST_BYTES}
          busy={busy}
          label={t("results.drop")}
          hint={t("results.hint")}
          onFile={(file) => void once(() => take(file))}
        />
      )}
      {batch.result_files.length > 0 && (
        <DataTable<Schemas["ResultFileView"]>
          caption={t("results.title")}
          rows={batch.result_files}
          rowKey={(row) => row.id}
          empty={{ title: t("results.title") }}
          columns={[
            { key: "file", title: t("results.file"), names: true, render: (row) => row.file_name },
            {
              key: "counts",
              title: t("results.counts"),
              numeric: true,
              render: (row) => `${row.confirmed} / ${row.returned} / ${row.lines}`,
            },
            { key: "by", title: t("results.by"), render: (row) => row.imported_by_name },
            {
              key: "at",
              title: t("results.at"),
              render: (row) => <DateText value={row.imported_at} precision="minute" />,
            },
          ]}
        />
      )}
    </section>
  );
}
