import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput } from "@/shared/ui/AmountInput";
import zhWords from "../../../locales/zh-CN/words.json";
import { WORD_BREAKS } from "./draft";

const INDUSTRIES = Object.keys(zhWords.industry) as (keyof typeof zhWords.industry)[];
const TRACKS = Object.keys(zhWords.track) as (keyof typeof zhWords.track)[];
const PROSE = ["problem", "benefit", "mechanism", "present_solution", "evidence"] as const;
const MODES = ["agreement", "listed", "auction"] as const;

/** What the result is and does, in the words of a buyer. */
export function ResultFields() {
  const { t } = useTranslation("listings");
  const words = useTranslation("words").t;
  const common = useTranslation().t;
  const optional = (label: string) => `${label}${common("form.optional")}`;
  return (
    <>
      <section className="panel">
        <h2 id="part-basics" tabIndex={-1}>
          {t("section.basics")}
        </h2>
        <Form.Item
          name="title"
          label={t("field.title")}
          rules={[{ required: true, min: 4, message: t("fault.title") }]}
        >
          <Input maxLength={80} showCount />
        </Form.Item>
        <Form.Item name="title_en" label={optional(t("field.title_en"))}>
          <Input maxLength={160} lang="en" />
        </Form.Item>
        <div className="form-row">
          <Form.Item name="industry" label={optional(t("field.industry"))}>
            <Select allowClear options={INDUSTRIES.map((value) => ({ value, label: words(`industry.${value}`) }))} />
          </Form.Item>
          <Form.Item name="track" label={optional(t("field.track"))}>
            <Select allowClear options={TRACKS.map((value) => ({ value, label: words(`track.${value}`) }))} />
          </Form.Item>
          <Form.Item name="trl" label={t("field.trl")} extra={t("hint.trl")}>
            <InputNumber min={1} max={9} precision={0} />
          </Form.Item>
        </div>
        <div className="form-row">
          <Form.Item name="unit" label={optional(t("field.unit"))}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="contact_name" label={optional(t("field.contact_name"))}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="keywords" label={optional(t("field.keywords"))}>
            <Select mode="tags" maxCount={12} tokenSeparators={WORD_BREAKS} open={false} suffixIcon={null} />
          </Form.Item>
        </div>
      </section>
      <section className="panel">
        <h2 id="part-prose" tabIndex={-1}>
          {t("section.prose")}
        </h2>
        {PROSE.map((part) => (
          <Form.Item key={part} name={part} label={t(`field.${part}`)} extra={t(`hint.${part}`)}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={1200} showCount />
          </Form.Item>
        ))}
      </section>
      <section className="panel">
        <h2 id="part-price" tabIndex={-1}>
          {t("section.price")}
        </h2>
        <div className="form-row">
          <Form.Item name="price_mode" label={t("field.price_mode")} extra={t("hint.price_mode")}>
            <Select options={MODES.map((value) => ({ value, label: words(`price_mode.${value}`) }))} />
          </Form.Item>
          <Form.Item name="sales_hint_minor" label={optional(t("field.sales_hint_minor"))} extra={t("hint.sales")}>
            <AmountInput />
          </Form.Item>
          <Form.Item name="outright_price_minor" label={optional(t("field.outright_price_minor"))}>
            <AmountInput />
          </Form.Item>
        </div>
        <Form.Item name="public_funded" valuePropName="checked">
          <Checkbox>{t("field.public_funded")}</Checkbox>
        </Form.Item>
      </section>
    </>
  );
}
