import { Form, Input, Modal, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { minorOf, type Typed } from "@/shared/lib/money";
import { AmountInput, useAmountRule } from "@/shared/ui/AmountInput";
import { PercentInput } from "@/shared/ui/PercentInput";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import type { Deal } from "./model";

interface Fields {
  manager_id: string;
  payer: "firm" | "university";
  kind: "share" | "fixed";
  rate_bps: number | null;
  cap_minor: Typed;
  amount_minor: Typed;
  message: string;
}

function termsOf(fields: Fields): Schemas["CommissionTerms"] {
  return fields.kind === "share"
    ? { kind: "share", payer: fields.payer, rate_bps: fields.rate_bps, cap_minor: minorOf(fields.cap_minor) }
    : { kind: "fixed", payer: fields.payer, amount_minor: minorOf(fields.amount_minor) };
}

/** Whom to ask, for what, and who pays. */
export default function InviteDialog({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation("deals");
  const common = useTranslation().t;
  const amount = useAmountRule();
  const action = useAction();
  const [form] = Form.useForm<Fields>();
  const [kind, setKind] = useState<Fields["kind"]>("share");
  const people = api.useQuery("get", "/api/deals/{deal_id}/managers", { params: { path: { deal_id: deal.id } } });
  const needed = [{ required: true, message: t("offer.needed") }];

  async function send() {
    const fields = await form.validateFields().catch(() => undefined);
    if (!fields) return;
    const body = { manager_id: fields.manager_id, terms: termsOf(fields), message: fields.message };
    const done = await action.run(
      "invite",
      () => answer(http.POST("/api/deals/{deal_id}/commission", { params: { path: { deal_id: deal.id } }, body })),
      t("manager.invited"),
    );
    if (done) close();
  }
  return (
    <Modal
      open
      title={t("manager.invite")}
      okText={t("manager.invite_send")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "invite"}
      okButtonProps={{ disabled: people.data?.length === 0 }}
      onOk={() => void send()}
      onCancel={close}
    >
      <ProblemAlert error={action.error ?? people.error} />
      {people.data?.length === 0 && <p>{t("manager.nobody")}</p>}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ payer: "university", kind: "share", rate_bps: 500, cap_minor: null, message: "" }}
        onValuesChange={(_, values) => setKind(values.kind)}
      >
        <Form.Item name="manager_id" label={t("manager.who")} rules={needed}>
          <Select
            loading={people.isPending}
            options={(people.data ?? []).map((each) => ({
              value: each.user_id,
              label: `${each.name} · ${each.organization_name}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="payer" label={t("manager.who_pays")}>
          <Radio.Group
            options={(["university", "firm"] as const).map((value) => ({ value, label: t(`manager.payer.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={t("manager.how")}>
          <Radio.Group
            options={(["share", "fixed"] as const).map((value) => ({ value, label: t(`manager.how_${value}`) }))}
          />
        </Form.Item>
        {kind === "share" ? (
          <div className="form-row">
            <Form.Item name="rate_bps" label={t("manager.rate")} rules={needed}>
              <PercentInput />
            </Form.Item>
            <Form.Item name="cap_minor" label={t("manager.cap")} rules={[amount({ leastMinor: 1 })]}>
              <AmountInput />
            </Form.Item>
          </div>
        ) : (
          <Form.Item
            name="amount_minor"
            label={t("manager.amount")}
            rules={[amount({ needed: t("offer.needed"), leastMinor: 1 })]}
          >
            <AmountInput />
          </Form.Item>
        )}
        <Form.Item name="message" label={`${t("manager.message")}${common("form.optional")}`}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={600} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
