import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { Frame, type Props } from "./ContractDialogs";
import { FilesField } from "./Evidence";
import {
  askForAccounts,
  assertFirstIncome,
  claimMilestone,
  correctStatement,
  fileUseReport,
  idsOf,
  type Sent,
} from "./life";
import { unreached } from "./model";

const USES = ["not_started", "trial", "in_production", "paused"] as const;
const STAGES = ["design", "sample", "small_batch", "mass_production"] as const;

/** Free words that the other side reads. */
export function WordsField({ name, label, needed = true }: { name: string; label: string; needed?: boolean }) {
  const { t } = useTranslation("contracts");
  const rules = needed ? [{ required: true, min: 2, message: t("fault.words") }] : [];
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
    </Form.Item>
  );
}

export function DayField({ name, label, min }: { name: string; label: string; min?: string | null }) {
  const { t } = useTranslation("contracts");
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t("fault.day") }]}>
      <Input type="date" {...(min ? { min } : {})} />
    </Form.Item>
  );
}

export function UseReportDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const open = (props.contract.life?.use_reports ?? []).filter((r) => !r.filed_at);
  const ended = open.filter((r) => r.ended);
  const periods = ended.length ? ended : open.slice(0, 1);
  return (
    <Frame<{
      period: number;
      usage: (typeof USES)[number];
      stage: (typeof STAGES)[number];
      problems?: string;
      outlook: string;
    }>
      {...props}
      name="file_use_report"
      initial={{ period: 0, usage: "trial", stage: "sample" }}
      act={({ period, problems, ...rest }) => {
        const chosen = periods[period];
        const days = { from_on: chosen?.from_on ?? "", to_on: chosen?.to_on ?? "" };
        return fileUseReport(props.contract, { ...days, ...rest, problems: problems ?? "" });
      }}
      lead={<p>{t("use.lead")}</p>}
    >
      <Form.Item name="period" label={t("statement.period")}>
        <Select
          options={periods.map((p, value) => ({
            value,
            label: t("statement.from_to", { from: p.from_on, to: p.to_on }),
          }))}
        />
      </Form.Item>
      <Form.Item name="usage" label={t("use.usage")}>
        <Select options={USES.map((value) => ({ value, label: t(`use.state.${value}`) }))} />
      </Form.Item>
      <Form.Item name="stage" label={t("use.stage")}>
        <Select options={STAGES.map((value) => ({ value, label: t(`use.product.${value}`) }))} />
      </Form.Item>
      <WordsField name="problems" label={t("use.problems")} needed={false} />
      <WordsField name="outlook" label={t("use.outlook")} />
    </Frame>
  );
}

export function IncomeClaimDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ first_income_on: string; text: string; file_ids: Sent[] }>
      {...props}
      name="assert_first_income"
      act={(values) => assertFirstIncome(props.contract, { ...values, file_ids: idsOf(values.file_ids) })}
      lead={<p>{props.contract.life?.first_income_text}</p>}
    >
      <DayField name="first_income_on" label={t("income.day")} min={props.contract.effective_on} />
      <WordsField name="text" label={t("claim.text")} />
      <FilesField contract={props.contract} needed />
    </Frame>
  );
}

export function MilestoneClaimDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const open = unreached(props.contract);
  return (
    <Frame<{ key: string; reached_on: string; text: string; file_ids: Sent[] }>
      {...props}
      name="claim_milestone"
      initial={{ key: open[0]?.key ?? "" }}
      act={(values) => claimMilestone(props.contract, { ...values, file_ids: idsOf(values.file_ids) })}
      lead={<p>{t("claim.milestone_lead")}</p>}
    >
      <Form.Item name="key" label={t("milestone.which")}>
        <Select options={open.map((m) => ({ value: m.key, label: m.name }))} />
      </Form.Item>
      <DayField name="reached_on" label={t("milestone.day")} min={props.contract.effective_on} />
      <WordsField name="text" label={t("milestone.evidence")} />
      <FilesField contract={props.contract} needed />
    </Frame>
  );
}

export function AccountsDialog(props: Props) {
  const { t } = useTranslation("contracts");
  return (
    <Frame<{ accounts_on: string; text: string }>
      {...props}
      name="ask_for_accounts"
      act={(values) => askForAccounts(props.contract, values)}
      lead={<p>{t("accounts.lead")}</p>}
    >
      <DayField name="accounts_on" label={t("accounts.day")} />
      <WordsField name="text" label={t("accounts.text")} />
    </Frame>
  );
}

export function CorrectionDialog(props: Props) {
  const { t } = useTranslation("contracts");
  const amount = useAmountRule();
  const open = (props.contract.life?.statements ?? []).filter((s) => !s.superseded_at && !s.billed);
  const perUnit = props.contract.terms.royalty?.base === "per_unit";
  return (
    <Frame<{ which: number; base_minor?: number; units?: number; correction: string; file_ids?: Sent[] }>
      {...props}
      name="correct_statement"
      initial={{ which: 0, base_minor: open[0]?.base_minor ?? 0, units: open[0]?.units ?? 0 }}
      act={({ which, base_minor, units, correction, file_ids }) => {
        const old = open[which];
        const days = { from_on: old?.from_on ?? "", to_on: old?.to_on ?? "" };
        const sums = { base_minor: base_minor ?? 0, units: units ?? 0 };
        return correctStatement(props.contract, { ...days, ...sums, correction, file_ids: idsOf(file_ids) });
      }}
      lead={<p>{t("correction.lead")}</p>}
    >
      <Form.Item name="which" label={t("statement.period")}>
        <Select
          options={open.map((s, value) => ({
            value,
            label: t("statement.from_to", { from: s.from_on, to: s.to_on }),
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
          rules={[amount({ needed: t("fault.base") })]}
        >
          <AmountInput />
        </Form.Item>
      )}
      <WordsField name="correction" label={t("correction.reason")} />
      <FilesField contract={props.contract} />
    </Frame>
  );
}
