import { useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Skeleton } from "antd";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ChoiceMenu } from "../ChoiceMenu";
import { neighbor, WAYS } from "../model";
import { useMoves } from "../useMoves";
import "../pipeline.css";

// The board goes without antd's table, the table without the library that drags cards, both without a form until asked.
const Board = lazy(() => import("../Board"));
const DealPanel = lazy(() => import("../DealPanel"));
const PipelineTable = lazy(() => import("../PipelineTable"));
const MoveDialog = lazy(() => import("../MoveDialog"));

const SIZE = 100;
export const SORTS = ["score", "waiting", "amount", "newest"] as const;
const STATUSES = ["eligible", "possible", "excluded"] as const;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input,textarea,select,[role=dialog],[role=menu]");

/** One list of deals as a table or a board, the chosen deal beside it; everything works by mouse, menu and keys. */
export default function PipelinePage() {
  const { t } = useTranslation("pipeline");
  const navigate = useNavigate();
  const search = useSearch({ from: "/desk/pipeline" });
  const { view = "table", deal, status, sort = "score", q } = search;
  const list = api.useQuery("get", "/api/pipeline", {
    params: { query: { size: SIZE, sort, ...(status ? { status } : {}), ...(q ? { q } : {}) } },
  });
  const items = list.data?.items ?? [];
  const moves = useMoves();
  const set = (next: Partial<typeof search>) =>
    void navigate({ to: "/pipeline", search: { ...search, ...next }, replace: true });
  const chosen = items.find((item) => item.id === deal);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") {
        const next = neighbor(items, deal, key === "j" ? 1 : -1);
        if (next) set({ deal: next });
      } else if (key === "escape" && deal) set({ deal: undefined });
      else if (chosen && /^[1-5]$/.test(key)) {
        const to = WAYS[chosen.state][Number(key) - 1];
        if (to) moves.ask(chosen, to);
      } else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <p className="visually-hidden" role="status" aria-live="assertive">
        {moves.said}
      </p>
      <div className="stack">
        <div className="row between">
          <FilterTabs
            label={t("view")}
            value={view}
            onChange={(key) => set({ view: key as "table" | "board" })}
            entries={[
              { key: "table", label: t("table") },
              { key: "board", label: t("board") },
            ]}
          />
          <div className="row">
            <Input.Search
              aria-label={t("search")}
              placeholder={t("search")}
              allowClear
              defaultValue={q}
              onSearch={(value) => set({ q: value || undefined })}
              style={{ width: 220 }}
            />
            <ChoiceMenu
              label={t("status")}
              value={status ?? "any"}
              onChange={(key) => set({ status: key === "any" ? undefined : key })}
              entries={(["any", ...STATUSES] as const).map((key) => ({ key, label: t(`match.${key}`) }))}
            />
            <ChoiceMenu
              label={t("sort")}
              value={sort}
              onChange={(key) => set({ sort: key })}
              entries={SORTS.map((key) => ({ key, label: t(`sort_by.${key}`) }))}
            />
          </div>
        </div>
        <ProblemAlert error={list.error ?? moves.error} />
        <div className={deal ? "pipeline has-panel" : "pipeline"}>
          <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 12 }} />}>
            {view === "board" ? (
              <Board items={items} chosen={deal} choose={(id) => set({ deal: id })} ask={moves.ask} />
            ) : (
              <PipelineTable
                items={list.data?.items}
                loading={list.isPending}
                chosen={deal}
                choose={(id) => set({ deal: id })}
                ask={moves.ask}
              />
            )}
          </Suspense>
          <Suspense fallback={deal && <Skeleton active title={false} />}>
            {deal && <DealPanel id={deal} close={() => set({ deal: undefined })} ask={moves.ask} />}
          </Suspense>
        </div>
        <p className="muted small no-print">{t("keys")}</p>
      </div>
      <Suspense fallback={null}>
        {moves.asking && (
          <MoveDialog item={moves.asking.item} to={moves.asking.to} run={moves.run} close={moves.drop} />
        )}
      </Suspense>
    </>
  );
}
