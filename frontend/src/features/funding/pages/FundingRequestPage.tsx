import { useNavigate, useParams } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useText } from "@/shared/hooks/useText";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Applications } from "../Applications";
import { MatchCard } from "../MatchCard";
import type { Draft, Request } from "../model";

function Facts({ facts }: { facts: Schemas["FactView"][] }) {
  const { t } = useTranslation("funding");
  const text = useText();
  return (
    <details className="panel">
      <summary>{t("facts_title", { count: facts.length })}</summary>
      <dl className="facts">
        {facts.map((fact) => (
          <div key={fact.field} className="facts-pair">
            <dt>{text(fact.label)}</dt>
            <dd>
              {text(fact.text)} <span className="muted small">{t(`provenance.${fact.provenance}`)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Group({
  kind,
  matches,
  request,
}: {
  kind: "eligible" | "possible" | "excluded";
  matches: Schemas["MatchView"][];
  request: Request;
}) {
  const { t } = useTranslation("funding");
  if (matches.length === 0) return null;
  const cards = (
    <ul className="matches">
      {matches.map((match) => (
        <MatchCard key={match.instrument.id} view={match} request={request} />
      ))}
    </ul>
  );
  const title = t(`group.${kind}`, { count: matches.length });
  return kind === "excluded" ? (
    <details>
      <summary>{title}</summary>
      {cards}
    </details>
  ) : (
    <section>
      <h2>{title}</h2>
      {cards}
    </section>
  );
}

/** Which products fit a request, which might, which do not, and why, gate by gate. */
export default function FundingRequestPage() {
  const { t } = useTranslation("funding");
  const { id } = useParams({ from: "/desk/funding/$id" });
  const navigate = useNavigate();
  const action = useAction();
  const params = { params: { path: { request_id: id } } };
  const found = api.useQuery("get", "/api/funding-requests/{request_id}", params);
  const matches = api.useQuery("get", "/api/funding-requests/{request_id}/matches", params);
  const request = found.data;
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!request) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const all = matches.data;
  return (
    <>
      <PageHead
        title={request.title}
        back={{ to: "/funding", label: t("list.title") }}
        lead={
          <>
            {t(`purpose.${request.purpose as Draft["purpose"]}`)} · <Money minor={request.amount_minor} style="round" />{" "}
            · {t(`stage.${request.stage as Draft["stage"]}`)}
          </>
        }
        actions={
          request.state === "open" && (
            <>
              <Button
                loading={action.busy === "close"}
                onClick={() =>
                  void action.run(
                    "close",
                    () => answer(http.POST("/api/funding-requests/{request_id}/close", params)),
                    t("closed"),
                  )
                }
              >
                {t("close")}
              </Button>
              <Button onClick={() => void navigate({ to: "/funding/$id/edit", params: { id } })}>{t("edit")}</Button>
            </>
          )
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error ?? matches.error} />
        <Applications request={request} />
        <Facts facts={request.facts} />
        {matches.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {all && all.eligible.length + all.possible.length === 0 && (
          <EmptyState title={t("no_match")} hint={t("no_match_hint")} />
        )}
        {all && (
          <>
            <Group kind="eligible" matches={all.eligible} request={request} />
            <Group kind="possible" matches={all.possible} request={request} />
            <Group kind="excluded" matches={all.excluded} request={request} />
          </>
        )}
      </div>
    </>
  );
}
