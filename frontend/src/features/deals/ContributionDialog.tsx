import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const KINDS = ["introduction", "visit", "negotiation", "drafting", "trial", "other"] as const;

interface Fields {
  kind: (typeof KINDS)[number];
  worked_on: string;
  text: string;
}

/** What was done for a deal, and on which day. */
export default function ContributionDialog({ dealId, close }: { dealId: string; close: () => void }) {
  const { t } = useTranslation("deals");
  const common = useTranslation().t;
  const action = useAction();
  const [form] = Form.useForm<Fields>();
  const needed = [{ required: true, message: t("offer.needed") }];

  async function send() {
    const body = await form.validateFields().catch(() => undefined);
    if (!body) return;
    const done = await action.run(
      "record",
      () => answer(http.POST("/api/deals/{deal_id}/contributions", { params: { path: { deal_id: dealId } }, body })),
      t("manager.recorded"),
    );
    if (done) close();
  }
  return (
    <Modal
      open
      title={t("manager.record")}
      okText={t("manager.record_send")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "record"}
      onOk={() => void send()}
      onCancel={close}
    >
      <ProblemAlert error={action.error} />
      <Form form={form} layout="vertical" initialValues={{ kind: "visit", text: "" }}>
        <Form.Item name="kind" label={t("manager.what_kind")}>
          <Select options={KINDS.map((value) => ({ value, label: t(`manager.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="worked_on" label={t("manager.day")} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("manager.what")}
          rules={[{ required: true, min: 4, whitespace: true, message: t("offer.message_needed") }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={600} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
