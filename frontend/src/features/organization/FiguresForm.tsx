import { Button, Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useAction } from "@/shared/hooks/useAction";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { toast } from "@/shared/ui/toast";
import { type Figures, figuresOf, patchOf } from "./figures";

interface Props {
  record: Schemas["OrganizationView"];
  close: () => void;
}

/** Corrects the figures; a second editor is told and overwrites nothing. */
export function FiguresForm({ record, close }: Props) {
  const { t } = useTranslation("organization");
  const common = useTranslation().t;
  const [form] = Form.useForm<Figures>();
  const faults = useFaults(form, "figures");
  const refresh = useAction();
  const [busy, once] = useBusy();
  const [stale, setStale] = useState<unknown>();

  async function save(figures: Figures) {
    faults.clear();
    try {
      await answer(
        http.PATCH("/api/organizations/{organization_id}", {
          params: { path: { organization_id: record.id }, header: { "if-match": String(record.version) } },
          body: patchOf(record, figures),
        }),
      );
      await refresh.run("refresh", async () => undefined);
      toast(t("saved"));
      close();
    } catch (problem) {
      if (isProblem(problem) && problem.status === 412) setStale(problem);
      else faults.failed(problem);
    }
  }
  const amount = useAmountRule();

  return (
    <Form<Figures>
      form={form}
      name="figures"
      layout="vertical"
      requiredMark={false}
      validateTrigger={[]}
      initialValues={figuresOf(record)}
      onFinish={(figures) => void once(() => save(figures))}
      onFinishFailed={faults.refused}
    >
      <div className="stack">
        <ProblemAlert error={stale} />
        {faults.summary}
      </div>
      <Form.Item name="address" label={t("field.address")}>
        <Input maxLength={200} lang="zh-CN" />
      </Form.Item>
      {record.kind === "sme" && (
        <>
          <Form.Item
            name="staff"
            label={t("field.staff")}
            rules={[{ type: "integer", min: 0, max: 1_000_000, message: t("staff_fault") }]}
          >
            <InputNumber style={{ width: 160 }} inputMode="numeric" />
          </Form.Item>
          <Form.Item name="sales_minor" label={t("field.sales")} rules={[amount()]}>
            <AmountInput />
          </Form.Item>
          <Form.Item name="assets_minor" label={t("field.assets")} rules={[amount()]}>
            <AmountInput />
          </Form.Item>
        </>
      )}
      <Form.Item name="bank_name" label={t("field.bank_name")}>
        <Input maxLength={80} lang="zh-CN" />
      </Form.Item>
      <Form.Item
        name="bank_account"
        label={t("field.bank_account")}
        normalize={(value: string) => value.replace(/[\s-]/g, "")}
        rules={[{ pattern: /^\d{8,32}$/, message: t("account_fault") }]}
      >
        <Input inputMode="numeric" className="num" />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {common("form.save")}
        </Button>
        <Button onClick={close}>{common("form.cancel")}</Button>
      </div>
    </Form>
  );
}
