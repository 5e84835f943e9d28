import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { FormDialog } from "@/shared/ui/FormDialog";
import { type Filing, register, submit } from "./model";

interface Values {
  on: string;
  number?: string;
  total?: number;
  technical?: number;
}

interface Props {
  filing: Filing;
  move: "submit" | "register";
  close: () => void;
  done: () => void;
}

/** The day a pack was handed in, or the receipt that came back; a refusal keeps what was typed. */
export default function FilingDialog({ filing, move, close, done }: Props) {
  const { t } = useTranslation("filings");
  const amount = useAmountRule();
  const amounts = move === "register" && filing.kind === "technology_contract";

  const send = ({ on, number, total, technical }: Values) =>
    move === "submit"
      ? submit(filing, on)
      : register(filing, {
          number: number ?? "",
          registered_on: on,
          ...(amounts ? { total_minor: total ?? null, technical_minor: technical ?? null } : {}),
        });
  return (
    <FormDialog<Values>
      name={move}
      title={t(`move.${move}`)}
      confirm={t(`confirm.${move}`)}
      act={send}
      close={close}
      done={done}
    >
      {move === "register" && (
        <Form.Item
          name="number"
          label={t("receipt_number")}
          rules={[{ required: true, min: 4, message: t("fault.number") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item
        name="on"
        label={t(move === "submit" ? "submitted_on" : "registered_on")}
        rules={[{ required: true, message: t("fault.date") }]}
      >
        <Input type="date" min={filing.submitted_on ?? filing.opened_on} />
      </Form.Item>
      {amounts && (
        <>
          <Form.Item name="total" label={t("total")} rules={[amount()]}>
            <AmountInput />
          </Form.Item>
          <Form.Item name="technical" label={t("technical")} extra={t("technical_hint")} rules={[amount()]}>
            <AmountInput />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
