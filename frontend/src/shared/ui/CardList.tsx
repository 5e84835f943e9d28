import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { EmptyState } from "./EmptyState";
import { Pager } from "./Pager";
import { ProblemAlert } from "./ProblemAlert";

interface Props<T> {
  /** The query of one page of the list. */
  found: {
    data?: { items: T[]; total: number } | undefined;
    error: unknown;
    isPending: boolean;
    refetch: () => Promise<unknown>;
  };
  label: string;
  className?: string;
  empty: string;
  emptyHint: string;
  page: number;
  size: number;
  onPage: (page: number) => void;
  /** Draws one entry as a list item with its key. */
  children: (item: T) => ReactNode;
}

/** A list of cards by pages, with what is shown while it loads, when it fails and when nothing is there. */
export function CardList<T>({
  found,
  label,
  className = "plain stack",
  empty,
  emptyHint,
  page,
  size,
  onPage,
  children,
}: Props<T>) {
  const { data } = found;
  return (
    <>
      <ProblemAlert error={found.error} retry={() => void found.refetch()} />
      {found.isPending && <Skeleton active title={false} paragraph={{ rows: 6 }} />}
      {data?.items.length === 0 && <EmptyState title={empty} hint={emptyHint} />}
      {data && data.items.length > 0 && (
        <ul className={className} aria-label={label}>
          {data.items.map(children)}
        </ul>
      )}
      {data && <Pager page={page} size={size} total={data.total} onPage={onPage} />}
    </>
  );
}
