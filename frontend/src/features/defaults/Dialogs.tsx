import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { FormDialog } from "@/shared/ui/FormDialog";
import { type Case, recordDelivery, sendDemand, withdraw } from "./model";

interface Props {
  view: Case;
  close: () => void;
  done: () => void;
}

export function DemandDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  return (
    <FormDialog<{ cure_days: number; note: string }>
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
    </FormDialog>
  );
}

export function DeliveryDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <FormDialog<{ delivered_on: string; how: "courier" | "email" | "in_person"; proof: string }>
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
    </FormDialog>
  );
}

export function WithdrawDialog({ view, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <FormDialog<{ reason: string; grace_until_on: string }>
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
    </FormDialog>
  );
}
