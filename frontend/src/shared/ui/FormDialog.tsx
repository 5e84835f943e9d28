import { Form, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";

interface Props<T> {
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
export function FormDialog<T extends object>(props: Props<T>) {
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
