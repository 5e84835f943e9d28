import { Checkbox, Form, Input, InputNumber, Modal, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { useFaults } from "@/shared/hooks/useFaults";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { FilesField } from "./Evidence";
import { idsOf, type Sent } from "./life";
import {
  acceptMilestone,
  type Contract,
  declareFirstIncome,
  fileStatement,
  openPeriods,
  sign,
  unreached,
} from "./model";

export interface Props {
  contract: Contract;
  close: () => void;
  done: () => void;
}

interface FrameProps<T> extends Omit<Props, "contract"> {
  name: string;
  title?: string;
  confirm?: string;
  act: (values: T) => Promise<unknown>;
  lead: ReactNode;
  initial?: Partial<T>;
  children: ReactNode;
}

/** One dialog for all steps: the lead says what the step means, refusals keep what was typed. */
export function Frame<T extends object>({
  name,
  title,
  confirm,
  act,
  lead,
  initial,
  children,
  close,
  done,
}: FrameProps<T>) {
  const { t } = useTranslation("contracts");
  const common = useTranslation().t;
  const [form] = Form.useForm<T>();
  const faults = useFaults(form, name);
  const [busy, once] = useBusy();

  async function send(values: T) {
    faults.clear();
    try {
      await act(values);
      close();
      done();
    } catch (error) {
      faults.failed(error);
    }
  }
  return (
    <Modal
      open
      title={title ?? t(`move.${name as "sign"}`)}
      okText={confirm ?? t(`confirm.${name as "sign"}`)}
      cancelText={common("form.cancel")}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<T>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        validateTrigger={[]}
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(values) => void once(() => send(values))}
        onFinishFailed={faults.refused}
      >
        <div className="stack">
          {faults.summary}
          <div>{lead}</div>
          <div>{children}</div>
        </div>
      </Form>
    </Modal>
  );
}

export function SignDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const { contract } = props;
  return (
    <Frame<{ read: boolean }>
      {...props}
      name="sign"
      act={() => sign(contract)}
      lead={
        <>
          <p>{t("sign.lead", { number: contract.number })}</p>
          <p>
            <a href={`/api/contracts/${contract.id}/pdf`} target="_blank" rel="noopener">
              {t("open_pdf")}
            </a>
          </p>
          <blockquote className="muted" style={{ overflowWrap: "anywhere", margin: 0 }}>
            {contract.declaration}
          </blockquote>
        </>
      }
    >
      <Form.Item
        name="read"
        valuePropName="checked"
        rules={[
          { validator: (_, on: boolean) => (on ? Promise.resolve() : Promise.reject(new Error(t("fault.read")))) },
        ]}
      >
        <Checkbox>{t("sign.read")}</Checkbox>
      </Form.Item>
    </Frame>
  );
}

export function FirstIncomeDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ first_income_on: string; file_ids?: Sent[] }>
      {...props}
      name="declare_first_income"
      act={(values) => declareFirstIncome(props.contract, values.first_income_on, idsOf(values.file_ids))}
      lead={<p>{props.contract.life?.first_income_text || t("income.lead")}</p>}
    >
      <Form.Item name="first_income_on" label={t("income.day")} rules={[{ required: true, message: t("fault.day") }]}>
        <Input type="date" {...(props.contract.effective_on ? { min: props.contract.effective_on } : {})} />
      </Form.Item>
      <FilesField contract={props.contract} />
    </Frame>
  );
}

export function StatementDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const amount = useAmountRule();
  const periods = openPeriods(props.contract);
  const perUnit = props.contract.terms.royalty?.base === "per_unit";
  return (
    <Frame<{ period: number; base_minor?: number; units?: number; file_ids?: Sent[] }>
      {...props}
      name="file_statement"
      initial={{ period: 0 }}
      act={({ period, base_minor, units, file_ids }) => {
        const chosen = periods[period] ?? { from_on: "", to_on: "" };
        const sums = { base_minor: base_minor ?? 0, units: units ?? 0 };
        return fileStatement(props.contract, { ...chosen, ...sums, file_ids: idsOf(file_ids) });
      }}
      lead={<p>{t("statement.lead")}</p>}
    >
      <Form.Item name="period" label={t("statement.period")}>
        <Select
          options={periods.map((p, value) => ({
            value,
            label: t("statement.from_to", { from: p.from_on, to: p.to_on }),
          }))}
        />
      </Form.Item>
      {perUnit ? (
        <Form.Item name="units" label={t("statement.units")} rules={[{ required: true, message: t("fault.units") }]}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
      ) : (
        <Form.Item
          name="base_minor"
          label={t(`statement.base.${props.contract.terms.royalty?.base ?? "net_sales"}`)}
          extra={t("statement.zero")}
          rules={[amount({ needed: t("fault.base") })]}
        >
          <AmountInput />
        </Form.Item>
      )}
      <FilesField contract={props.contract} />
    </Frame>
  );
}

export function MilestoneDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const open = unreached(props.contract);
  return (
    <Frame<{ key: string; reached_on: string; evidence: string }>
      {...props}
      name="accept_milestone"
      initial={{ key: open[0]?.key ?? "" }}
      act={(values) => acceptMilestone(props.contract, values)}
      lead={<p>{t("milestone.lead")}</p>}
    >
      <Form.Item name="key" label={t("milestone.which")}>
        <Select options={open.map((m) => ({ value: m.key, label: m.name }))} />
      </Form.Item>
      <Form.Item name="reached_on" label={t("milestone.day")} rules={[{ required: true, message: t("fault.day") }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={t("milestone.evidence")}
        rules={[{ required: true, min: 2, message: t("fault.evidence") }]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </Frame>
  );
}
