import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { AmountInput } from "@/shared/ui/AmountInput";
import { type Filing, register, submit } from "./model";

interface Values {
  on: string;
  number?: string;
  total?: number;
  technical?: number;
}

interface Props {
  filing: Filing;
  move: "submit" | "register";
  close: () => void;
  done: () => void;
}

/** The day a pack was handed in, or the receipt that came back; a refusal keeps what was typed. */
export default function FilingDialog({ filing, move, close, done }: Props) {
  const { t } = useTranslation("filings");
  const common = useTranslation().t;
  const [form] = Form.useForm<Values>();
  const faults = useFaults(form, move);
  const [busy, once] = useBusy();
  const amounts = move === "register" && filing.kind === "technology_contract";

  async function send(values: Values) {
    faults.clear();
    try {
      if (move === "submit") await submit(filing, values.on);
      else
        await register(filing, {
          number: values.number ?? "",
          registered_on: values.on,
          ...(amounts ? { total_minor: values.total ?? null, technical_minor: values.technical ?? null } : {}),
        });
      close();
      done();
    } catch (error) {
      faults.failed(error);
    }
  }
  return (
    <Modal
      open
      title={t(`move.${move}`)}
      okText={t(`confirm.${move}`)}
      cancelText={common("form.cancel")}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Values>
        form={form}
        name={move}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        onFinish={(values) => void once(() => send(values))}
        onFinishFailed={faults.refused}
      >
        {faults.summary}
        {move === "register" && (
          <Form.Item
            name="number"
            label={t("receipt_number")}
            rules={[{ required: true, min: 4, message: t("fault.number") }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item
          name="on"
          label={t(move === "submit" ? "submitted_on" : "registered_on")}
          rules={[{ required: true, message: t("fault.date") }]}
        >
          <Input type="date" min={filing.submitted_on ?? filing.opened_on} />
        </Form.Item>
        {amounts && (
          <>
            <Form.Item name="total" label={t("total")}>
              <AmountInput />
            </Form.Item>
            <Form.Item name="technical" label={t("technical")} extra={t("technical_hint")}>
              <AmountInput />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
