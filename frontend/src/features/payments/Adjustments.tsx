import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { dateText } from "@/shared/lib/date";
import { yuan } from "@/shared/lib/money";
import { useMay } from "@/shared/session/session";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { DateText } from "@/shared/ui/DateText";
import { FormDialog } from "@/shared/ui/FormDialog";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { RefusedSteps } from "@/shared/ui/RefusedSteps";
import { StateTag } from "@/shared/ui/StateTag";
import {
  ADJUSTMENT_TONES,
  type Adjustment,
  approve,
  type Invoice,
  proposeCredit,
  proposeWriteOff,
  refuse,
  withdraw,
} from "./model";
import { PaperLinks } from "./PaperLinks";

interface DialogProps {
  invoice: Invoice;
  close: () => void;
  propose: (act: () => Promise<unknown>) => Promise<unknown>;
}

function CreditDialog({ invoice, close, propose }: DialogProps) {
  const { t } = useTranslation("payments");
  const amount = useAmountRule();
  const limits = { needed: t("needed"), leastMinor: 1, mostMinor: invoice.open_minor };
  return (
    <FormDialog<{ amount_minor: number; reason: string }>
      name="credit"
      title={t("adjust.propose_credit")}
      confirm={t("adjust.send")}
      lead={
        <>
          <p>{t("adjust.credit_lead")}</p>
          <dl className="facts">
            <dt>{t("adjust.line")}</dt>
            <dd>{invoice.lines[0]?.text}</dd>
          </dl>
        </>
      }
      initial={{ amount_minor: invoice.overbilled_minor || invoice.open_minor }}
      act={(values) => propose(() => proposeCredit(invoice.id, { ...values, line: 1 }))}
      close={close}
      done={() => undefined}
    >
      <Form.Item name="amount_minor" label={t("adjust.amount")} rules={[amount(limits)]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="reason" label={t("adjust.reason")} rules={[{ required: true, min: 4, message: t("needed") }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </FormDialog>
  );
}

function WriteOffDialog({ invoice, close, propose }: DialogProps) {
  const { t } = useTranslation("payments");
  return (
    <FormDialog<{ reason: string; evidence: string }>
      name="write_off"
      title={t("adjust.propose_write_off")}
      confirm={t("adjust.send")}
      danger
      lead={<p>{t("adjust.write_off_lead", { amount: yuan(invoice.open_minor) })}</p>}
      act={(values) => propose(() => proposeWriteOff(invoice.id, values))}
      close={close}
      done={() => undefined}
    >
      <Form.Item name="reason" label={t("adjust.reason")} rules={[{ required: true, min: 4, message: t("needed") }]}>
        <Input.TextArea rows={2} maxLength={400} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t("adjust.evidence")}
        rules={[{ required: true, min: 10, message: t("adjust.evidence_needed") }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function Card({ one }: { one: Adjustment }) {
  const { t } = useTranslation("payments");
  const states = useTranslation("states").t;
  const action = useAction();
  const mayApprove = useMay()("invoice.approve");
  const [refusing, setRefusing] = useState(false);
  const label = (move: string) => t(`adjust.move.${move as "approve"}`);
  const done = t("adjust.done");
  return (
    <li className="panel stack">
      <div className="row">
        <strong>
          {t(`adjust.kind.${one.kind}`)} {one.number} · <Money minor={one.amount_minor} />
        </strong>
        <StateTag tone={ADJUSTMENT_TONES[one.state]}>{states(`adjustment.${one.state}`)}</StateTag>
      </div>
      <p>{one.reason}</p>
      {one.evidence && <p className="muted">{one.evidence}</p>}
      {one.answer && <p className="muted">{t("adjust.answered", { reason: one.answer })}</p>}
      <p className="muted small">
        {t("adjust.proposed_by", { name: one.proposed_by_name })} <DateText value={one.proposed_on} />
        {one.decided_by_name && ` · ${t("adjust.decided_by", { name: one.decided_by_name })}`}
      </p>
      {one.kind === "credit_note" && one.state === "approved" && (
        <div className="row no-print">
          <PaperLinks path={`/api/invoice-adjustments/${one.id}/paper`} words="adjust.paper" small />
        </div>
      )}
      <ProblemAlert error={action.error} />
      {one.moves.length + one.refused.length > 0 && (
        <div className="row no-print">
          {one.moves.includes("approve") && (
            <Button
              type="primary"
              loading={action.busy === "approve"}
              onClick={() => void action.run("approve", () => approve(one.id), done)}
            >
              {label("approve")}
            </Button>
          )}
          {one.moves.includes("refuse") && <Button onClick={() => setRefusing(true)}>{label("refuse")}</Button>}
          {one.moves.includes("withdraw") && (
            <Button
              loading={action.busy === "withdraw"}
              onClick={() => void action.run("withdraw", () => withdraw(one.id), done)}
            >
              {label("withdraw")}
            </Button>
          )}
          <RefusedSteps
            steps={one.refused
              .filter((step) => step.move === "approve" && mayApprove)
              .map((step) => ({ key: step.move, label: label(step.move), reason: step.reason }))}
          />
        </div>
      )}
      {refusing && (
        <ReasonDialog
          title={label("refuse")}
          hint={t("adjust.refuse_hint")}
          confirm={label("refuse")}
          run={(reason) => action.run("refuse", () => refuse(one.id, reason), done)}
          close={() => setRefusing(false)}
        />
      )}
    </li>
  );
}

/** Credit notes and write-offs of a bill: proposed here by an officer, decided here by a head. */
export function Adjustments({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("payments");
  const action = useAction();
  const [open, setOpen] = useState<"credit" | "write_off">();
  const can = (step: string) => invoice.may.includes(step);
  if (invoice.adjustments.length === 0 && !can("propose_credit")) return null;
  const dialog = {
    invoice,
    close: () => setOpen(undefined),
    propose: async (act: () => Promise<unknown>) => {
      const made = await act();
      await action.run("read", async () => made, t("adjust.proposed"));
    },
  };
  return (
    <section className="stack">
      <h2>{t("adjust.title")}</h2>
      {invoice.adjustments.length > 0 && (
        <ul className="plain stack">
          {invoice.adjustments.map((one) => (
            <Card key={one.id} one={one} />
          ))}
        </ul>
      )}
      {can("propose_credit") && (
        <div className="row no-print">
          <Button onClick={() => setOpen("credit")}>{t("adjust.propose_credit")}</Button>
          {can("propose_write_off") ? (
            <Button onClick={() => setOpen("write_off")}>{t("adjust.propose_write_off")}</Button>
          ) : (
            <RefusedSteps
              steps={[
                {
                  key: "write_off",
                  label: t("adjust.propose_write_off"),
                  reason: t("adjust.from", { day: dateText(invoice.write_off_from) }),
                },
              ]}
            />
          )}
        </div>
      )}
      {open === "credit" && <CreditDialog {...dialog} />}
      {open === "write_off" && <WriteOffDialog {...dialog} />}
    </section>
  );
}
