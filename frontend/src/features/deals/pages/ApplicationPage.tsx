import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Eligibility } from "@/shared/ui/Eligibility";
import { Org } from "@/shared/ui/Org";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Timeline } from "@/shared/ui/Timeline";
import { Terms } from "../ApplySteps";
import { Conversation } from "../Conversation";
import { DealActions } from "../DealActions";
import { DealNotice } from "../DealNotice";
import { DealState } from "../DealState";
import { Manager } from "../Manager";
import type { Deal } from "../model";
import { Offers } from "../Offers";
import { Request } from "../Request";

const EVERY_MS = 2000;
/** The contract is drawn up a moment after the terms are agreed; the page looks again until it is there. */
const isBeingDrawnUp = (deal: Deal | undefined) => deal?.state === "terms_agreed" && !deal.contract_id;

type Reader = "firm" | "university" | "manager";

/** Whose step is described: an open offer of the other side comes before a question. */
function useNextWords() {
  const { t } = useTranslation("deals");
  return (deal: Deal, reader: Reader): string => {
    if (reader === "manager") return t("next.manager.any");
    const offer = deal.offers.find((each) => each.state === "open");
    const talking = deal.state === "submitted" || deal.state === "answering";
    if (talking && offer && offer.side !== reader) return t(`next.${reader}.offered`);
    return t(`next.${reader}.${deal.state === "answering" && deal.accepted ? "accepted" : deal.state}`);
  };
}

/** What comes next for an application, said to whoever reads. */
function Next({ deal, reader, sent }: { deal: Deal; reader: Reader; sent: boolean }) {
  const { t } = useTranslation("deals");
  const words = useNextWords();
  const { queue } = deal;
  return (
    <section className="panel next" aria-live="polite">
      <h2>{sent ? t("next.sent") : t("next.title")}</h2>
      <p>{words(deal, reader)}</p>
      {deal.state === "queued" && (
        <p className="muted">
          {t("next.queued_until")} <DateText value={deal.queued_until} />
        </p>
      )}
      {queue && reader === "firm" && (
        <p>
          {t("next.queue_place", {
            place: queue.place,
            waiting: queue.waiting,
            ahead: queue.priority_ahead,
            day: queue.opens_on,
          })}
        </p>
      )}
      {deal.state === "answering" && deal.answer_due_on && (
        <p className="muted">
          {t("next.answer_due")} <DateText value={deal.answer_due_on} />
        </p>
      )}
      {deal.state === "submitted" && deal.reply_due_on && (
        <p className={deal.overdue ? "warn" : "muted"}>
          {t("next.reply_due")} <DateText value={deal.reply_due_on} />
        </p>
      )}
      {deal.contract_id && (
        <p>
          <Link to="/contracts/$id" params={{ id: deal.contract_id }}>
            <Button type="primary">{t("next.to_contract")}</Button>
          </Link>
        </p>
      )}
    </section>
  );
}

/** An application as either side sees it. */
export default function ApplicationPage() {
  const { t } = useTranslation("deals");
  const states = useTranslation("states").t;
  const { id } = useParams({ from: "/desk/applications/$id" });
  const { sent } = useSearch({ from: "/desk/applications/$id" });
  const me = useSession();
  const found = api.useQuery(
    "get",
    "/api/deals/{deal_id}",
    { params: { path: { deal_id: id } } },
    { refetchInterval: ({ state }) => (isBeingDrawnUp(state.data) ? EVERY_MS : false) },
  );
  const deal = found.data;
  if (found.error) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  if (!deal) return <Skeleton active title={false} paragraph={{ rows: 12 }} />;
  const mine = deal.firm_id === me.current.organization_id;
  const speaks = me.permissions.includes("deal.apply") || me.permissions.includes("deal.answer");
  const reader: Reader = speaks ? (mine ? "firm" : "university") : "manager";
  const home = mine
    ? { to: "/applications" as const, label: t("mine.title") }
    : { to: "/inbox" as const, label: t("inbox.title") };
  return (
    <>
      <PageHead
        title={deal.listing_title}
        tag={<DealState state={deal.state} />}
        back={speaks ? home : { to: "/engagements", label: t("manager.list_title") }}
        lead={
          <>
            <span className="num">{deal.number}</span> · <Org name={mine ? deal.university_name : deal.firm_name} />
          </>
        }
        actions={<DealActions deal={deal} />}
      />
      <div className="grid-2">
        <div className="stack">
          <Next deal={deal} reader={reader} sent={sent === "1"} />
          <DealNotice deal={deal} />
          <Offers deal={deal} />
          <Conversation deal={deal} />
          <Request deal={deal} />
          <Terms deal={deal} small />
        </div>
        <aside className="stack">
          <Manager deal={deal} speaks={speaks} />
          {deal.eligibility && (
            <section className="panel">
              <h2>{t("eligibility_title")}</h2>
              <Eligibility decision={deal.eligibility} />
            </section>
          )}
          <section className="panel">
            <h2>{t("steps_title")}</h2>
            <Timeline
              label={t("steps_title")}
              steps={deal.steps.map((step, i) => ({
                key: step.at + step.move,
                title: states(`deal.${step.to_state}`),
                status: i === deal.steps.length - 1 ? "current" : "done",
                note: (
                  <>
                    <DateText value={step.at} precision="minute" />
                    {step.reason && <> · {step.reason}</>}
                  </>
                ),
              }))}
            />
          </section>
        </aside>
      </div>
    </>
  );
}
