import { Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import type { Fixed, Holding } from "./TermParts";

const BASES = ["none", "net_sales", "product_price", "new_output_value", "profit"] as const;
const FREQUENCIES = ["quarterly", "half_yearly", "yearly"] as const;

function Tiers() {
  const { t } = useTranslation("terms");
  return (
    <Form.List name={["terms", "tiers"]}>
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map((field, i) => (
            <div key={field.key} className="form-row">
              <Form.Item name={[field.name, "above_minor"]} label={t("term.above_minor")}>
                <AmountInput />
              </Form.Item>
              <Form.Item name={[field.name, "rate_bps"]} label={t("term.rate_bps")}>
                <PercentInput />
              </Form.Item>
              {i > 0 && (
                <Form.Item label=" " colon={false}>
                  <Button onClick={() => remove(field.name)}>{t("term.tier_remove", { number: i + 1 })}</Button>
                </Form.Item>
              )}
            </div>
          ))}
          <div>
            <Button onClick={() => add({ above_minor: null, rate_bps: null })}>{t("term.tier_add")}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}

function Milestones() {
  const { t } = useTranslation("terms");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <Form.List name={["terms", "milestones"]}>
      {(fields, { add, remove }) => (
        <div className="stack">
          {fields.map((field, i) => (
            <fieldset key={field.key} className="form-group">
              <legend>{t("milestone.nth", { number: i + 1 })}</legend>
              <div className="form-row">
                <Form.Item name={[field.name, "name"]} label={t("milestone.name")} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[field.name, "evidence"]} label={t("milestone.evidence")} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[field.name, "amount_minor"]} label={t("milestone.amount")} rules={needed}>
                  <AmountInput />
                </Form.Item>
                <Form.Item name={[field.name, "planned_month"]} label={t("milestone.month")} rules={needed}>
                  <InputNumber min={0} max={240} precision={0} />
                </Form.Item>
              </div>
              <Button onClick={() => remove(field.name)}>{t("milestone.remove", { number: i + 1 })}</Button>
            </fieldset>
          ))}
          <div>
            <Button onClick={() => add({ due_days: 30 })}>{t("milestone.add")}</Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}

/** The running share with its minimum and cap, and sums due at milestones. */
export function RoyaltyFields({ fixed }: { fixed: Fixed }) {
  const { t } = useTranslation("terms");
  const form = Form.useFormInstance<Holding>();
  const terms = Form.useWatch("terms", form);
  const schedules =
    terms?.schedule === "kept" ? (["fixed", "tiered", "kept"] as const) : (["fixed", "tiered"] as const);
  return (
    <>
      <div className="form-row">
        <Form.Item name={["terms", "royalty_base"]} label={t("term.royalty_base")}>
          <Select
            disabled={fixed.has("royalty_base")}
            options={BASES.map((value) => ({ value, label: t(`base.${value}`) }))}
          />
        </Form.Item>
        {terms?.royalty_base !== "none" && (
          <>
            <Form.Item name={["terms", "schedule"]} label={t("term.schedule")}>
              <Select options={schedules.map((value) => ({ value, label: t(`schedule.${value}`) }))} />
            </Form.Item>
            {terms?.schedule === "fixed" && (
              <Form.Item name={["terms", "rate_bps"]} label={t("term.rate_bps")}>
                <PercentInput />
              </Form.Item>
            )}
          </>
        )}
      </div>
      {terms?.royalty_base !== "none" && (
        <>
          {terms?.schedule === "tiered" && <Tiers />}
          <div className="form-row">
            <Form.Item name={["terms", "min_annual_minor"]} label={t("term.min_annual_minor")}>
              <AmountInput />
            </Form.Item>
            <Form.Item name={["terms", "cap_total_minor"]} label={t("term.cap_total_minor")}>
              <AmountInput />
            </Form.Item>
            <Form.Item name={["terms", "report_frequency"]} label={t("term.report_frequency")}>
              <Select
                disabled={fixed.has("report_frequency")}
                options={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name={["terms", "report_days"]} label={t("term.report_days")}>
              <InputNumber min={0} max={366} precision={0} />
            </Form.Item>
          </div>
        </>
      )}
      <h3>{t("milestone.title")}</h3>
      <Milestones />
    </>
  );
}
