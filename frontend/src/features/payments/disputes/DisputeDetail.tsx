import { Link } from "@tanstack/react-router";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { CheckAnswers } from "@/shared/ui/CheckAnswers";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import { ClaimCard } from "./ClaimCard";
import { EvidenceDialog } from "./EvidenceDialog";
import { type Dispute, TONES } from "./model";
import "./words";

/** One dispute: where the money is, until when it can be answered, what was sent, and who owes what back. */
export function DisputeDetail({ id }: { id: string }) {
  const { t } = useTranslation("disputes");
  const states = useTranslation("states").t;
  const [sending, setSending] = useState(false);
  const action = useAction();
  const found = api.useQuery("get", "/api/payment-disputes/{dispute_id}", { params: { path: { dispute_id: id } } });
  const dispute = found.data;
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!dispute) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <>
      <PageHead
        title={t("one", { number: dispute.invoice_number })}
        back={{ to: "/disputes", label: t("list") }}
        tag={<StateTag tone={TONES[dispute.state]}>{states(`payment_dispute.${dispute.state}`)}</StateTag>}
        lead={
          <Link to="/payments/$id" params={{ id: dispute.invoice_id }}>
            {dispute.title}
          </Link>
        }
        actions={
          dispute.moves.includes("send") && (
            <Button type="primary" onClick={() => setSending(true)}>
              {t("send")}
            </Button>
          )
        }
      />
      <div className="stack">
        <RefusedSteps
          steps={dispute.refused.map((step) => ({ key: step.move, label: t("send"), reason: step.reason }))}
        />
        <Facts dispute={dispute} />
        {dispute.last_error && dispute.state === "opened" && (
          <p role="alert">{t("last_error", { reason: dispute.last_error })}</p>
        )}
        <Evidence dispute={dispute} />
        {dispute.state === "lost" && (
          <section className="stack">
            <h2>{t("claims")}</h2>
            <p className="muted">{t(dispute.claims.length > 0 ? "claims_lead" : "claims_none")}</p>
            <ul className="plain stack">
              {dispute.claims.map((claim) => (
                <ClaimCard key={claim.id} claim={claim} />
              ))}
            </ul>
          </section>
        )}
      </div>
      {sending && (
        <EvidenceDialog
          dispute={dispute}
          close={() => setSending(false)}
          done={() => void action.run("read", async () => undefined, t("sent"))}
        />
      )}
    </>
  );
}

function Facts({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  const running = dispute.state !== "won" && dispute.state !== "lost";
  const asking = dispute.state === "opened" && !dispute.withheld;
  return (
    <section className="panel stack">
      <CheckAnswers
        answers={[
          { key: "amount", label: t("amount"), value: <Money minor={dispute.amount_minor} /> },
          {
            key: "reason",
            label: t("reason"),
            value: t(`reason_kind.${dispute.reason as "general"}`, { defaultValue: dispute.reason }),
          },
          { key: "payer", label: t("payer"), value: dispute.firm_name },
          { key: "opened", label: t("opened"), value: <DateText value={dispute.opened_on} /> },
          ...(dispute.due_on ? [{ key: "due", label: t("due"), value: <DateText value={dispute.due_on} /> }] : []),
          { key: "now", label: t("now"), value: t(`now_kind.${asking ? "asking" : dispute.state}`) },
        ]}
      />
      {running && <p className="muted">{t("held")}</p>}
      {dispute.state === "lost" && (
        <p>
          {t("lost_next")}{" "}
          <Link to="/payments/$id" params={{ id: dispute.invoice_id }}>
            {t("see_bill")}
          </Link>
        </p>
      )}
    </section>
  );
}

function Evidence({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation("disputes");
  if (!dispute.sent_on || dispute.state === "opened") return null;
  return (
    <section className="stack">
      <h2>{t("evidence")}</h2>
      <div className="panel stack">
        <p className="muted small">
          {t("evidence_by", { name: dispute.sent_by_name })} · <DateText value={dispute.sent_on} />
        </p>
        <p className="prose">{dispute.evidence_text}</p>
        <ul className="clauses">
          {dispute.evidence_files.map((file) => (
            <li key={file.part}>
              <a href={`/api/documents/${file.file_id}/content`} target="_blank" rel="noopener" title={file.sha256}>
                {file.name}
              </a>{" "}
              <span className="muted small">{t(`part.${file.part}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
