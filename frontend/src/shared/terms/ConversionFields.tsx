import { Form, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import type { Holding } from "./TermParts";

const VALUATIONS = ["none", "pre_money", "next_round"] as const;

/** Fund first, equity later: whether and at what value the licensor may take equity in place of fees to come. */
export function ConversionFields() {
  const { t } = useTranslation("terms");
  const amount = useAmountRule();
  const form = Form.useFormInstance<Holding>();
  const valuation = Form.useWatch(["terms", "conversion_valuation"], form);
  const needed = [{ required: true, message: t("needed") }];
  return (
    <>
      <div className="form-row">
        <Form.Item
          name={["terms", "conversion_valuation"]}
          label={t("term.conversion_valuation")}
          extra={t("hint.conversion")}
        >
          <Select options={VALUATIONS.map((value) => ({ value, label: t(`valuation.${value}`) }))} />
        </Form.Item>
      </div>
      {valuation !== undefined && valuation !== "none" && (
        <div className="form-row">
          {valuation === "pre_money" ? (
            <Form.Item
              name={["terms", "pre_money_minor"]}
              label={t("term.pre_money_minor")}
              rules={[amount({ needed: t("needed"), leastMinor: 1 })]}
            >
              <AmountInput />
            </Form.Item>
          ) : (
            <Form.Item name={["terms", "discount_bps"]} label={t("term.discount_bps")} rules={needed}>
              <PercentInput />
            </Form.Item>
          )}
          <Form.Item name={["terms", "max_share_bps"]} label={t("term.max_share_bps")} rules={needed}>
            <PercentInput />
          </Form.Item>
          <Form.Item
            name={["terms", "conversion_until_months"]}
            label={t("term.conversion_until_months")}
            rules={needed}
          >
            <InputNumber min={1} max={240} precision={0} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
