import { Checkbox, Form } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TermParts } from "@/shared/terms/TermParts";
import type { ListingForm } from "./draft";

/** The use-first, pay-later terms of a result, if it is offered so. */
export function TermFields({ preview }: { preview?: ReactNode }) {
  const { t } = useTranslation("listings");
  const form = Form.useFormInstance<ListingForm>();
  const offered = Form.useWatch("offered", form);
  return (
    <section className="panel">
      <h2 id="part-terms" tabIndex={-1}>
        {t("section.terms")}
      </h2>
      <Form.Item name="offered" valuePropName="checked" extra={t("hint.offered")}>
        <Checkbox>{t("term.offered")}</Checkbox>
      </Form.Item>
      {offered && (
        <>
          <TermParts />
          {preview}
        </>
      )}
    </section>
  );
}
