import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import { Kept } from "./Kept";
import { type Closing, REASONED, STEPS, TONES } from "./model";

type Plain = keyof typeof STEPS;
type Reasoned = keyof typeof REASONED;

/** One closing: where it stands, by whom, the steps that the reader can take, and what was kept of the month. */
export function ClosingCard({ closing }: { closing: Closing }) {
  const { t } = useTranslation("closings");
  const states = useTranslation("states").t;
  const action = useAction();
  const [reasoning, setReasoning] = useState<Reasoned>();
  const label = (move: string) => t(`move.${move as Plain}`);
  return (
    <li className="panel stack">
      <div className="row between">
        <StateTag tone={TONES[closing.state]}>{states(`month_closing.${closing.state}`)}</StateTag>
        <span className="muted small">
          {t("by", { name: closing.asked_by_name })} <DateText value={closing.asked_at} precision="minute" />
          {closing.decided_by_name && ` · ${t("decided", { name: closing.decided_by_name })}`}
        </span>
      </div>
      {closing.answer && <p className="muted">{t("answered", { reason: closing.answer })}</p>}
      {closing.reopen_reason && (
        <p>
          {t("reopening", { reason: closing.reopen_reason })}{" "}
          <span className="muted small">
            {t("reopen_by", { name: closing.reopen_asked_by_name })}
            {closing.reopen_decided_by_name && ` · ${t("reopen_decided", { name: closing.reopen_decided_by_name })}`}
          </span>
        </p>
      )}
      <ProblemAlert error={action.error} />
      {closing.moves.length + closing.refused.length > 0 && (
        <div className="row no-print">
          {closing.moves.map((move) =>
            move in REASONED ? (
              <Button key={move} onClick={() => setReasoning(move as Reasoned)}>
                {label(move)}
              </Button>
            ) : (
              <Button
                key={move}
                type={move === "close" ? "primary" : "default"}
                loading={action.busy === move}
                onClick={() => void action.run(move, () => STEPS[move as Plain](closing.id), t("done"))}
              >
                {label(move)}
              </Button>
            ),
          )}
          <RefusedSteps
            steps={closing.refused
              .filter((step) => step.move !== "decline")
              .map((step) => ({ key: step.move, label: label(step.move), reason: step.reason }))}
          />
        </div>
      )}
      {closing.closed_at && <Kept closing={closing} />}
      {reasoning && (
        <ReasonDialog
          title={label(reasoning)}
          hint={t(reasoning === "decline" ? "decline_hint" : "reopen_hint")}
          confirm={label(reasoning)}
          run={(reason) => action.run(reasoning, () => REASONED[reasoning](closing.id, reason), t("done"))}
          close={() => setReasoning(undefined)}
        />
      )}
    </li>
  );
}
