import { useNavigate } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { toast } from "@/shared/ui/toast";
import { DocumentFields, MandateFields } from "./MandateFields";
import { cleaned, type Draft, disorders, draftOf, emptyDraft, type Product } from "./model";
import { OfferFields } from "./OfferFields";

interface Props {
  /** The product to revise; without one a new product is written. */
  item?: Product | undefined;
  /** The product a new one starts from. */
  like?: Product | undefined;
}

/** Writes the next version of a product or the first of a new one; nothing is on offer until it is published. */
export function ProductForm({ item, like }: Props) {
  const { t } = useTranslation("instruments");
  const common = useTranslation().t;
  const navigate = useNavigate();
  const [form] = Form.useForm<Draft>();
  const faults = useFaults(form, "product");
  const refresh = useAction();
  const [busy, once] = useBusy();
  const model = item ?? like;

  const back = (id: string | undefined) =>
    id ? navigate({ to: "/instruments/$id", params: { id } }) : navigate({ to: "/instruments" });

  function put(body: Draft): Promise<Product> {
    if (!item) return answer(http.POST("/api/instruments", { body }));
    const params = { path: { instrument_id: item.id }, header: { "if-match": String(item.row_version) } };
    return answer(http.PUT("/api/instruments/{instrument_id}", { params, body }));
  }

  async function save() {
    const body = cleaned(form.getFieldsValue(true) as Draft);
    const wrong = disorders(body).map(({ order, at }) => ({ name: at, errors: [t(`order.${order}`)] }));
    if (wrong.length > 0) {
      form.setFields(wrong as Parameters<typeof form.setFields>[0]);
      faults.refused({ errorFields: wrong });
      return;
    }
    faults.clear();
    try {
      const saved = await put(body);
      await refresh.run("refresh", async () => undefined);
      toast(t("saved"));
      await back(saved.id);
    } catch (problem) {
      faults.failed(problem);
    }
  }
  return (
    <Form<Draft>
      form={form}
      name="product"
      layout="vertical"
      requiredMark={false}
      validateTrigger={[]}
      initialValues={model ? draftOf(model) : emptyDraft()}
      onFinish={() => void once(save)}
      onFinishFailed={faults.refused}
    >
      <div className="stack">
        {faults.summary}
        <OfferFields />
        <MandateFields />
        <DocumentFields />
        <div className="row sticky-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("save")}
          </Button>
          <Button onClick={() => void back(item?.id)}>{common("form.cancel")}</Button>
        </div>
      </div>
    </Form>
  );
}
