import { Form, Input, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { useFaults } from "@/shared/hooks/useFaults";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import type { Contract } from "./model";
import { proposeAmendment } from "./papers";

interface Values {
  from_on: string;
  reason: string;
  months: number;
  deferred_fee_minor: number;
  payment_days: number;
  field_of_use: string;
  territory: string;
}

/** Proposes new values for what is amended most; all else of the terms stays as it is. */
export default function AmendDialog({ contract, close }: { contract: Contract; close: () => void }) {
  const { t } = useTranslation("contracts");
  const common = useTranslation().t;
  const amount = useAmountRule();
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form, "amend");
  const action = useAction();
  const { terms } = contract;

  async function send({ from_on, reason, ...changed }: Values) {
    faults.clear();
    const done = await action.run(
      "propose",
      () => proposeAmendment(contract, { from_on, reason, terms: { ...terms, ...changed } }).catch(faults.failed),
      t("amend.proposed"),
    );
    if (done) close();
  }
  return (
    <Modal
      open
      title={t("amend.propose")}
      okText={t("amend.confirm")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "propose"}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        name="amend"
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        initialValues={{
          months: terms.months,
          deferred_fee_minor: terms.deferred_fee_minor ?? 0,
          payment_days: terms.payment_days ?? 30,
          field_of_use: terms.field_of_use,
          territory: terms.territory,
        }}
        onFinish={(values) => void send(values)}
        onFinishFailed={faults.refused}
      >
        <div className="stack">
          {faults.summary}
          <p>{t("amend.lead")}</p>
          <div>
            <Form.Item name="from_on" label={t("amend.day")} rules={[{ required: true, message: t("fault.day") }]}>
              <Input type="date" />
            </Form.Item>
            <Form.Item name="months" label={t("amend.months")}>
              <InputNumber min={1} max={240} precision={0} />
            </Form.Item>
            <Form.Item name="deferred_fee_minor" label={t("amend.fee")} rules={[amount({ needed: t("fault.base") })]}>
              <AmountInput />
            </Form.Item>
            <Form.Item name="payment_days" label={t("amend.payment_days")}>
              <InputNumber min={0} max={366} precision={0} />
            </Form.Item>
            <Form.Item name="territory" label={t("amend.territory")}>
              <Input maxLength={500} />
            </Form.Item>
            <Form.Item name="field_of_use" label={t("amend.field")}>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
            </Form.Item>
            <Form.Item
              name="reason"
              label={t("amend.reason")}
              rules={[{ required: true, min: 4, message: t("amend.reason_needed") }]}
            >
              <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
            </Form.Item>
          </div>
        </div>
      </Form>
    </Modal>
  );
}
