import { Table, type TableProps } from "antd";
import type { ColumnType } from "antd/es/table";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { count } from "@/shared/lib/money";
import "./DataTable.css";
import { EmptyState } from "./EmptyState";
import { Pager } from "./Pager";
import { ProblemAlert } from "./ProblemAlert";

export interface Column<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
  width?: number;
  numeric?: boolean;
  /** The cell that names the row: a row header for screen readers, the title of the card on a phone. */
  names?: boolean;
  /** Sentences that go on in the next line instead of widening the table. */
  wraps?: boolean;
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  loading?: boolean;
  error?: unknown;
  retry?: () => void;
  empty: { title: string; hint?: string; action?: ReactNode };
  paging?: { page: number; size: number; total: number; onPage: (page: number) => void };
  selection?: TableProps<T>["rowSelection"];
  rowClass?: (row: T) => string;
}

const narrow = () => window.matchMedia("(max-width: 767px)");
function watchNarrow(tell: () => void): () => void {
  narrow().addEventListener("change", tell);
  return () => narrow().removeEventListener("change", tell);
}

function Cards<T>({
  columns,
  rows,
  rowKey,
  caption,
}: Pick<Props<T>, "columns" | "rowKey" | "caption"> & { rows: T[] }) {
  const naming = columns.find((c) => c.names);
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {naming && <div className="card-name">{naming.render(row)}</div>}
          <dl>
            {columns
              .filter((c) => c !== naming)
              .map((c) => (
                <div key={c.key}>
                  <dt>{c.title}</dt>
                  <dd>{c.render(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** A dense table with caption, total and pages; cards on a phone; says why it is empty. */
export function DataTable<T extends object>(props: Props<T>) {
  const { caption, columns, rows, rowKey, loading = false, error, retry, empty, paging, selection, rowClass } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // What scrolls sideways must be reachable by keyboard; antd's own wrapper is not.
    box.current?.querySelector(".ant-table-content")?.setAttribute("tabindex", "0");
  });
  const isNarrow = useSyncExternalStore(watchNarrow, () => narrow().matches);
  if (error) return <ProblemAlert error={error} {...(retry ? { retry } : {})} />;
  const blank = <EmptyState {...empty} />;
  if (isNarrow && rows && !selection) {
    if (rows.length === 0) return blank;
    return (
      <div className="stack">
        <Cards {...{ caption, columns, rows, rowKey }} />
        {paging && <Pager {...paging} />}
      </div>
    );
  }
  const antdColumns: ColumnType<T>[] = columns.map((c) => ({
    key: c.key,
    title: c.title,
    render: (_, row) => (c.names || c.wraps ? <div className="cell-wraps">{c.render(row)}</div> : c.render(row)),
    ...(c.width ? { width: c.width } : {}),
    ...(c.numeric ? { align: "right" as const, className: "num" } : {}),
    ...(c.names ? { rowScope: "row" as const } : {}),
  }));
  return (
    <section ref={box} className="data-table" aria-label={caption}>
      <Table<T>
        size="middle"
        rowKey={rowKey}
        columns={antdColumns}
        dataSource={rows ?? []}
        loading={loading}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: loading ? <div className="table-wait" /> : blank }}
        {...(selection ? { rowSelection: selection } : {})}
        {...(rowClass ? { rowClassName: rowClass } : {})}
        pagination={
          paging
            ? {
                current: paging.page,
                pageSize: paging.size,
                total: paging.total,
                onChange: paging.onPage,
                showSizeChanger: false,
                hideOnSinglePage: true,
              }
            : false
        }
      />
      {paging && paging.total > 0 && (
        <p className="muted table-total">{t("table.total", { count: paging.total, shown: count(paging.total) })}</p>
      )}
    </section>
  );
}
