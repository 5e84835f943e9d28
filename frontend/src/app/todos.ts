import type { Read } from "@/api/client";
import { api } from "@/api/client";
import { useMay, useSession } from "@/shared/session/session";

export interface Todo {
  key: string;
  /** What is to be done, a key of `work.todo`. */
  kind: "reply" | "agree" | "finish" | "answer" | "sign" | "pay" | "approve" | "publish" | "split" | "screen" | "bank";
  title: string;
  to: string;
  params?: Record<string, string>;
  due?: string | null;
  late?: boolean;
}

type Deal = Read<"/api/deals">["items"][number];

const SIZE = 20;
const query = (more: object = {}) => ({ params: { query: { size: SIZE, ...more } } });

function dealTodo(deal: Deal, isFirm: boolean): Todo {
  const draft = deal.state === "draft";
  const firmKind = draft ? "finish" : deal.accepted ? "agree" : "reply";
  return {
    key: deal.id,
    kind: isFirm ? firmKind : "answer",
    title: deal.listing_title,
    to: draft ? "/apply/$listingId" : "/applications/$id",
    params: draft ? { listingId: deal.listing_id } : { id: deal.id },
    due: isFirm ? null : deal.reply_due_on,
    late: deal.overdue,
  };
}

/** What the reader has to do, gathered from the lists she may see; what is late first, then what falls due first. */
export function useTodos(): { todos: Todo[]; isPending: boolean } {
  const may = useMay();
  const me = useSession();
  const isFirm = may("deal.apply");
  const deals = api.useQuery("get", "/api/deals", query(), { enabled: isFirm || may("deal.answer") });
  const contracts = api.useQuery("get", "/api/contracts", query(), { enabled: may("contract.sign") });
  const invoices = api.useQuery("get", "/api/invoices", query(), { enabled: may("invoice.pay") });
  const approvals = api.useQuery("get", "/api/listings/own", query({ state: "internal_approval" }), {
    enabled: may("listing.approve"),
  });
  const approved = api.useQuery("get", "/api/listings/own", query({ state: "approved" }), {
    enabled: may("listing.notice"),
  });
  const splits = api.useQuery("get", "/api/distributions", query({ state: "proposed" }), {
    enabled: may("distribution.approve"),
  });
  const lines = api.useQuery("get", "/api/bank-lines", query({ state: "unmatched" }), { enabled: may("bank.match") });
  const fresh = api.useQuery("get", "/api/pipeline", query({ state: "new_match" }), { enabled: may("pipeline.read") });

  const todos: Todo[] = [
    ...(deals.data?.items ?? []).filter((deal) => deal.my_turn).map((deal) => dealTodo(deal, isFirm)),
    ...(contracts.data?.items ?? [])
      .filter((contract) => contract.my_turn)
      .map(
        (c): Todo => ({ key: c.id, kind: "sign", title: c.project_name, to: "/contracts/$id", params: { id: c.id } }),
      ),
    ...(invoices.data?.items ?? [])
      .filter((invoice) => invoice.open_minor > 0 && invoice.firm_id === me.current.organization_id)
      .map(
        (i): Todo => ({
          key: i.id,
          kind: "pay",
          title: i.title,
          to: "/payments/$id",
          params: { id: i.id },
          due: i.due_on,
          late: i.overdue,
        }),
      ),
    ...(approvals.data?.items ?? []).map(
      (l): Todo => ({ key: l.id, kind: "approve", title: l.title, to: "/listings/$id", params: { id: l.id } }),
    ),
    ...(approved.data?.items ?? []).map(
      (l): Todo => ({ key: l.id, kind: "publish", title: l.title, to: "/listings/$id", params: { id: l.id } }),
    ),
    ...(splits.data?.items ?? []).map(
      (s): Todo => ({ key: s.id, kind: "split", title: s.title, to: "/distributions" }),
    ),
    ...(lines.data?.items ?? []).map((l): Todo => ({ key: l.id, kind: "bank", title: l.payer_name, to: "/bank" })),
    ...(fresh.data?.items ?? []).map(
      (d): Todo => ({ key: d.id, kind: "screen", title: d.title, to: "/pipeline/$id", params: { id: d.id } }),
    ),
  ];
  const order = (todo: Todo) => `${todo.late ? 0 : 1}${todo.due ?? "9999"}`;
  const loading = [deals, contracts, invoices, approvals, approved, splits, lines, fresh].some((q) => q.isLoading);
  return { todos: todos.sort((a, b) => order(a).localeCompare(order(b))), isPending: loading };
}
