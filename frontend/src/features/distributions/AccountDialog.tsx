import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormDialog } from "@/shared/ui/FormDialog";
import { type Payable, setAccount } from "./model";
import "./words";

interface Values {
  account_name: string;
  bank_name: string;
  bank_code?: string;
  account_no: string;
}

/** The bank account of one payee; its number is never shown again in full. */
export default function AccountDialog({
  payable,
  close,
  done,
}: {
  payable: Payable;
  close: () => void;
  done: () => void;
}) {
  const { t } = useTranslation("payouts");
  const needed = [{ required: true, message: t("form.needed") }];
  return (
    <FormDialog<Values>
      name="account"
      title={t("form.title", { name: payable.name })}
      confirm={t("form.save")}
      lead={payable.account && <p className="muted">{t("form.cooling")}</p>}
      initial={{
        account_name: payable.account?.account_name ?? payable.name,
        bank_name: payable.account?.bank_name ?? "",
        bank_code: payable.account?.bank_code ?? "",
      }}
      act={(values) => setAccount({ ...values, bank_code: values.bank_code ?? "", payee: payable.payee })}
      close={close}
      done={done}
    >
      <Form.Item name="account_name" label={t("form.name")} rules={needed}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="bank_name" label={t("form.bank")} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="account_no" label={t("form.no")} rules={needed}>
        <Input maxLength={40} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item name="bank_code" label={t("form.code")}>
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
}
