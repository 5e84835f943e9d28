import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { yuan } from "@/shared/lib/money";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag, type Tone } from "@/shared/ui/StateTag";
import { toast } from "@/shared/ui/toast";
import type { Deal } from "./model";
import { acceptCommission, type Commission, endCommission } from "./negotiation";

const InviteDialog = lazy(() => import("./InviteDialog"));
const ContributionDialog = lazy(() => import("./ContributionDialog"));
const TONES: Record<Commission["state"], Tone> = { proposed: "wait", agreed: "good", refused: "bad", ended: "idle" };

/** A commission in one sentence. */
export function useCommissionWords() {
  const { t } = useTranslation("deals");
  return ({ terms }: Pick<Commission, "terms">): string => {
    const payer = t(`manager.payer.${terms.payer}`);
    if (terms.kind === "fixed") return t("manager.fixed", { payer, amount: yuan(terms.amount_minor ?? 0) });
    const rate = String((terms.rate_bps ?? 0) / 100);
    return terms.cap_minor
      ? t("manager.share_capped", { payer, rate, cap: yuan(terms.cap_minor) })
      : t("manager.share", { payer, rate });
  };
}

/** What manager and payer may do about a commission; one place for the deal's page and the manager's list. */
export function CommissionSteps({ commission }: { commission: Commission }) {
  const { t } = useTranslation("deals");
  const action = useAction();
  const [ending, setEnding] = useState(false);
  const [recording, setRecording] = useState(false);
  const may = (move: Commission["moves"][number]) => commission.moves.includes(move);
  if (commission.moves.length === 0) return null;
  const end = commission.state === "agreed" ? t("manager.resign") : t("manager.refuse");
  return (
    <div className="stack">
      <ProblemAlert error={action.error} />
      <div className="row">
        {may("accept_commission") && (
          <Button
            type="primary"
            loading={action.busy === "accept"}
            onClick={() =>
              void action.run(
                "accept",
                () => acceptCommission(commission.deal_id, commission.terms_hash),
                t("manager.accepted"),
              )
            }
          >
            {t("manager.accept")}
          </Button>
        )}
        {may("record_contribution") && <Button onClick={() => setRecording(true)}>{t("manager.record")}</Button>}
        {may("end_commission") && (
          <Button danger onClick={() => setEnding(true)}>
            {end}
          </Button>
        )}
      </div>
      {ending && (
        <ReasonDialog
          title={end}
          hint={t("manager.end_hint")}
          confirm={end}
          danger
          close={() => setEnding(false)}
          run={async (reason) => {
            await endCommission(commission.deal_id, reason);
            toast(t("manager.ended"));
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
      {recording && (
        <Suspense>
          <ContributionDialog dealId={commission.deal_id} close={() => setRecording(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The technology manager of a deal: her commission, who agreed to it, what she did. */
export function Manager({ deal, speaks }: { deal: Deal; speaks: boolean }) {
  const { t } = useTranslation("deals");
  const words = useCommissionWords();
  const [inviting, setInviting] = useState(false);
  const { commission } = deal;
  const over = ["draft", "declined", "withdrawn"].includes(deal.state);
  const free = !commission || ["refused", "ended"].includes(commission.state);
  if (free && !commission && (!speaks || over)) return null;
  return (
    <section className="panel stack">
      <h2>{t("manager.title")}</h2>
      {commission ? (
        <>
          <p className="row">
            <strong>{commission.manager_name}</strong>
            <StateTag tone={TONES[commission.state]}>{t(`manager.state.${commission.state}`)}</StateTag>
          </p>
          <p>{words(commission)}</p>
          {commission.state === "proposed" && (
            <p className="muted">
              {t("manager.waits", {
                who: [
                  ...(commission.manager_accepted_at ? [] : [commission.manager_name]),
                  ...(commission.payer_accepted_at ? [] : [t(`manager.payer.${commission.terms.payer}`)]),
                ].join(t("manager.and")),
              })}
            </p>
          )}
          {commission.reason && <p className="muted">{commission.reason}</p>}
          <CommissionSteps commission={commission} />
        </>
      ) : (
        <p className="muted">{t("manager.none")}</p>
      )}
      {deal.contributions.length > 0 && (
        <>
          <h3>{t("manager.contributions")}</h3>
          <ul className="changes">
            {deal.contributions.map((line) => (
              <li key={line.id}>
                <span className="muted">
                  {t(`manager.kind.${line.kind}`)} · {line.author_name} · <DateText value={line.worked_on} />
                </span>
                <span>{line.text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {free && speaks && !over && (
        <p>
          <Button onClick={() => setInviting(true)}>{t("manager.invite")}</Button>
        </p>
      )}
      {inviting && (
        <Suspense>
          <InviteDialog deal={deal} close={() => setInviting(false)} />
        </Suspense>
      )}
    </section>
  );
}
