import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { ConversionFields } from "./ConversionFields";
import { RoyaltyFields } from "./RoyaltyFields";
import type { TermsForm } from "./terms";
import "./words";

const TRIGGERS = ["earliest_of", "date", "first_income", "effect"] as const;
const LICENCES = ["non_exclusive", "sole", "exclusive"] as const;
const EXITS = ["return_data", "destroy_data"] as const;
const IMPROVEMENTS = ["each_keeps", "shared", "licensor_option"] as const;
const PAYERS = ["licensor", "licensee"] as const;

/** A form in which terms are written, whatever else it holds. */
export interface Holding {
  terms: TermsForm;
}
/** The fields that cannot change where the form stands. */
export type Fixed = ReadonlySet<keyof TermsForm>;
const NONE: Fixed = new Set();

/** Every clause of the terms that people agree on: what is free, what starts payment, what is paid, and the rest. */
export function TermParts({ fixed = NONE }: { fixed?: Fixed }) {
  const { t } = useTranslation("terms");
  const words = useTranslation("words").t;
  const amount = useAmountRule();
  const form = Form.useFormInstance<Holding>();
  const trigger = Form.useWatch(["terms", "trigger"], form);
  const needed = [{ required: true, message: t("needed") }];
  return (
    <>
      <div className="form-row">
        <Form.Item name={["terms", "licence_type"]} label={t("term.licence_type")}>
          <Select
            disabled={fixed.has("licence_type")}
            options={LICENCES.map((value) => ({ value, label: words(`licence.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name={["terms", "months"]} label={t("term.months")} rules={needed}>
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
        <Form.Item
          name={["terms", "free_period_months"]}
          label={t("term.free_period_months")}
          extra={t("hint.free")}
          rules={needed}
        >
          <InputNumber min={0} max={60} precision={0} disabled={fixed.has("free_period_months")} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name={["terms", "territory"]} label={t("term.territory")} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={["terms", "field_of_use"]} label={t("term.field_of_use")} rules={needed}>
          <Input maxLength={400} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name={["terms", "trigger"]} label={t("term.trigger")}>
          <Select
            disabled={fixed.has("trigger")}
            options={(trigger === "kept" ? [...TRIGGERS, "kept" as const] : TRIGGERS).map((value) => ({
              value,
              label: t(`trigger.${value}`),
            }))}
          />
        </Form.Item>
        {(trigger === "date" || trigger === "earliest_of") && (
          <Form.Item name={["terms", "after_months"]} label={t("term.after_months")} rules={needed}>
            <InputNumber min={1} max={240} precision={0} disabled={fixed.has("after_months")} />
          </Form.Item>
        )}
        <Form.Item name={["terms", "deferred_fee_minor"]} label={t("term.deferred_fee_minor")} rules={[amount()]}>
          <AmountInput />
        </Form.Item>
        <Form.Item name={["terms", "instalment_count"]} label={t("term.instalment_count")}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
      </div>
      <RoyaltyFields fixed={fixed} />
      <details>
        <summary>{t("term.more")}</summary>
        <div className="form-row">
          <Form.Item
            name={["terms", "entry_fee_minor"]}
            label={t("term.entry_fee_minor")}
            extra={t("hint.entry")}
            rules={[amount()]}
          >
            <AmountInput />
          </Form.Item>
          <Form.Item name={["terms", "buyout_price_minor"]} label={t("term.buyout_price_minor")} rules={[amount()]}>
            <AmountInput />
          </Form.Item>
        </div>
        <ConversionFields />
        <div className="form-row">
          <Form.Item name={["terms", "payment_days"]} label={t("term.payment_days")}>
            <InputNumber min={0} max={366} precision={0} />
          </Form.Item>
          <Form.Item name={["terms", "late_interest_bps_per_day"]} label={t("term.late_interest_bps_per_day")}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
          <Form.Item name={["terms", "confidentiality_months"]} label={t("term.confidentiality_months")}>
            <InputNumber min={0} max={600} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name={["terms", "sublicensable"]} valuePropName="checked">
          <Checkbox>{t("term.sublicensable")}</Checkbox>
        </Form.Item>
        <div className="form-row">
          <Form.Item name={["terms", "exit"]} label={t("term.exit")}>
            <Select options={EXITS.map((value) => ({ value, label: t(`exit.${value}`) }))} />
          </Form.Item>
          <Form.Item name={["terms", "improvements"]} label={t("term.improvements")}>
            <Select options={IMPROVEMENTS.map((value) => ({ value, label: t(`improvements.${value}`) }))} />
          </Form.Item>
          <Form.Item name={["terms", "annuity_payer"]} label={t("term.annuity_payer")}>
            <Select options={PAYERS.map((value) => ({ value, label: t(`payer.${value}`) }))} />
          </Form.Item>
        </div>
      </details>
    </>
  );
}
