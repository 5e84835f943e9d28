import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { FormDialog } from "@/shared/ui/FormDialog";
import { type Claim, noteRepayment, settleClaim } from "./model";

interface Props {
  claim: Claim;
  close: () => void;
  done: () => void;
}

function RepayDialog({ claim, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const amount = useAmountRule();
  return (
    <FormDialog<{ amount_minor: number; bank_number: string }>
      name="repay"
      title={t("step.repay")}
      confirm={t("confirm.repay")}
      lead={<p>{t("repay.lead")}</p>}
      act={(values) => noteRepayment(claim.id, values)}
      close={close}
      done={done}
    >
      <Form.Item name="amount_minor" label={t("repay.amount")} rules={[amount({ needed: t("needed"), leastMinor: 1 })]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="bank_number" label={t("repay.number")} rules={[{ required: true, message: t("needed") }]}>
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}

function PlaceDialog({ claim, close, done }: Props) {
  const { t } = useTranslation("defaults");
  const lines = api.useQuery("get", "/api/bank-lines", { params: { query: { state: "unmatched", size: 100 } } });
  const options = (lines.data?.items ?? []).map((line) => ({
    value: line.id,
    label: `${line.booked_on} · ${line.payer_name} · ${yuan(line.amount_minor)}`,
  }));
  return (
    <FormDialog<{ line_id: string }>
      name="place"
      title={t("step.place")}
      confirm={t("confirm.place")}
      lead={<p>{t("place.lead", { reference: claim.reference })}</p>}
      act={(values) => settleClaim(claim.id, values.line_id)}
      close={close}
      done={done}
    >
      <Form.Item name="line_id" label={t("place.line")} rules={[{ required: true, message: t("needed") }]}>
        <Select options={options} loading={lines.isPending} notFoundContent={t("place.none")} />
      </Form.Item>
    </FormDialog>
  );
}

/** The steps of a claim that ask for something; they come when they are opened. */
export default function ClaimDialog({ step, ...props }: Props & { step: "repay" | "place" }) {
  return step === "repay" ? <RepayDialog {...props} /> : <PlaceDialog {...props} />;
}
