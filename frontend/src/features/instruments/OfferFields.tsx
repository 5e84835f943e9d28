import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import { useNeeded } from "./useNeeded";

const KINDS = [
  "poc_fund",
  "angel_fund",
  "relay_fund",
  "industry_fund",
  "aic_equity",
  "grant_to_equity",
  "provincial_tech_loan",
  "park_loan",
  "conversion_loan",
  "ip_pledge_loan",
  "points_loan",
  "pilot_equipment_loan",
  "tech_guarantee",
  "shared_guarantee",
  "tech_bond",
  "park_research_cover",
  "challenge_cover",
  "trial_cover",
] as const;
const PRICES = ["interest", "equity", "grant_then_shares", "guarantee_fee", "premium", "discount", "coupon"] as const;

/** A text in both languages, side by side. */
export function Bilingual({ name, label, lines = 1 }: { name: (string | number)[]; label: string; lines?: number }) {
  const { t } = useTranslation("instruments");
  const needed = useNeeded();
  const zh = t("chinese_of", { label });
  const en = t("english_of", { label });
  const box = (lang: string) => <Input.TextArea autoSize={{ minRows: lines }} maxLength={400} lang={lang} />;
  return (
    <div className="form-row wide">
      <Form.Item name={[...name, "zh"]} label={zh} rules={needed(zh)}>
        {box("zh-CN")}
      </Form.Item>
      <Form.Item name={[...name, "en"]} label={en} rules={needed(en)}>
        {box("en")}
      </Form.Item>
    </div>
  );
}

const MOST_MINOR = 1e13;

/** Name, amount, price, term and validity. */
export function OfferFields() {
  const { t } = useTranslation("instruments");
  const needed = useNeeded();
  const amount = useAmountRule();
  return (
    <section className="panel">
      <h2>{t("part.offer")}</h2>
      <Form.Item name="kind" label={t("field.kind")} rules={needed(t("field.kind"))}>
        <Select options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Bilingual name={["name"]} label={t("field.name")} />
      <Bilingual name={["summary"]} label={t("field.summary")} lines={2} />
      <div className="form-row">
        <Form.Item
          name={["terms", "amount_min_minor"]}
          label={t("field.amount_min")}
          rules={[amount({ needed: t("needed", { label: t("field.amount_min") }), mostMinor: MOST_MINOR })]}
        >
          <AmountInput />
        </Form.Item>
        <Form.Item
          name={["terms", "amount_max_minor"]}
          label={t("field.amount_max")}
          rules={[amount({ needed: t("needed", { label: t("field.amount_max") }), mostMinor: MOST_MINOR })]}
        >
          <AmountInput />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item
          name={["terms", "price", "kind"]}
          label={t("field.price_kind")}
          rules={needed(t("field.price_kind"))}
        >
          <Select options={PRICES.map((value) => ({ value, label: t(`price_kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name={["terms", "price", "min_bps"]} label={t("field.bps_min")}>
          <PercentInput />
        </Form.Item>
        <Form.Item name={["terms", "price", "max_bps"]} label={t("field.bps_max")}>
          <PercentInput />
        </Form.Item>
      </div>
      <Bilingual name={["terms", "price", "text"]} label={t("field.price_text")} />
      <div className="form-row">
        <Form.Item name={["terms", "tenor_months_min"]} label={t("field.tenor_min")}>
          <InputNumber min={0} max={240} precision={0} />
        </Form.Item>
        <Form.Item name={["terms", "tenor_months_max"]} label={t("field.tenor_max")}>
          <InputNumber min={1} max={240} precision={0} />
        </Form.Item>
        <Form.Item name="decision_days" label={t("field.decision_days")} rules={needed(t("field.decision_days"))}>
          <InputNumber min={1} max={120} precision={0} />
        </Form.Item>
      </div>
      <Bilingual name={["terms", "repayment"]} label={t("field.repayment")} />
      <Bilingual name={["terms", "security"]} label={t("field.security")} />
      <div className="form-row">
        <Form.Item name="valid_from" label={t("field.valid_from")} rules={needed(t("field.valid_from"))}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="valid_to" label={t("field.valid_to")} rules={needed(t("field.valid_to"))}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="source" label={t("field.source")} rules={needed(t("field.source"))}>
          <Input maxLength={200} lang="zh-CN" />
        </Form.Item>
      </div>
    </section>
  );
}
