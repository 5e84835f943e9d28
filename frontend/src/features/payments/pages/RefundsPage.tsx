import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { Pager } from "@/shared/ui/Pager";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { RefundCard } from "../refunds/RefundCard";
import "../refunds/words";

const SIZE = 20;
const SHOWN = ["", "requested", "unknown", "processing", "succeeded", "to_bank", "failed"] as const;

/** All refunds of a university, or of all of them for the platform; what waits for a decision first. */
export default function RefundsPage() {
  const { t } = useTranslation("refunds");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/refunds" });
  const search = state ? { state } : {};
  const list = api.useQuery("get", "/api/refunds", { params: { query: { ...search, page, size: SIZE } } });
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        <FilterTabs
          label={t("state")}
          value={state ?? ""}
          onChange={(key) =>
            void navigate({ to: "/refunds", search: key ? { state: key as Schemas["RefundState"] } : {} })
          }
          entries={SHOWN.map((key) => ({ key, label: key ? states(`refund.${key}`) : t("all") }))}
        />
        <ProblemAlert error={list.error} retry={() => void list.refetch()} />
        {list.data?.items.length === 0 && <EmptyState title={t("empty")} hint={t("empty_hint")} />}
        {list.data && list.data.items.length > 0 && (
          <ul className="plain stack">
            {list.data.items.map((one) => (
              <RefundCard key={one.id} refund={one} bill />
            ))}
          </ul>
        )}
        {list.data && (
          <Pager
            page={page}
            size={SIZE}
            total={list.data.total}
            onPage={(next) => void navigate({ to: "/refunds", search: { ...search, page: next } })}
          />
        )}
      </div>
    </>
  );
}
