import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AmountInput } from "@/shared/ui/AmountInput";
import type { ListingForm } from "./draft";
import { RoyaltyFields } from "./RoyaltyFields";

const TRIGGERS = ["earliest_of", "date", "first_income", "effect"] as const;
const LICENCES = ["non_exclusive", "sole", "exclusive"] as const;
const EXITS = ["return_data", "destroy_data"] as const;
const IMPROVEMENTS = ["each_keeps", "shared", "licensor_option"] as const;
const PAYERS = ["licensor", "licensee"] as const;

/** The use-first, pay-later terms: what is free, what starts payment, what is paid. */
export function TermFields({ preview }: { preview?: ReactNode }) {
  const { t } = useTranslation("listings");
  const words = useTranslation("words").t;
  const form = Form.useFormInstance<ListingForm>();
  const terms = Form.useWatch("terms", form);
  const needed = [{ required: true, message: t("fault.needed") }];
  return (
    <section className="panel">
      <h2 id="part-terms" tabIndex={-1}>
        {t("section.terms")}
      </h2>
      <Form.Item name={["terms", "offered"]} valuePropName="checked" extra={t("hint.offered")}>
        <Checkbox>{t("term.offered")}</Checkbox>
      </Form.Item>
      {terms?.offered && (
        <>
          <div className="form-row">
            <Form.Item name={["terms", "licence_type"]} label={t("term.licence_type")}>
              <Select options={LICENCES.map((value) => ({ value, label: words(`licence.${value}`) }))} />
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
              <InputNumber min={0} max={60} precision={0} />
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
                options={(terms.trigger === "kept" ? [...TRIGGERS, "kept" as const] : TRIGGERS).map((value) => ({
                  value,
                  label: t(`trigger.${value}`),
                }))}
              />
            </Form.Item>
            {(terms.trigger === "date" || terms.trigger === "earliest_of") && (
              <Form.Item name={["terms", "after_months"]} label={t("term.after_months")} rules={needed}>
                <InputNumber min={1} max={240} precision={0} />
              </Form.Item>
            )}
            <Form.Item name={["terms", "deferred_fee_minor"]} label={t("term.deferred_fee_minor")}>
              <AmountInput />
            </Form.Item>
            <Form.Item name={["terms", "instalment_count"]} label={t("term.instalment_count")}>
              <InputNumber min={1} max={60} precision={0} />
            </Form.Item>
          </div>
          <RoyaltyFields />
          <details>
            <summary>{t("term.more")}</summary>
            <div className="form-row">
              <Form.Item name={["terms", "entry_fee_minor"]} label={t("term.entry_fee_minor")} extra={t("hint.entry")}>
                <AmountInput />
              </Form.Item>
              <Form.Item name={["terms", "buyout_price_minor"]} label={t("term.buyout_price_minor")}>
                <AmountInput />
              </Form.Item>
            </div>
            <div className="form-row">
              <Form.Item name={["terms", "payment_days"]} label={t("term.payment_days")}>
                <InputNumber min={0} max={366} precision={0} />
              </Form.Item>
              <Form.Item name={["terms", "confidentiality_months"]} label={t("term.confidentiality_months")}>
                <InputNumber min={0} max={600} precision={0} />
              </Form.Item>
              <Form.Item name={["terms", "sublicensable"]} valuePropName="checked" label=" " colon={false}>
                <Checkbox>{t("term.sublicensable")}</Checkbox>
              </Form.Item>
            </div>
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
          {preview}
        </>
      )}
    </section>
  );
}
