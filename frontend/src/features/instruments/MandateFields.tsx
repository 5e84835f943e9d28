import { Button, Form, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "@/shared/hooks/useText";
import words from "../../../locales/zh-CN/words.json";
import type { Draft } from "./model";
import { Bilingual } from "./OfferFields";
import "./instruments.css";

const PURPOSES = [
  "proof_of_concept",
  "development",
  "pilot_line",
  "equipment",
  "working_capital",
  "licence_fee",
  "trial_risk",
  "challenge_risk",
  "share_transfer",
  "expansion",
] as const;
const STAGES = ["seed", "angel", "early", "growth", "mature"] as const;
const CITIES = [
  "3201",
  "3202",
  "3203",
  "3204",
  "3205",
  "3206",
  "3207",
  "3208",
  "3209",
  "3210",
  "3211",
  "3212",
  "3213",
] as const;
const INDUSTRIES = Object.keys(words.industry) as (keyof typeof words.industry)[];
const TRACKS = Object.keys(words.track) as (keyof typeof words.track)[];

function KeptConditions() {
  const { t } = useTranslation("instruments");
  const text = useText();
  const form = Form.useFormInstance<Draft>();
  const kept = Form.useWatch("gates", { form, preserve: true });
  if (!kept || kept.length === 0) return null;
  return (
    <>
      <p className="muted">{t("kept_conditions")}</p>
      <ul className="kept-conditions">
        {kept.map((gate) => (
          <li key={gate.id}>
            <span>{text(gate.text)}</span>
            <Button
              size="small"
              aria-label={t("remove_condition", { text: text(gate.text) })}
              onClick={() =>
                form.setFieldValue(
                  "gates",
                  kept.filter((other) => other.id !== gate.id),
                )
              }
            >
              {t("remove")}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** For which projects, and which conditions stay beside those that follow from it. */
export function MandateFields() {
  const { t } = useTranslation("instruments");
  const word = useTranslation("words").t;
  const several = { mode: "multiple" as const, placeholder: t("any"), optionFilterProp: "label" };
  return (
    <section className="panel">
      <h2>{t("part.mandate")}</h2>
      <div className="form-row wide">
        <Form.Item name={["mandate", "purposes"]} label={t("field.purposes")}>
          <Select {...several} options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))} />
        </Form.Item>
        <Form.Item name={["mandate", "stages"]} label={t("field.stages")}>
          <Select {...several} options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))} />
        </Form.Item>
        <Form.Item name={["mandate", "fields"]} label={t("field.fields")}>
          <Select
            {...several}
            options={[
              ...INDUSTRIES.map((value) => ({ value, label: word(`industry.${value}`) })),
              ...TRACKS.map((value) => ({ value, label: word(`track.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name={["mandate", "cities"]} label={t("field.cities")}>
          <Select {...several} options={CITIES.map((value) => ({ value, label: t(`city.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name={["mandate", "trl_min"]} label={t("field.trl_min")}>
          <InputNumber min={1} max={9} precision={0} />
        </Form.Item>
        <Form.Item name={["mandate", "trl_max"]} label={t("field.trl_max")}>
          <InputNumber min={1} max={9} precision={0} />
        </Form.Item>
      </div>
      <KeptConditions />
    </section>
  );
}

export function DocumentFields() {
  const { t } = useTranslation("instruments");
  return (
    <section className="panel">
      <h2>{t("part.documents")}</h2>
      <Form.List name="documents">
        {(fields, { add, remove }) => (
          <div>
            {fields.map((field, i) => (
              <div key={field.key} className="paper">
                <Bilingual name={[field.name]} label={t("document_nth", { number: i + 1 })} />
                <Button aria-label={t("remove_document", { number: i + 1 })} onClick={() => remove(field.name)}>
                  {t("remove")}
                </Button>
              </div>
            ))}
            <div>
              <Button onClick={() => add({ zh: "", en: "" })}>{t("add_document")}</Button>
            </div>
          </div>
        )}
      </Form.List>
    </section>
  );
}
