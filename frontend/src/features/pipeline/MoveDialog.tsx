import { Form, Input, Modal, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "@/api/client";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import type { State } from "./model";

interface Props {
  item: { id: string; title: string };
  to: State;
  run: (form: Schemas["MoveDeal"]) => Promise<void>;
  close: () => void;
}

/** What a step asks for before it is taken: an owner and a date for due diligence, a reason for passing. */
export default function MoveDialog({ item, to, run, close }: Props) {
  const { t } = useTranslation("pipeline");
  const states = useTranslation("states").t;
  const common = useTranslation().t;
  const [form] = Form.useForm<Omit<Schemas["MoveDeal"], "to">>();
  const faults = useFaults(form, "move");
  const [busy, once] = useBusy();
  const deal = api.useQuery(
    "get",
    "/api/pipeline/{application_id}",
    { params: { path: { application_id: item.id } } },
    { enabled: to === "due_diligence" },
  );

  async function send(values: Omit<Schemas["MoveDeal"], "to">) {
    faults.clear();
    try {
      await run({ to, ...values });
    } catch (error) {
      faults.failed(error);
    }
  }
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Modal
      open
      title={t("move_to", { title: item.title, state: states(`application.${to}`) })}
      okText={t("confirm")}
      cancelText={common("form.cancel")}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        name="move"
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        onFinish={(v) => void once(() => send(v))}
        onFinishFailed={faults.refused}
      >
        <div className="stack">
          {faults.summary}
          {to === "due_diligence" ? (
            <div>
              <Form.Item name="owner_id" label={t("column.owner")} rules={needed(t("fault.owner"))}>
                <Select
                  loading={deal.isPending}
                  options={(deal.data?.colleagues ?? []).map((c) => ({ value: c.id, label: c.name }))}
                />
              </Form.Item>
              <Form.Item name="due_on" label={t("due_on")} rules={needed(t("fault.due"))}>
                <Input type="date" />
              </Form.Item>
            </div>
          ) : (
            <Form.Item
              name="reason"
              label={t("reason")}
              extra={t("reason_hint")}
              rules={[{ required: true, min: 4, message: t("fault.reason") }]}
            >
              <Input.TextArea maxLength={400} autoSize={{ minRows: 3 }} />
            </Form.Item>
          )}
        </div>
      </Form>
    </Modal>
  );
}
