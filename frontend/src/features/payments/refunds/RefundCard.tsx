import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import { approve, decline, type Refund, TONES, withdraw } from "./model";

/** One refund: where it stands, why, what it does to the debt, and the steps that the reader can take. */
export function RefundCard({ refund, bill }: { refund: Refund; bill?: boolean }) {
  const { t } = useTranslation("refunds");
  const states = useTranslation("states").t;
  const may = useMay();
  const action = useAction();
  const [declining, setDeclining] = useState(false);
  const label = (move: string) => t(`move.${move as "approve"}`);
  return (
    <li className="panel stack">
      <div className="row">
        <strong>
          <Money minor={refund.amount_minor} /> · {t(`way_kind.${refund.way}`)} · {t("debt")}{" "}
          {t(`debt_kind.${refund.debt}`)}
        </strong>
        <StateTag tone={TONES[refund.state]}>{states(`refund.${refund.state}`)}</StateTag>
      </div>
      {bill && (
        <p>
          <Link to="/payments/$id" params={{ id: refund.invoice_id }}>
            {t("bill", { number: refund.invoice_number })}
          </Link>{" "}
          · {refund.title} · {refund.firm_name}
        </p>
      )}
      <p>{refund.reason}</p>
      {refund.answer && <p className="muted">{t("answered", { reason: refund.answer })}</p>}
      {refund.state === "unknown" && <p className="muted">{t("look")}</p>}
      {refund.state === "failed" && refund.last_error && (
        <p className="muted">{t("failed", { reason: refund.last_error })}</p>
      )}
      {refund.payee_account && (
        <p className="muted">
          {t("to_account")} <span className="num">{refund.payee_account}</span>{" "}
          {refund.state === "to_bank" && may("bank.match") && <Link to="/bank">{t("see_bank")}</Link>}
        </p>
      )}
      <p className="muted small">
        {t("by", { name: refund.requested_by_name })} <DateText value={refund.requested_on} />
        {refund.decided_by_name && ` · ${t("decided", { name: refund.decided_by_name })}`}
      </p>
      <ProblemAlert error={action.error} />
      {refund.moves.length + refund.refused.length > 0 && (
        <div className="row no-print">
          {refund.moves.includes("approve") && (
            <Button
              type="primary"
              loading={action.busy === "approve"}
              onClick={() => void action.run("approve", () => approve(refund.id), t("done"))}
            >
              {label("approve")}
            </Button>
          )}
          {refund.moves.includes("decline") && <Button onClick={() => setDeclining(true)}>{label("decline")}</Button>}
          {refund.moves.includes("withdraw") && (
            <Button
              loading={action.busy === "withdraw"}
              onClick={() => void action.run("withdraw", () => withdraw(refund.id), t("done"))}
            >
              {label("withdraw")}
            </Button>
          )}
          <RefusedSteps
            steps={refund.refused
              .filter((step) => step.move === "approve")
              .map((step) => ({ key: step.move, label: label(step.move), reason: step.reason }))}
          />
        </div>
      )}
      {declining && (
        <ReasonDialog
          title={label("decline")}
          hint={t("decline_hint")}
          confirm={label("decline")}
          run={(reason) => action.run("decline", () => decline(refund.id, reason), t("done"))}
          close={() => setDeclining(false)}
        />
      )}
    </li>
  );
}
