import { Form, Input, InputNumber, Modal, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { type Case, recordDelivery, sendDemand, withdraw } from "./model";

interface FrameProps<T> {
  name: string;
  title: string;
  confirm: string;
  act: (values: T) => Promise<unknown>;
  lead?: ReactNode;
  initial?: Partial<T>;
  danger?: boolean;
  children: ReactNode;
  close: () => void;
  done: () => void;
}

/** One dialog for all steps: the lead says what the step means, refusals keep what was typed. */
export function Frame<T extends object>(props: FrameProps<T>) {
  const common = useTranslation().t;
  const [form] = Form.useForm<T>();
  const faults = useFaults(form, props.name);
  const [busy, once] = useBusy();

  async function send(values: T) {
    faults.clear();
    try {
      await props.act(values);
      props.close();
      props.done();
    } catch (error) {
      faults.failed(error);
    }
  }
  return (
    <Modal
      open
      title={props.title}
      okText={props.confirm}
      cancelText={common("form.cancel")}
      okButtonProps={{ danger: props.danger ?? false }}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.close}
    >
      <Form<T>
        form={form}
        name={props.name}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        {...(props.initial ? { initialValues: props.initial } : {})}
        onFinish={(values) => void once(() => send(values))}
        onFinishFailed={faults.refused}
      >
        <div className="stack">
          {faults.summary}
          {props.lead && <div>{props.lead}</div>}
          <div>{props.children}</div>
        </div>
      </Form>
    </Modal>
  );
}

interface Props {
  view: Case;
  close: () => void;
  done: () => void;
}

export function DemandDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  return (
    <Frame<{ cure_days: number; note: string }>
      name="demand"
      title={t("step.demand")}
      confirm={t("confirm.demand")}
      lead={<p>{t("demand.lead", { days: view.shortest_cure_days })}</p>}
      initial={{ cure_days: view.shortest_cure_days, note: "" }}
      act={(values) => sendDemand(view.id, values)}
      close={close}
      done={done}
    >
      <Form.Item name="cure_days" label={t("demand.cure_days")}>
        <InputNumber
          min={view.shortest_cure_days}
          max={365}
          precision={0}
          suffix={t("demand.unit")}
          style={{ width: 160 }}
        />
      </Form.Item>
      <Form.Item name="note" label={t("demand.note")}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </Frame>
  );
}

export function DeliveryDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <Frame<{ delivered_on: string; how: "courier" | "email" | "in_person"; proof: string }>
      name="delivery"
      title={t("step.deliver")}
      confirm={t("confirm.deliver")}
      lead={<p>{t("delivery.lead", { days: view.cure_days })}</p>}
      initial={{ how: "courier" }}
      act={(values) => recordDelivery(view.id, values)}
      close={close}
      done={done}
    >
      <Form.Item name="delivered_on" label={t("delivery.on")} rules={needed}>
        <Input type="date" {...(view.demanded_on ? { min: view.demanded_on } : {})} />
      </Form.Item>
      <Form.Item name="how" label={t("delivery.how")}>
        <Select
          options={(["courier", "email", "in_person"] as const).map((value) => ({ value, label: t(`how.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="proof" label={t("delivery.proof")} rules={needed}>
        <Input maxLength={400} />
      </Form.Item>
    </Frame>
  );
}

export function WithdrawDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <Frame<{ reason: string; grace_until_on: string }>
      name="withdraw"
      title={t("step.withdraw")}
      confirm={t("confirm.withdraw")}
      lead={<p>{t("withdraw.lead")}</p>}
      act={(values) => withdraw(view.id, values)}
      close={close}
      done={done}
    >
      <Form.Item name="grace_until_on" label={t("withdraw.until")} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label={t("withdraw.reason")} rules={needed}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </Frame>
  );
}
