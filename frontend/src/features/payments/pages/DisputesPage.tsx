import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { CardList } from "@/shared/ui/CardList";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ClaimCard } from "../disputes/ClaimCard";
import { DisputeCard } from "../disputes/DisputeCard";
import { DisputeDetail } from "../disputes/DisputeDetail";
import "../disputes/words";

const SIZE = 20;
const SHOWN = ["", "opened", "evidence_sent", "won", "lost"] as const;

/** Disputes, or the one that the address names. */
export default function DisputesPage() {
  const { dispute } = useSearch({ from: "/desk/disputes" });
  return dispute ? <DisputeDetail key={dispute} id={dispute} /> : <List />;
}

/** All disputes of a university, or of all of them for the platform; what waits for evidence first, and who owes what back. */
function List() {
  const { t } = useTranslation("disputes");
  const states = useTranslation("states").t;
  const navigate = useNavigate();
  const { state, page = 1 } = useSearch({ from: "/desk/disputes" });
  const search = state ? { state } : {};
  const list = api.useQuery("get", "/api/payment-disputes", { params: { query: { ...search, page, size: SIZE } } });
  const claims = api.useQuery("get", "/api/dispute-claims");
  const owed = (claims.data ?? []).filter((claim) => claim.state === "open" || claim.state === "asked");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="stack">
        <FilterTabs
          label={t("state")}
          value={state ?? ""}
          onChange={(key) =>
            void navigate({ to: "/disputes", search: key ? { state: key as Schemas["PaymentDisputeState"] } : {} })
          }
          entries={SHOWN.map((key) => ({ key, label: key ? states(`payment_dispute.${key}`) : t("all") }))}
        />
        <CardList
          found={list}
          label={t("title")}
          empty={t("empty")}
          emptyHint={t("empty_hint")}
          page={page}
          size={SIZE}
          onPage={(next) => void navigate({ to: "/disputes", search: { ...search, page: next } })}
        >
          {(one) => <DisputeCard key={one.id} dispute={one} />}
        </CardList>
        <ProblemAlert error={claims.error} />
        {owed.length > 0 && (
          <section className="stack">
            <h2>{t("claims")}</h2>
            <p className="muted">{t("claims_lead")}</p>
            <ul className="plain stack">
              {owed.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
