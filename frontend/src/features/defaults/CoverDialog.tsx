import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay } from "@/shared/session/session";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { FormDialog } from "@/shared/ui/FormDialog";
import { PercentInput } from "@/shared/ui/PercentInput";
import { registerCover } from "./model";

interface Values {
  contract_number: string;
  firm_uscc?: string;
  provider_id?: string;
  policy_number: string;
  percent_bps: number;
  cap_minor: number;
  waiting_days: number | null;
  from_on: string;
  until_on: string;
}

/** A policy or guarantee for one contract: the firm names its provider, the provider proves that it knows the contract. */
export default function CoverDialog({ close, done }: { close: () => void; done: () => void }) {
  const { t } = useTranslation("defaults");
  const amount = useAmountRule();
  const provides = useMay()("cover.answer");
  const providers = api.useQuery("get", "/api/cover-providers");
  const needed = [{ required: true, message: t("needed") }];
  return (
    <FormDialog<Values>
      name="cover"
      title={t("step.register")}
      confirm={t("confirm.register")}
      lead={<p>{t(provides ? "register.lead_provider" : "register.lead_firm")}</p>}
      initial={{ percent_bps: 8000, waiting_days: 30 }}
      act={(values) => registerCover({ ...values, firm_uscc: values.firm_uscc ?? "" })}
      close={close}
      done={done}
    >
      <Form.Item name="contract_number" label={t("covers.contract")} rules={needed}>
        <Input placeholder="HT-2026-000001" maxLength={40} />
      </Form.Item>
      {provides ? (
        <Form.Item name="firm_uscc" label={t("register.uscc")} rules={needed}>
          <Input maxLength={18} />
        </Form.Item>
      ) : (
        <Form.Item name="provider_id" label={t("claims.provider")} rules={needed}>
          <Select
            loading={providers.isPending}
            options={(providers.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="policy_number" label={t("register.number")} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="percent_bps" label={t("register.percent")} rules={needed}>
        <PercentInput />
      </Form.Item>
      <Form.Item name="cap_minor" label={t("register.cap")} rules={[amount({ needed: t("needed"), leastMinor: 1 })]}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="waiting_days" label={t("register.waiting")}>
        <InputNumber min={0} max={365} precision={0} suffix={t("demand.unit")} style={{ width: 140 }} />
      </Form.Item>
      <Form.Item name="from_on" label={t("register.from")} rules={needed}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until_on" label={t("register.until")} rules={needed}>
        <Input type="date" />
      </Form.Item>
    </FormDialog>
  );
}
