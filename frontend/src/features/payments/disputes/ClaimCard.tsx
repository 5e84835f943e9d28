import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import { approveWriteOff, askWriteOff, CLAIM_TONES, type Claim, declineWriteOff } from "./model";

/** Who owes how much back, how much of it was kept back, and the steps that the reader can take. */
export function ClaimCard({ claim }: { claim: Claim }) {
  const { t } = useTranslation("disputes");
  const states = useTranslation("states").t;
  const action = useAction();
  const [why, setWhy] = useState<"ask" | "decline">();
  const run = { ask: askWriteOff, decline: declineWriteOff };
  return (
    <li className="panel stack">
      <div className="row">
        <strong>
          {claim.payee_name} · {t(`payee_kind.${claim.payee_kind}`)}
        </strong>
        <StateTag tone={CLAIM_TONES[claim.state]}>{states(`dispute_claim.${claim.state}`)}</StateTag>
      </div>
      <p>
        {t("claim.amount")} <Money minor={claim.amount_minor} /> · {t("claim.kept")} <Money minor={claim.kept_minor} />{" "}
        · {t("claim.left")} <Money minor={claim.left_minor} />
      </p>
      {claim.state === "asked" && (
        <p className="muted">{t("asked_by", { name: claim.asked_by_name, reason: claim.reason })}</p>
      )}
      {claim.state === "open" && claim.reason && <p className="muted">{t("declined", { reason: claim.reason })}</p>}
      {claim.state === "written_off" && <p className="muted">{t("decided_by", { name: claim.decided_by_name })}</p>}
      <ProblemAlert error={action.error} />
      {claim.moves.length + claim.refused.length > 0 && (
        <div className="row no-print">
          {claim.moves.includes("approve") && (
            <Button
              type="primary"
              loading={action.busy === "approve"}
              onClick={() => void action.run("approve", () => approveWriteOff(claim.id), t("done"))}
            >
              {t("approve")}
            </Button>
          )}
          {claim.moves.includes("decline") && <Button onClick={() => setWhy("decline")}>{t("decline")}</Button>}
          {claim.moves.includes("ask") && <Button onClick={() => setWhy("ask")}>{t("ask")}</Button>}
          <RefusedSteps
            steps={claim.refused
              .filter((step) => step.move === "approve")
              .map((step) => ({ key: step.move, label: t("approve"), reason: step.reason }))}
          />
        </div>
      )}
      {why && (
        <ReasonDialog
          title={t(why)}
          hint={t(`${why}_hint`)}
          confirm={t(why)}
          run={(reason) => action.run(why, () => run[why](claim.id, reason), t("done"))}
          close={() => setWhy(undefined)}
        />
      )}
    </li>
  );
}
