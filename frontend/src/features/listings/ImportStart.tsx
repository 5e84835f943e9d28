import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { DataTable } from "@/shared/ui/DataTable";
import { DateText } from "@/shared/ui/DateText";
import { FileDrop } from "@/shared/ui/FileDrop";
import { numbersIn, sheetOfNumbers } from "./imports";

const MOST_BYTES = 20_000_000;

interface Props {
  busy: boolean;
  take: (file: File) => void;
}

/** Where an import begins: a spreadsheet, pasted numbers, or one that was left unfinished. */
export function ImportStart({ busy, take }: Props) {
  const { t } = useTranslation("listings");
  const [pasted, setPasted] = useState("");
  const numbers = numbersIn(pasted);
  const earlier = api.useQuery("get", "/api/listing-imports");
  return (
    <>
      <div className="import-ways">
        <section className="panel stack">
          <h2>{t("import.by_file")}</h2>
          <FileDrop
            accept=".xlsx,.csv"
            maxBytes={MOST_BYTES}
            busy={busy}
            label={t("import.drop")}
            hint={t("import.drop_hint")}
            onFile={take}
          />
          <a href="/api/listing-imports/template" download>
            {t("import.template")}
          </a>
        </section>
        <section className="panel stack">
          <h2>
            <label htmlFor="pasted">{t("import.by_numbers")}</label>
          </h2>
          <Input.TextArea
            id="pasted"
            rows={5}
            value={pasted}
            aria-describedby="pasted-hint"
            onChange={(event) => setPasted(event.target.value)}
          />
          <p className="muted" id="pasted-hint" style={{ margin: 0 }}>
            {t("import.numbers_hint")}
          </p>
          <div>
            <Button
              disabled={numbers.length === 0}
              loading={busy}
              onClick={() => take(new File([sheetOfNumbers(numbers)], `${t("import.pasted_file")}.csv`))}
            >
              {t("import.check_numbers", { count: numbers.length })}
            </Button>
          </div>
        </section>
      </div>
      {earlier.data && earlier.data.length > 0 && (
        <section className="stack">
          <h2>{t("import.earlier")}</h2>
          <DataTable<Schemas["ImportBrief"]>
            caption={t("import.earlier")}
            rows={earlier.data}
            rowKey={(row) => row.id}
            empty={{ title: t("import.earlier") }}
            columns={[
              {
                key: "file",
                title: t("import.file"),
                names: true,
                render: (row) => (
                  <Link to="/listings/import" search={{ batch: row.id }}>
                    {row.file_name}
                  </Link>
                ),
              },
              {
                key: "at",
                title: t("import.read_at"),
                render: (row) => <DateText value={row.read_at} precision="minute" />,
              },
              { key: "wrong", title: t("import.is_wrong"), numeric: true, render: (row) => row.wrong },
              { key: "right", title: t("import.is_right"), numeric: true, render: (row) => row.right },
              { key: "created", title: t("import.is_draft"), numeric: true, render: (row) => row.created },
            ]}
          />
        </section>
      )}
    </>
  );
}
