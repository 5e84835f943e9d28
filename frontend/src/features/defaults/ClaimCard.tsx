import { Link } from "@tanstack/react-router";
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { CopyText } from "@/shared/ui/CopyText";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { acceptClaim, CLAIM_TONES, type Claim, refuseClaim } from "./model";

const ClaimDialog = lazy(() => import("./ClaimDialogs"));

/** A claim on a cover: the sum, the days, the reference of the transfer, and what the reader may do. */
export function ClaimCard({ claim }: { claim: Claim }) {
  const { t } = useTranslation("defaults");
  const action = useAction();
  const [open, setOpen] = useState<"refuse" | "repay" | "place">();
  const close = () => setOpen(undefined);
  const refresh = () => void action.run("refresh", async () => undefined);
  return (
    <article className="panel stack" aria-label={t("claims.one", { number: claim.reference })}>
      <div className="row">
        <strong>
          {t("claims.asked")} <Money minor={claim.asked_minor} />
        </strong>
        <StateTag tone={CLAIM_TONES[claim.state]}>{t(`claim_state.${claim.state}`)}</StateTag>
      </div>
      <dl className="facts">
        <dt>{t("column.case")}</dt>
        <dd>
          <Link to="/defaults/$id" params={{ id: claim.case_id }} className="num">
            {claim.case_number}
          </Link>{" "}
          · <Org name={claim.firm_name} /> · {claim.title}
        </dd>
        <dt>{t("claims.provider")}</dt>
        <dd>
          {claim.provider_name} · <span className="num">{claim.policy_number}</span>
        </dd>
        <dt>{t("claims.filed")}</dt>
        <dd>
          <DateText value={claim.filed_on} />
        </dd>
        <dt>{claim.pay_by_on ? t("claims.pay_by") : t("claims.answer_by")}</dt>
        <dd>
          <DateText value={claim.pay_by_on ?? claim.answer_by_on} />
        </dd>
        {claim.state === "accepted" && (
          <>
            <dt>{t("claims.account")}</dt>
            <dd>
              {claim.university_name} · {claim.bank_name} <span className="num">{claim.bank_account}</span>
            </dd>
            <dt>{t("claims.reference")}</dt>
            <dd>
              <CopyText value={claim.reference} label={t("claims.reference")} />
            </dd>
          </>
        )}
        {claim.paid_minor > 0 && (
          <>
            <dt>{t("claims.paid")}</dt>
            <dd>
              <Money minor={claim.paid_minor} /> · <DateText value={claim.paid_on} />
            </dd>
            <dt>{t("claims.recourse", { firm: claim.firm_name })}</dt>
            <dd>
              <Money minor={claim.paid_minor - claim.repaid_minor} />
            </dd>
          </>
        )}
        {claim.refused_reason && (
          <>
            <dt>{t("claims.refused")}</dt>
            <dd>{claim.refused_reason}</dd>
          </>
        )}
      </dl>
      <ProblemAlert error={action.error} />
      <div className="row no-print">
        {claim.moves.includes("accept") && (
          <Popconfirm
            title={t("ask.accept")}
            okText={t("step.accept")}
            onConfirm={() => void action.run("accept", () => acceptClaim(claim.id), t("done.accept"))}
          >
            <Button type="primary" loading={action.busy === "accept"}>
              {t("step.accept")}
            </Button>
          </Popconfirm>
        )}
        {(["refuse", "place", "repay"] as const)
          .filter((step) => claim.moves.includes(step))
          .map((step) => (
            <Button key={step} danger={step === "refuse"} onClick={() => setOpen(step)}>
              {t(`step.${step}`)}
            </Button>
          ))}
      </div>
      {(open === "repay" || open === "place") && (
        <Suspense>
          <ClaimDialog step={open} claim={claim} close={close} done={refresh} />
        </Suspense>
      )}
      {open === "refuse" && (
        <ReasonDialog
          title={t("step.refuse")}
          hint={t("refuse.hint")}
          confirm={t("step.refuse")}
          danger
          close={close}
          run={async (reason) => {
            await refuseClaim(claim.id, reason);
            refresh();
          }}
        />
      )}
    </article>
  );
}
