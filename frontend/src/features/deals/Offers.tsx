import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { RevisionView } from "@/shared/terms/RevisionView";
import { DateText } from "@/shared/ui/DateText";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag, type Tone } from "@/shared/ui/StateTag";
import { toast } from "@/shared/ui/toast";
import type { Deal } from "./model";
import { acceptOffer, type Offer, onTheTable, refuseOffer } from "./negotiation";

const OfferDialog = lazy(() => import("./OfferDialog"));
const TONES: Record<Offer["state"], Tone> = { open: "wait", accepted: "good", superseded: "idle", refused: "bad" };

function Round({ deal, offer, answering }: { deal: Deal; offer: Offer; answering: React.ReactNode }) {
  const { t } = useTranslation("deals");
  const body = <RevisionView of={offer} />;
  return (
    <li className={`offer-round ${offer.state === "open" ? "is-open" : ""}`}>
      <div className="row">
        <strong>{t("offer.round", { number: offer.position })}</strong>
        <StateTag tone={TONES[offer.state]}>{t(`offer.state.${offer.state}`)}</StateTag>
        <span className="muted">
          <Org name={offer.side === "firm" ? deal.firm_name : deal.university_name} /> · {offer.author_name} ·{" "}
          <DateText value={offer.at} precision="minute" />
        </span>
      </div>
      <p>{offer.message}</p>
      {offer.state === "open" ? (
        body
      ) : (
        <details>
          <summary>{t("offer.show_changes", { count: offer.differences.length })}</summary>
          {body}
        </details>
      )}
      {offer.answer && (
        <p>
          <span className="muted">{t("offer.answered")}</span> {offer.answer}
        </p>
      )}
      {answering}
    </li>
  );
}

/** The negotiation: every round as what it changes and costs, and what the reader may do about the open one. */
export function Offers({ deal }: { deal: Deal }) {
  const { t } = useTranslation("deals");
  const action = useAction();
  const [writing, setWriting] = useState(false);
  const [refusing, setRefusing] = useState<Offer>();
  const may = (move: string) => deal.moves.includes(move);
  const canOffer = (may("offer_to_firm") || may("offer_to_university")) && onTheTable(deal) !== null;
  const refuses = may("refuse_firm_offer") || may("refuse_university_offer");
  if (deal.offers.length === 0 && !canOffer) return null;
  return (
    <section className="panel stack" aria-label={t("offer.title")}>
      <div className="row">
        <h2>{t("offer.title")}</h2>
      </div>
      <p className="muted">{deal.offers.length === 0 ? t("offer.none") : t("offer.lead")}</p>
      <ProblemAlert error={action.error} />
      <ol className="offer-rounds">
        {deal.offers.map((offer) => (
          <Round
            key={offer.id}
            deal={deal}
            offer={offer}
            answering={
              offer.state === "open" &&
              (may("accept_offer") || refuses) && (
                <>
                  {offer.needs_notice && <p className="muted">{t("offer.needs_notice")}</p>}
                  <div className="row">
                    {may("accept_offer") && (
                      <Button
                        type="primary"
                        loading={action.busy === "accept"}
                        onClick={() => void action.run("accept", () => acceptOffer(deal, offer), t("offer.accepted"))}
                      >
                        {t("offer.accept", { number: offer.position })}
                      </Button>
                    )}
                    {refuses && (
                      <Button danger onClick={() => setRefusing(offer)}>
                        {t("offer.refuse")}
                      </Button>
                    )}
                  </div>
                </>
              )
            }
          />
        ))}
      </ol>
      {canOffer && (
        <p>
          <Button onClick={() => setWriting(true)}>
            {deal.offers.some((offer) => offer.state === "open") ? t("offer.counter") : t("offer.start")}
          </Button>
        </p>
      )}
      {writing && (
        <Suspense>
          <OfferDialog deal={deal} close={() => setWriting(false)} />
        </Suspense>
      )}
      {refusing && (
        <ReasonDialog
          title={t("offer.refuse")}
          hint={t("offer.refuse_hint")}
          confirm={t("offer.refuse")}
          danger
          close={() => setRefusing(undefined)}
          run={async (text) => {
            await refuseOffer(deal, refusing, text);
            toast(t("offer.refused"));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </section>
  );
}
