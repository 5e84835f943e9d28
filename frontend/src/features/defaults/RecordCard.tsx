import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { answerObjection, type CreditRecord, objectTo, RECORD_TONES, receive } from "./model";

type Asked = "object" | "dismiss" | "drop";

/** A credit record: what is said, to whom, until when one can object, and the receipt. */
export function RecordCard({ record }: { record: CreditRecord }) {
  const { t } = useTranslation("defaults");
  const may = useMay();
  const action = useAction();
  const [open, setOpen] = useState<Asked>();
  const send: Record<Asked, (reason: string) => Promise<unknown>> = {
    object: (reason) => objectTo(record.id, reason),
    dismiss: (answer) => answerObjection(record.id, { withdraw: false, answer }),
    drop: (answer) => answerObjection(record.id, { withdraw: true, answer }),
  };
  const asked: Asked[] = [
    ...(record.moves.includes("object") ? (["object"] as const) : []),
    ...(record.moves.includes("answer") ? (["dismiss", "drop"] as const) : []),
  ];
  const number = may("default.read") ? (
    <Link to="/defaults/$id" params={{ id: record.case_id }}>
      {record.case_number}
    </Link>
  ) : (
    record.case_number
  );
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{t("records.one")}</h2>
        <StateTag tone={RECORD_TONES[record.state]}>{t(`record_state.${record.state}`)}</StateTag>
      </div>
      <dl className="facts">
        <dt>{t("records.debtor")}</dt>
        <dd>
          <Org name={record.firm_name} />
        </dd>
        <dt>{t("column.case")}</dt>
        <dd className="num">
          {number} · {record.contract_number} · {t(`state.${record.case_state}`)}
        </dd>
        <dt>{t("records.overdue")}</dt>
        <dd>
          <Money minor={record.overdue_minor} />
        </dd>
        <dt>{t("records.zone")}</dt>
        <dd>{record.zone_name}</dd>
        <dt>{t("records.told")}</dt>
        <dd>
          <DateText value={record.announced_on} /> · {t("records.until")} <DateText value={record.objection_until_on} />
        </dd>
        {record.objection && (
          <>
            <dt>{t("records.objection")}</dt>
            <dd>{record.objection}</dd>
          </>
        )}
        {record.answer && (
          <>
            <dt>{t("records.answer")}</dt>
            <dd>{record.answer}</dd>
          </>
        )}
        {record.receipt_number && (
          <>
            <dt>{t("records.receipt")}</dt>
            <dd className="num">
              {record.receipt_number} · <DateText value={record.received_on} />
            </dd>
          </>
        )}
      </dl>
      {record.state === "announced" && <p className="muted">{t("records.pay_stops")}</p>}
      {record.content_sha256 && <p className="muted hash num">SHA-256 {record.content_sha256}</p>}
      <ProblemAlert error={action.error} />
      <div className="row no-print">
        {record.moves.includes("receive") && (
          <Button
            type="primary"
            loading={action.busy === "receive"}
            onClick={() => void action.run("receive", () => receive(record.id), t("done.receive"))}
          >
            {t("step.receive")}
          </Button>
        )}
        {asked.map((step) => (
          <Button key={step} onClick={() => setOpen(step)}>
            {t(`step.${step}`)}
          </Button>
        ))}
        {record.file_id && (
          <>
            <Button href={`/api/documents/${record.file_id}/content`} target="_blank" rel="noopener">
              {t("open_pdf")}
            </Button>
            <Button href={`/api/credit-records/${record.id}/export`}>{t("records.data")}</Button>
          </>
        )}
      </div>
      {open && (
        <ReasonDialog
          title={t(`step.${open}`)}
          hint={t(`hint.${open}`)}
          confirm={t(`step.${open}`)}
          close={() => setOpen(undefined)}
          run={async (reason) => {
            await send[open](reason);
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </section>
  );
}
