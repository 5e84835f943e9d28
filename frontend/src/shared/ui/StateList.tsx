import { type Column, DataTable } from "./DataTable";
import { FilterTabs } from "./FilterTabs";

const SIZE = 20;

/** The page of a list as the server is asked for it. */
export const pageQuery = <S extends string>(state: S | undefined, page: number) => ({
  params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
});

interface Props<Row, S extends string> {
  caption: string;
  /** The states in the order of a life, with the word for each and for all of them. */
  states: readonly S[];
  nameOf: (state: S) => string;
  all: string;
  label: string;
  counts: Record<string, number> | undefined;
  state: S | undefined;
  page: number;
  go: (search: { state?: S; page?: number }) => void;
  list: {
    data: { items: Row[]; total: number } | undefined;
    isPending: boolean;
    error: unknown;
    refetch: () => unknown;
  };
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  empty: { title: string; hint: string };
}

/** Things that stand in states: tabs with counts for those that occur, and the table of the chosen one, page by page. */
export function StateList<Row extends object, S extends string>(props: Props<Row, S>) {
  const { counts = {}, state, list } = props;
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <div className="stack">
      <FilterTabs
        label={props.label}
        value={state ?? ""}
        entries={[
          { key: "", label: props.all, count: total },
          ...props.states
            .filter((each) => counts[each])
            .map((each) => ({ key: each, label: props.nameOf(each), count: counts[each] ?? 0 })),
        ]}
        onChange={(key) => props.go(key ? { state: key as S } : {})}
      />
      <DataTable
        caption={props.caption}
        columns={props.columns}
        rows={list.data?.items}
        rowKey={props.rowKey}
        loading={list.isPending}
        error={list.error}
        retry={() => void list.refetch()}
        empty={props.empty}
        paging={{
          page: props.page,
          size: SIZE,
          total: list.data?.total ?? 0,
          onPage: (page) => props.go({ ...(state ? { state } : {}), page }),
        }}
      />
    </div>
  );
}
