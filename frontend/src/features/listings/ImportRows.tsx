import { Link } from "@tanstack/react-router";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { DataTable } from "@/shared/ui/DataTable";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { CellMend } from "./CellMend";
import { COLUMNS } from "./imports";

type View = Schemas["ImportView"];
type Row = Schemas["ImportRowView"];
const SIZE = 50;
const LONG = new Set(["problem", "mechanism", "benefit"]);

const mendRow = (batch: string, row: number, cells: Record<string, string>) =>
  answer(
    http.PUT("/api/listing-imports/{batch_id}/rows/{row_number}", {
      params: { path: { batch_id: batch, row_number: row } },
      body: { cells },
    }),
  );

function MendDialog({ batch, row, close }: { batch: string; row: Row; close: () => void }) {
  const { t } = useTranslation("listings");
  const [form] = Form.useForm<Record<string, string>>();
  const action = useAction();
  const faults = new Map(row.errors.map((e) => [e.column, e.message]));
  const shown = [...COLUMNS].sort((a, b) => Number(faults.has(b)) - Number(faults.has(a)));

  async function mend(cells: Record<string, string>) {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, v]) => v?.trim()));
    const view = await action.run("mend", () => mendRow(batch, row.row_number, filled));
    const now = view?.rows.find((r) => r.row_number === row.row_number);
    if (view && (!now || now.errors.length === 0)) close();
  }

  return (
    <Modal
      open
      width={720}
      title={t("import.mend_title", { row: row.row_number })}
      okText={t("import.mend_save")}
      cancelText={t("edit.cancel")}
      confirmLoading={action.busy === "mend"}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <ProblemAlert error={action.error} />
      <Form
        form={form}
        name="mend"
        layout="vertical"
        requiredMark={false}
        initialValues={row.cells}
        onFinish={(cells) => void mend(cells)}
      >
        {shown.map((key) => (
          <Form.Item
            key={key}
            name={key}
            label={t(`import.column.${key}`)}
            {...(faults.has(key) ? { validateStatus: "error" as const, help: faults.get(key) } : {})}
          >
            {LONG.has(key) ? <Input.TextArea autoSize maxLength={2000} /> : <Input maxLength={2000} />}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}

/** The rows of an import, wrong ones first; each wrong cell says what to do. */
export function ImportRows({ view }: { view: View }) {
  const { t } = useTranslation("listings");
  const [only, setOnly] = useState(view.wrong > 0 ? "wrong" : "");
  const [mending, setMending] = useState<number>();
  const [page, setPage] = useState(1);
  const rows = view.rows.filter((row) => only === "" || row.errors.length > 0);
  // Mending shortens the list of wrong rows: the last page may be gone.
  const shown = Math.min(page, Math.max(1, Math.ceil(rows.length / SIZE)));
  const action = useAction();
  async function mend(row: number, cells: Record<string, string>) {
    const mended = await action.run(`row-${row}`, () => mendRow(view.id, row, cells));
    // The mended row leaves the list of wrong ones: go on with the next cell instead of losing the place.
    if (mended) requestAnimationFrame(() => document.querySelector<HTMLElement>(".cell-mend input")?.focus());
  }
  const current = view.rows.find((row) => row.row_number === mending);
  return (
    <>
      <FilterTabs
        label={t("import.show")}
        value={only}
        onChange={(key) => {
          setOnly(key);
          setPage(1);
        }}
        entries={[
          { key: "wrong", label: t("import.only_wrong"), count: view.wrong },
          { key: "", label: t("import.all_rows"), count: view.rows.length },
        ]}
      />
      <ProblemAlert error={action.error} />
      <DataTable<Row>
        caption={t("import.rows")}
        rows={rows.slice(SIZE * (shown - 1), SIZE * shown)}
        rowKey={(row) => String(row.row_number)}
        paging={{ page: shown, size: SIZE, total: rows.length, onPage: setPage }}
        empty={{ title: t("import.no_wrong") }}
        columns={[
          { key: "row", title: t("import.row"), width: 70, numeric: true, render: (row) => row.row_number },
          { key: "title", title: t("import.column.title"), names: true, render: (row) => row.cells.title ?? "—" },
          {
            key: "number",
            title: t("import.column.number"),
            render: (row) => <span className="num">{row.cells.number ?? "—"}</span>,
          },
          {
            key: "state",
            title: t("column.state"),
            render: (row) =>
              row.listing_id ? (
                <StateTag tone="good">{t("import.is_draft")}</StateTag>
              ) : row.errors.length ? (
                <StateTag tone="bad">{t("import.is_wrong")}</StateTag>
              ) : (
                <StateTag tone="active">{t("import.is_right")}</StateTag>
              ),
          },
          {
            key: "errors",
            title: t("import.what"),
            render: (row) => (
              <div className="cell-faults">
                {row.listing_id === null &&
                  row.errors.map((fault) => (
                    <CellMend
                      key={fault.column + fault.code + (row.cells[fault.column] ?? "")}
                      row={row}
                      fault={fault}
                      mend={(cells) => mend(row.row_number, cells)}
                    />
                  ))}
              </div>
            ),
          },
          {
            key: "act",
            title: t("import.act"),
            render: (row) =>
              row.listing_id ? (
                <Link to="/listings/$id" params={{ id: row.listing_id }}>
                  {t("import.open")}
                </Link>
              ) : (
                <Button
                  size="small"
                  onClick={() => setMending(row.row_number)}
                  aria-label={t("import.all_cells_named", { row: row.row_number })}
                >
                  {t("import.all_cells")}
                </Button>
              ),
          },
        ]}
      />
      {current && <MendDialog batch={view.id} row={current} close={() => setMending(undefined)} />}
    </>
  );
}
