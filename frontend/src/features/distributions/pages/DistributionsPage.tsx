import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { CardList } from "@/shared/ui/CardList";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { SplitCard } from "../SplitCard";
import { Statement } from "../Statement";

const SIZE = 20;
const STATES = ["", "proposed", "objected", "booked"] as const;

function University() {
  const { t } = useTranslation("distributions");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/distributions" });
  const search = state ? { state } : {};
  const list = api.useQuery("get", "/api/distributions", { params: { query: { ...search, page, size: SIZE } } });
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
      <CardList
        found={list}
        label={t("title")}
        empty={t("empty")}
        emptyHint={t("empty_hint")}
        page={page}
        size={SIZE}
        onPage={(next) => void navigate({ to: "/distributions", search: { ...search, page: next } })}
      >
        {(split) => (
          <li key={split.id}>
            <SplitCard split={split} />
          </li>
        )}
      </CardList>
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
