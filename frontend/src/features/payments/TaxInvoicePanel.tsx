import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { CopyText } from "@/shared/ui/CopyText";
import { DateText } from "@/shared/ui/DateText";
import { FileDrop } from "@/shared/ui/FileDrop";
import { FormDialog } from "@/shared/ui/FormDialog";
import { Money } from "@/shared/ui/Money";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag } from "@/shared/ui/StateTag";
import { askTax, declineTax, type Invoice, issueTax, TAX_TONES, type TaxInvoice } from "./model";

const MOST_BYTES = 10_000_000;
const DETAILS = ["address", "phone", "bank_name", "bank_account"] as const;

type Asked = Parameters<typeof askTax>[1];

function AskDialog({ invoice, close, done }: { invoice: Invoice; close: () => void; done: () => void }) {
  const { t } = useTranslation("payments");
  const needed = [{ required: true, message: t("needed") }];
  const before = invoice.tax_invoice;
  const record = api.useQuery("get", "/api/organizations/{organization_id}", {
    params: { path: { organization_id: invoice.firm_id } },
  });
  const firm = record.data;
  const own = {
    kind: "ordinary" as const,
    title: invoice.firm_name,
    tax_number: firm?.uscc ?? "",
    address: firm?.address ?? "",
    bank_name: firm?.bank_name ?? "",
    bank_account: firm?.bank_account ?? "",
  };
  const known = before && {
    ...Object.fromEntries(DETAILS.map((name) => [name, before[name]])),
    kind: before.kind,
    title: before.title,
    tax_number: before.tax_number,
    email: before.email,
  };
  if (record.isPending) return null; // what is known of the firm is filled in
  return (
    <FormDialog<Asked>
      name="tax_invoice"
      title={t("tax.ask")}
      confirm={t("tax.send")}
      lead={<p>{t("tax.lead")}</p>}
      initial={known ?? own}
      act={(values) => askTax(invoice.id, values)}
      close={close}
      done={done}
    >
      <Form.Item name="kind" label={t("tax.kind")} extra={t("tax.kind_hint")}>
        <Radio.Group
          options={(["ordinary", "special"] as const).map((kind) => ({ value: kind, label: t(`tax.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="title" label={t("tax.title")} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="tax_number" label={t("tax.tax_number")} rules={needed}>
        <Input maxLength={18} className="num" />
      </Form.Item>
      <Form.Item name="email" label={t("tax.email")} rules={needed}>
        <Input type="email" maxLength={200} />
      </Form.Item>
      {DETAILS.map((name) => (
        <Form.Item key={name} name={name} label={t(`tax.${name}`)}>
          <Input maxLength={120} placeholder={t("tax.optional")} />
        </Form.Item>
      ))}
    </FormDialog>
  );
}

function IssueDialog({ tax, close, done }: { tax: TaxInvoice; close: () => void; done: () => void }) {
  const { t } = useTranslation("payments");
  const [file, setFile] = useState<File>();
  const needed = [{ required: true, message: t("needed") }];
  async function send(values: { number: string; issued_on: string }) {
    if (file) await issueTax(tax.id, values.number, values.issued_on, file);
  }
  return (
    <FormDialog<{ number: string; issued_on: string; file: string }>
      name="issue"
      title={t("tax.issue")}
      confirm={t("tax.record")}
      act={send}
      close={close}
      done={done}
    >
      <Form.Item name="number" label={t("tax.number")} rules={needed}>
        <Input maxLength={20} className="num" />
      </Form.Item>
      <Form.Item name="issued_on" label={t("tax.issued_on")} rules={needed}>
        <Input type="date" min={tax.requested_on} />
      </Form.Item>
      <Form.Item
        name="file"
        rules={[{ validator: async () => (file ? undefined : Promise.reject(new Error(t("needed")))) }]}
      >
        <FileDrop
          accept=".pdf,.ofd"
          maxBytes={MOST_BYTES}
          label={file ? file.name : t("tax.drop")}
          hint={t("tax.drop_hint")}
          onFile={setFile}
        />
      </Form.Item>
    </FormDialog>
  );
}

function Facts({ tax }: { tax: TaxInvoice }) {
  const { t } = useTranslation("payments");
  const rate = tax.vat_bps === 0 ? t("tax.exempt") : `${tax.vat_bps / 100}%`;
  return (
    <dl className="facts">
      <dt>{t("tax.kind")}</dt>
      <dd>{t(`tax.${tax.kind}`)}</dd>
      <dt>{t("tax.title")}</dt>
      <dd>{tax.title}</dd>
      <dt>{t("tax.tax_number")}</dt>
      <dd>
        <CopyText value={tax.tax_number} label={t("tax.tax_number")} />
      </dd>
      <dt>{t("tax.email")}</dt>
      <dd>{tax.email}</dd>
      {DETAILS.filter((name) => tax[name]).map((name) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{t(`tax.${name}`)}</dt>
          <dd>{tax[name]}</dd>
        </div>
      ))}
      <dt>{t("tax.amount")}</dt>
      <dd>
        <Money minor={tax.amount_minor} />
      </dd>
      {tax.may_answer && (
        <>
          <dt>{t("tax.category")}</dt>
          <dd className="num">{tax.category_code}</dd>
          <dt>{t("tax.rate")}</dt>
          <dd>
            {rate}
            {tax.tax_treatment && <div>{t("tax.treated", { treatment: tax.tax_treatment })}</div>}
            <div className="muted small">
              {tax.tax_source}
              {!tax.tax_confirmed && ` · ${t("tax.unconfirmed")}`}
            </div>
          </dd>
        </>
      )}
      {tax.issued_number && tax.issued_on && (
        <>
          <dt>{t("tax.number")}</dt>
          <dd className="num">{tax.issued_number}</dd>
          <dt>{t("tax.issued_on")}</dt>
          <dd>
            <DateText value={tax.issued_on} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** The tax invoice of a bill: asked for by the firm, issued or sent back by the university. */
export function TaxInvoicePanel({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("payments");
  const states = useTranslation("states").t;
  const action = useAction();
  const [open, setOpen] = useState<"ask" | "issue" | "decline">();
  const tax = invoice.tax_invoice;
  const ask = invoice.may.includes("ask_tax_invoice");
  if (!tax && !ask) return null;
  const close = () => setOpen(undefined);
  const done = () => void action.run("read", async () => undefined, t("tax.done"));
  return (
    <section className="panel stack">
      <div className="row">
        <h2>{t("tax.heading")}</h2>
        {tax && <StateTag tone={TAX_TONES[tax.state]}>{states(`tax_invoice.${tax.state}`)}</StateTag>}
      </div>
      {tax ? <Facts tax={tax} /> : <p className="muted">{t("tax.none")}</p>}
      {tax?.declined_reason && <p role="status">{t("tax.declined", { reason: tax.declined_reason })}</p>}
      {tax?.state === "issued" && invoice.credited_minor > invoice.amount_minor - tax.amount_minor && (
        <p role="status">{t("tax.red")}</p>
      )}
      <div className="row no-print">
        {tax?.file_id && (
          <Button href={`/api/documents/${tax.file_id}/content`} target="_blank" rel="noopener">
            {t("tax.open")}
          </Button>
        )}
        {ask && <Button onClick={() => setOpen("ask")}>{t(tax ? "tax.ask_again" : "tax.ask")}</Button>}
        {tax?.may_answer && (
          <>
            <Button type="primary" onClick={() => setOpen("issue")}>
              {t("tax.issue")}
            </Button>
            <Button onClick={() => setOpen("decline")}>{t("tax.decline")}</Button>
          </>
        )}
      </div>
      {open === "ask" && <AskDialog invoice={invoice} close={close} done={done} />}
      {tax && open === "issue" && <IssueDialog tax={tax} close={close} done={done} />}
      {tax && open === "decline" && (
        <ReasonDialog
          title={t("tax.decline")}
          hint={t("tax.decline_hint")}
          confirm={t("tax.decline")}
          run={async (reason) => {
            await declineTax(tax.id, reason);
            done();
          }}
          close={close}
        />
      )}
    </section>
  );
}
