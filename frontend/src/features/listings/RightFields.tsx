import { Button, Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { PercentInput } from "@/shared/ui/PercentInput";
import { evenShares, type ListingForm } from "./draft";

const KINDS = ["patent", "application", "know_how", "software"] as const;

/** The rights a license would cover; numbers may be pasted with blanks and dots. */
export function RightFields() {
  const { t } = useTranslation("listings");
  const common = useTranslation().t;
  const words = useTranslation("words").t;
  return (
    <section className="panel">
      <h2 id="part-rights" tabIndex={-1}>
        {t("section.rights")}
      </h2>
      <Form.List name="rights">
        {(fields, { add, remove }) => (
          <div className="stack">
            {fields.map((field, i) => (
              <fieldset key={field.key} className="form-group">
                <legend>{t("right.nth", { number: i + 1 })}</legend>
                <div className="form-row">
                  <Form.Item name={[field.name, "kind"]} label={t("right.kind")}>
                    <Select options={KINDS.map((value) => ({ value, label: words(`right.${value}`) }))} />
                  </Form.Item>
                  <Form.Item name={[field.name, "number"]} label={t("right.number")} extra={t("hint.number")}>
                    <Input maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[field.name, "title"]} label={t("right.title")}>
                    <Input maxLength={120} />
                  </Form.Item>
                </div>
                <div className="form-row">
                  <Form.Item name={[field.name, "filed_on"]} label={t("right.filed_on")}>
                    <Input type="date" />
                  </Form.Item>
                  <Form.Item name={[field.name, "granted_on"]} label={t("right.granted_on")}>
                    <Input type="date" />
                  </Form.Item>
                  <Form.Item name={[field.name, "annuity_paid_to"]} label={t("right.annuity_paid_to")}>
                    <Input type="date" />
                  </Form.Item>
                </div>
                <div className="form-row">
                  <Form.Item
                    name={[field.name, "co_owner"]}
                    label={`${t("right.co_owner")}${common("form.optional")}`}
                    extra={t("hint.co_owner")}
                  >
                    <Input maxLength={120} />
                  </Form.Item>
                  <Form.Item name={[field.name, "co_owner_consent"]} valuePropName="checked" label=" " colon={false}>
                    <Checkbox>{t("right.co_owner_consent")}</Checkbox>
                  </Form.Item>
                </div>
                <Button onClick={() => remove(field.name)}>{t("right.remove", { number: i + 1 })}</Button>
              </fieldset>
            ))}
            <div>
              <Button onClick={() => add({ kind: "patent", number: "", title: "" })}>{t("right.add")}</Button>
            </div>
          </div>
        )}
      </Form.List>
    </section>
  );
}

/** Inventors and their agreed shares of the inventors' part. */
export function InventorFields() {
  const { t } = useTranslation("listings");
  const form = Form.useFormInstance<ListingForm>();
  const inventors = Form.useWatch("inventors", form) ?? [];
  const sum = inventors.reduce((total, inventor) => total + (inventor?.share_bps ?? 0), 0);
  return (
    <section className="panel">
      <h2 id="part-inventors" tabIndex={-1}>
        {t("section.inventors")}
      </h2>
      <Form.List name="inventors">
        {(fields, { add, remove }) => (
          <div className="stack">
            {fields.map((field, i) => (
              <div key={field.key} className="form-row">
                <Form.Item
                  name={[field.name, "name"]}
                  label={t("inventor.name")}
                  rules={[{ required: true, message: t("fault.inventor") }]}
                >
                  <Input maxLength={40} />
                </Form.Item>
                <Form.Item name={[field.name, "share_bps"]} label={t("inventor.share")}>
                  <PercentInput />
                </Form.Item>
                <Form.Item label={<span aria-hidden="true">&nbsp;</span>} colon={false}>
                  <Button onClick={() => remove(field.name)}>{t("inventor.remove", { number: i + 1 })}</Button>
                </Form.Item>
              </div>
            ))}
            <div className="row">
              <Button onClick={() => add({ name: "", share_bps: Math.max(0, 10_000 - sum) })}>
                {t("inventor.add")}
              </Button>
              {fields.length > 1 && (
                <Button
                  onClick={() =>
                    form.setFieldValue(
                      "inventors",
                      evenShares(inventors.length).map((share_bps, i) => ({ ...inventors[i], share_bps })),
                    )
                  }
                >
                  {t("inventor.even")}
                </Button>
              )}
              {fields.length > 0 && (
                <span role="status" className={sum === 10_000 ? "muted" : "warn"}>
                  {sum === 10_000 ? t("inventor.whole") : t("inventor.sum", { percent: sum / 100 })}
                </span>
              )}
            </div>
          </div>
        )}
      </Form.List>
    </section>
  );
}
