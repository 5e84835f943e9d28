import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { DateText } from "@/shared/ui/DateText";
import { FormDialog } from "@/shared/ui/FormDialog";
import { ask, type Refundable } from "./model";

interface Props {
  payment: Refundable;
  close: () => void;
  done: () => void;
}

const DEBTS = ["stands", "falls"] as const;
const WAYS = ["provider", "bank"] as const;

/** What goes back, why, which way, and what becomes of the debt: each choice says what it means. */
export function RefundDialog({ payment, close, done }: Props) {
  const { t } = useTranslation("refunds");
  const amount = useAmountRule();
  const limits = { needed: t("needed"), leastMinor: 1, mostMinor: payment.refundable_minor };
  return (
    <FormDialog<Schemas["NewRefund"]>
      name="refund"
      title={t("ask_title")}
      confirm={t("send")}
      lead={<p>{t("ask_lead")}</p>}
      initial={{ amount_minor: payment.refundable_minor, way: payment.way, payee_account: payment.payee_account }}
      act={(values) => ask(payment.payment_id, { ...values, payee_account: values.payee_account ?? "" })}
      close={close}
      done={done}
    >
      <Form.Item
        name="amount_minor"
        label={t("amount")}
        extra={t("left", { amount: yuan(payment.refundable_minor) })}
        rules={[amount(limits)]}
      >
        <AmountInput />
      </Form.Item>
      <Form.Item name="debt" label={t("debt")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group className="stack">
          {DEBTS.map((debt) => (
            <Radio key={debt} value={debt}>
              {t(`debt_kind.${debt}`)}
              <span className="muted small refund-hint">{t(`debt_hint.${debt}`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {payment.way === "provider" ? (
        <Form.Item
          name="way"
          label={t("way")}
          extra={payment.until_on ? t("way_until", { date: payment.until_on }) : undefined}
        >
          <Radio.Group options={WAYS.map((way) => ({ value: way, label: t(`way_kind.${way}`) }))} />
        </Form.Item>
      ) : (
        <Form.Item name="way" label={t("way")}>
          <span>
            {t("way_bank_only")}{" "}
            {payment.until_on && (
              <span className="muted small">
                (<DateText value={payment.until_on} />)
              </span>
            )}
          </span>
        </Form.Item>
      )}
      <Form.Item noStyle shouldUpdate={(before, now) => before.way !== now.way}>
        {({ getFieldValue }) =>
          getFieldValue("way") === "bank" && (
            <Form.Item
              name="payee_account"
              label={t("account")}
              extra={t("account_hint")}
              rules={[{ required: true, pattern: /^[\d\s-]{8,40}$/, message: t("account_needed") }]}
            >
              <Input inputMode="numeric" maxLength={40} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="reason" label={t("reason")} rules={[{ required: true, min: 4, message: t("needed") }]}>
        <Input.TextArea rows={3} maxLength={400} />
      </Form.Item>
    </FormDialog>
  );
}
