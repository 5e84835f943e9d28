import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { CardList } from "@/shared/ui/CardList";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { RefundCard } from "../refunds/RefundCard";
import "../refunds/words";

const SIZE = 20;
const SHOWN = ["", "requested", "unknown", "processing", "succeeded", "to_bank", "failed", "declined"] as const;

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
        <CardList
          found={list}
          label={t("title")}
          empty={t("empty")}
          emptyHint={t("empty_hint")}
          page={page}
          size={SIZE}
          onPage={(next) => void navigate({ to: "/refunds", search: { ...search, page: next } })}
        >
          {(one) => <RefundCard key={one.id} refund={one} bill />}
        </CardList>
      </div>
    </>
  );
}
