import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { FormDialog, type FormDialogProps } from "@/shared/ui/FormDialog";
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

type FrameProps<T> = Omit<FormDialogProps<T>, "title" | "confirm"> & { title?: string; confirm?: string };

/** The dialog of a step of a contract: named after the step unless it says otherwise. */
export function Frame<T extends object>({ title, confirm, ...rest }: FrameProps<T>) {
  const { t } = useTranslation("contracts");
  return (
    <FormDialog<T>
      {...rest}
      title={title ?? t(`move.${rest.name as "sign"}`)}
      confirm={confirm ?? t(`confirm.${rest.name as "sign"}`)}
    />
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
