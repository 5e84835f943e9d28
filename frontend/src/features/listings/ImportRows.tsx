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

type View = Schemas["ImportView"];
type Row = Schemas["ImportRowView"];
const COLUMNS = [
  "title",
  "number",
  "filed_on",
  "granted_on",
  "problem",
  "mechanism",
  "benefit",
  "keywords",
  "field",
  "trl",
  "unit",
  "inventors",
  "free_months",
  "fee",
  "royalty",
] as const;
const LONG = new Set(["problem", "mechanism", "benefit"]);

function MendDialog({ batch, row, close }: { batch: string; row: Row; close: () => void }) {
  const { t } = useTranslation("listings");
  const [form] = Form.useForm<Record<string, string>>();
  const action = useAction();
  const faults = new Map(row.errors.map((e) => [e.column, e.message]));
  const shown = [...COLUMNS].sort((a, b) => Number(faults.has(b)) - Number(faults.has(a)));

  async function mend(cells: Record<string, string>) {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, v]) => v?.trim()));
    const view = await action.run("mend", () =>
      answer(
        http.PUT("/api/listing-imports/{batch_id}/rows/{row_number}", {
          params: { path: { batch_id: batch, row_number: row.row_number } },
          body: { cells: filled },
        }),
      ),
    );
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
  const rows = view.rows.filter((row) => only === "" || row.errors.length > 0);
  const current = view.rows.find((row) => row.row_number === mending);
  return (
    <>
      <FilterTabs
        label={t("import.show")}
        value={only}
        onChange={setOnly}
        entries={[
          { key: "wrong", label: t("import.only_wrong"), count: view.wrong },
          { key: "", label: t("import.all_rows"), count: view.rows.length },
        ]}
      />
      <DataTable<Row>
        caption={t("import.rows")}
        rows={rows}
        rowKey={(row) => String(row.row_number)}
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
              <ul className="cell-faults">
                {row.errors.map((fault) => (
                  <li key={fault.column + fault.code}>
                    <strong>{t(`import.column.${fault.column as "title"}`)}</strong> {fault.message}
                  </li>
                ))}
              </ul>
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
                  aria-label={t("import.mend_named", { row: row.row_number })}
                >
                  {t("import.mend")}
                </Button>
              ),
          },
        ]}
      />
      {current && <MendDialog batch={view.id} row={current} close={() => setMending(undefined)} />}
    </>
  );
}
