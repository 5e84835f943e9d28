import { Button, Skeleton } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { ApplicationStateTag } from "@/shared/ui/ApplicationStateTag";
import { DateText } from "@/shared/ui/DateText";
import { MatchGist, MatchReasons } from "@/shared/ui/MatchReasons";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Timeline } from "@/shared/ui/Timeline";
import { MoveMenu } from "./MoveMenu";
import type { Ask } from "./model";
import { Notes } from "./Notes";

/** One deal beside the queue: the same reasons the firm sees, its facts with their origin, notes and history. */
export default function DealPanel({ id, close, ask }: { id: string; close: () => void; ask: Ask }) {
  const { t } = useTranslation("pipeline");
  const states = useTranslation("states").t;
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = api.useQuery("get", "/api/pipeline/{application_id}", { params: { path: { application_id: id } } });
  const deal = found.data;
  useEffect(() => {
    if (window.matchMedia("(max-width: 1099px)").matches) heading.current?.scrollIntoView();
  }, []);
  return (
    <aside className="panel stack deal-panel" aria-label={t("deal")}>
      <div className="row between">
        <h2 ref={heading}>{deal?.title ?? t("deal")}</h2>
        <Button size="small" onClick={close}>
          {t("close")}
        </Button>
      </div>
      <ProblemAlert error={found.error} />
      {!deal && !found.error && <Skeleton active title={false} />}
      {deal && (
        <>
          <div className="row">
            <ApplicationStateTag state={deal.state} />
            <MoveMenu item={deal} ask={ask} />
          </div>
          <dl className="facts">
            <dt>{t("column.firm")}</dt>
            <dd>
              <Org name={deal.firm_name} /> · {deal.firm_city}
            </dd>
            <dt>{t("column.amount")}</dt>
            <dd>
              <Money minor={deal.amount_minor} />
            </dd>
            <dt>{t("column.product")}</dt>
            <dd>{text(deal.instrument_name)}</dd>
            {deal.owner_name && (
              <>
                <dt>{t("column.owner")}</dt>
                <dd>
                  {deal.owner_name} · <DateText value={deal.due_on} />
                </dd>
              </>
            )}
            {deal.message && (
              <>
                <dt>{t("message")}</dt>
                <dd>{deal.message}</dd>
              </>
            )}
          </dl>
          <section>
            <h3>{t("why")}</h3>
            {deal.match ? (
              <div className="stack">
                <MatchGist match={deal.match} side="provider" />
                <MatchReasons match={deal.match} />
              </div>
            ) : (
              <p className="muted">{t("no_consent")}</p>
            )}
          </section>
          {deal.facts.length > 0 && (
            <details>
              <summary>{t("facts", { count: deal.facts.length })}</summary>
              <dl className="facts">
                {deal.facts.map((fact) => (
                  <div key={fact.field} className="facts-pair">
                    <dt>{text(fact.label)}</dt>
                    <dd>{text(fact.text)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
          <Notes deal={deal} />
          <Timeline
            label={t("history")}
            steps={deal.history.map((step, i) => ({
              key: step.at + step.move,
              title: states(`application.${step.to_state as "screening"}`),
              status: i === deal.history.length - 1 ? "current" : "done",
              note: (
                <>
                  <DateText value={step.at} precision="minute" /> {step.actor_name} {step.reason}
                </>
              ),
            }))}
          />
        </>
      )}
    </aside>
  );
}
