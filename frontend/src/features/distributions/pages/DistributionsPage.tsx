import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { Pager } from "@/shared/ui/Pager";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { SplitCard } from "../SplitCard";
import { Statement } from "../Statement";

const SIZE = 20;
const STATES = ["", "proposed", "objected", "booked"] as const;

function University() {
  const { t } = useTranslation("distributions");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/distributions" });
  const list = api.useQuery("get", "/api/distributions", {
    params: { query: { ...(state ? { state } : {}), page, size: SIZE } },
  });
  return (
    <div className="stack">
      <FilterTabs
        label={t("state")}
        value={state ?? ""}
        onChange={(key) =>
          void navigate({ to: "/distributions", search: key ? { state: key as Schemas["DistributionState"] } : {} })
        }
        entries={STATES.map((key) => ({ key, label: key ? states(`distribution.${key}`) : t("all") }))}
      />
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      {list.data?.items.length === 0 && <EmptyState title={t("empty")} hint={t("empty_hint")} />}
      {list.data?.items.map((split) => (
        <SplitCard key={split.id} split={split} />
      ))}
      {list.data && (
        <Pager
          page={page}
          size={SIZE}
          total={list.data.total}
          onPage={(next) =>
            void navigate({ to: "/distributions", search: { ...(state ? { state } : {}), page: next } })
          }
        />
      )}
    </div>
  );
}

/** How income is split to the fen: the university's splits to approve, or an inventor's own shares. */
export default function DistributionsPage() {
  const { t } = useTranslation("distributions");
  const may = useMay();
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={may("cost.record") && <Link to="/distributions/costs">{t("costs.title")}</Link>}
      />
      <div className="stack">
        {may("distribution.read_share") && <Statement />}
        {may("distribution.read") && <University />}
      </div>
    </>
  );
}
