import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { percent, yuan } from "@/shared/lib/money";
import { useSession } from "@/shared/session/session";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { Money } from "@/shared/ui/Money";
import { PercentInput } from "@/shared/ui/PercentInput";
import { Frame, type Props } from "./ContractDialogs";
import { FilesField } from "./Evidence";
import { DayField, WordsField } from "./LifeDialogs";
import { buyOut, fileCertificate, idsOf, recordConversion, recordRight, recordTransfer, type Sent } from "./life";

const EVENTS = ["published", "granted", "invalidated", "lapsed"] as const;

export function BuyoutDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ text?: string }>
      {...props}
      name="buy_out"
      act={({ text }) => buyOut(props.contract, { text: text ?? "" })}
      lead={
        <p>
          {t("buyout.lead")} <Money minor={props.contract.terms.buyout_price_minor ?? 0} />
        </p>
      }
    >
      <WordsField name="text" label={t("claim.remark")} needed={false} />
    </Frame>
  );
}

/** What the contract says about conversion into equity, beside the fields that must keep to it. */
function AgreedConversion({ contract }: Pick<Props, "contract">) {
  const { t } = useTranslation("contracts");
  const { conversion } = contract.terms;
  if (!conversion) return null;
  const { valuation } = conversion;
  const said = { months: conversion.until_months, share: percent(conversion.max_share_bps) };
  return (
    <p>
      {valuation.kind === "pre_money"
        ? t("conversion.agreed_pre_money", { ...said, value: yuan(valuation.pre_money_minor, true) })
        : t("conversion.agreed_next_round", { ...said, value: percent(10_000 - valuation.discount_bps) })}
    </p>
  );
}

export function ConversionDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const amount = useAmountRule();
  return (
    <Frame<{ valuation_on: string; pre_money_minor: number; share_bps: number; text?: string; file_ids: Sent[] }>
      {...props}
      name="record_conversion"
      act={(v) => recordConversion(props.contract, { ...v, text: v.text ?? "", file_ids: idsOf(v.file_ids) })}
      lead={
        <>
          <p>{t("conversion.lead")}</p>
          <AgreedConversion contract={props.contract} />
        </>
      }
    >
      <DayField name="valuation_on" label={t("conversion.valuation_on")} min={props.contract.effective_on} />
      <Form.Item name="pre_money_minor" label={t("conversion.pre_money")} rules={[amount({ needed: t("fault.base") })]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="share_bps" label={t("conversion.share")} rules={[{ required: true, message: t("fault.share") }]}>
        <PercentInput />
      </Form.Item>
      <WordsField name="text" label={t("claim.remark")} needed={false} />
      <FilesField contract={props.contract} needed />
    </Frame>
  );
}

export function TransferDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ recorded_on: string; number: string }>
      {...props}
      name="record_transfer"
      act={(values) => recordTransfer(props.contract, values)}
      lead={<p>{t("transfer.lead")}</p>}
    >
      <DayField name="recorded_on" label={t("transfer.day")} min={props.contract.ended_on} />
      <Form.Item
        name="number"
        label={t("transfer.number")}
        rules={[{ required: true, min: 4, message: t("fault.number") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </Frame>
  );
}

interface Item {
  name: string;
  how: "returned" | "destroyed";
  on: string;
}

export function CertificateDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ items: Item[]; text?: string }>
      {...props}
      name="file_certificate"
      initial={{ items: [{ name: "", how: "returned", on: "" }] }}
      act={({ items, text }) => fileCertificate(props.contract, { items, text: text ?? "" })}
      lead={<p>{t("certificate.lead")}</p>}
    >
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <div className="stack" style={{ marginBlockEnd: 24 }}>
            {fields.map((field) => (
              <fieldset className="panel" key={field.key}>
                <Form.Item
                  name={[field.name, "name"]}
                  label={t("certificate.item")}
                  rules={[{ required: true, message: t("fault.words") }]}
                >
                  <Input maxLength={120} />
                </Form.Item>
                <Form.Item name={[field.name, "how"]} label={t("certificate.how")}>
                  <Select
                    options={(["returned", "destroyed"] as const).map((value) => ({
                      value,
                      label: t(`certificate.${value}`),
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[field.name, "on"]}
                  label={t("certificate.on")}
                  rules={[{ required: true, message: t("fault.day") }]}
                >
                  <Input type="date" />
                </Form.Item>
                {fields.length > 1 && (
                  <Button size="small" onClick={() => remove(field.name)}>
                    {t("files.remove")}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add({ name: "", how: "returned", on: "" })}>{t("certificate.add")}</Button>
          </div>
        )}
      </Form.List>
      <WordsField name="text" label={t("claim.remark")} needed={false} />
    </Frame>
  );
}

export function RightDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const rights = (props.contract.life?.rights ?? []).filter((right) => right.nature !== "gone");
  const firm = useSession().current.organization_id === props.contract.firm_id;
  const events = EVENTS.filter((kind) => !firm || kind === "invalidated" || kind === "lapsed");
  return (
    <Frame<{
      position: number;
      kind: (typeof EVENTS)[number];
      happened_on: string;
      document_number?: string;
      file_ids?: Sent[];
    }>
      {...props}
      name="record_right"
      initial={{ position: rights[0]?.position ?? 0, kind: events[0] ?? "invalidated" }}
      act={({ document_number, file_ids, ...rest }) =>
        recordRight(props.contract, { ...rest, document_number: document_number ?? "", file_ids: idsOf(file_ids) })
      }
      lead={<p>{t("right.lead")}</p>}
    >
      <Form.Item name="position" label={t("right.which")}>
        <Select options={rights.map((r) => ({ value: r.position, label: [r.title, r.number].join(" ") }))} />
      </Form.Item>
      <Form.Item name="kind" label={t("right.what")}>
        <Select options={events.map((value) => ({ value, label: t(`right.event.${value}`) }))} />
      </Form.Item>
      <DayField name="happened_on" label={t("right.day")} />
      <Form.Item name="document_number" label={t("right.number")} extra={t("right.number_hint")}>
        <Input maxLength={60} />
      </Form.Item>
      <FilesField contract={props.contract} />
    </Frame>
  );
}
