import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Fixed } from "@/shared/terms/TermParts";
import { TermsDrawer } from "@/shared/terms/TermsDrawer";
import type { Contract } from "./model";
import { previewAmendment, proposeAmendment } from "./papers";

const NEVER: Fixed = new Set(["licence_type"]);
const ONCE_PAYING: Fixed = new Set([
  ...NEVER,
  "trigger",
  "after_months",
  "free_period_months",
  "royalty_base",
  "report_frequency",
]);

/** Proposes new terms for a running contract, with what they change and cost before anybody signs. */
export default function AmendDialog({ contract, close }: { contract: Contract; close: () => void }) {
  const { t } = useTranslation("contracts");
  return (
    <TermsDrawer<{ from_on: string; reason: string }, Awaited<ReturnType<typeof previewAmendment>>>
      name="amend"
      title={t("amend.propose")}
      lead={t("amend.lead")}
      confirm={t("amend.confirm")}
      done={t("amend.proposed")}
      base={contract.terms}
      fixed={contract.state === "paying" ? ONCE_PAYING : NEVER}
      preview={(terms) => previewAmendment(contract, terms)}
      send={(terms, { from_on, reason }) => proposeAmendment(contract, { from_on, reason, terms })}
      before={
        <Form.Item name="from_on" label={t("amend.day")} rules={[{ required: true, message: t("fault.day") }]}>
          <Input type="date" />
        </Form.Item>
      }
      close={close}
    >
      <Form.Item
        name="reason"
        label={t("amend.reason")}
        rules={[{ required: true, min: 4, message: t("amend.reason_needed") }]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </TermsDrawer>
  );
}
