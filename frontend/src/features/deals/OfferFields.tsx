import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import { fixedRate, IMPROVEMENTS, LICENCES, type OfferForm, type Sheet, TRIGGERS } from "./negotiation";

/** The clauses people bargain about; everything else of the sheet stays as it lies on the table. */
export function OfferFields({ base }: { base: Sheet }) {
  const { t } = useTranslation("deals");
  const words = useTranslation("words").t;
  const amount = useAmountRule();
  const form = Form.useFormInstance<OfferForm>();
  const trigger = Form.useWatch("trigger", form);
  const needed = [{ required: true, message: t("offer.needed") }];
  const whole = (name: keyof OfferForm, min: number, max: number) => (
    <Form.Item name={name} label={t(`term.${name as "months"}`)} rules={needed}>
      <InputNumber min={min} max={max} precision={0} />
    </Form.Item>
  );
  const money = (name: keyof OfferForm) => (
    <Form.Item name={name} label={t(`term.${name as "entry_fee_minor"}`)} rules={[amount()]}>
      <AmountInput />
    </Form.Item>
  );
  return (
    <>
      <div className="form-row">
        {money("deferred_fee_minor")}
        {money("entry_fee_minor")}
        {money("buyout_price_minor")}
      </div>
      {base.royalty && (
        <div className="form-row">
          {fixedRate(base) !== null && (
            <Form.Item name="rate_bps" label={t("term.rate_bps")} rules={needed}>
              <PercentInput />
            </Form.Item>
          )}
          {money("min_annual_minor")}
          {money("cap_total_minor")}
        </div>
      )}
      <div className="form-row">
        <Form.Item name="licence_type" label={t("term.licence_type")}>
          <Select options={LICENCES.map((value) => ({ value, label: words(`licence.${value}`) }))} />
        </Form.Item>
        {whole("months", 1, 240)}
        {whole("free_period_months", 0, 60)}
      </div>
      <div className="form-row">
        <Form.Item name="trigger" label={t("term.trigger")}>
          <Select options={TRIGGERS.map((value) => ({ value, label: t(`trigger.${value}`) }))} />
        </Form.Item>
        {(trigger === "date" || trigger === "earliest_of") && whole("after_months", 1, 240)}
        {whole("payment_days", 0, 366)}
      </div>
      <div className="form-row">
        <Form.Item name="territory" label={t("term.territory")} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="field_of_use" label={t("term.field_of_use")} rules={needed}>
          <Input maxLength={400} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="improvements" label={t("term.improvements")}>
          <Select options={IMPROVEMENTS.map((value) => ({ value, label: t(`improvements.${value}`) }))} />
        </Form.Item>
        <Form.Item name="sublicensable" valuePropName="checked" label=" " colon={false}>
          <Checkbox>{t("term.sublicensable")}</Checkbox>
        </Form.Item>
      </div>
    </>
  );
}
