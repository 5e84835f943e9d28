import { Button, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/session/session";
import { FileDrop } from "@/shared/ui/FileDrop";
import { FormDialog } from "@/shared/ui/FormDialog";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { type Dispute, FILE_KINDS, FILE_LIMIT, type Sent, send, upload } from "./model";

interface DropProps {
  contractId: string;
  value?: Sent;
  onChange?: (file: Sent | undefined) => void;
}

function Proof({ contractId, value, onChange }: DropProps) {
  const { t } = useTranslation("disputes");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function take(file: File) {
    setBusy(true);
    setError(undefined);
    try {
      onChange?.(await upload(contractId, file));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="stack">
      <FileDrop
        accept={FILE_KINDS}
        maxBytes={FILE_LIMIT}
        busy={busy}
        label={t("use_add")}
        hint={t("use_hint")}
        onFile={(file) => void take(file)}
      />
      <ProblemAlert error={error} />
      {value && (
        <div className="row">
          <span>{value.name}</span>
          <Button size="small" type="link" onClick={() => onChange?.(undefined)}>
            {t("use_remove")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface Values {
  text: string;
  contract: boolean;
  bill: boolean;
  use?: Sent;
}

/** What goes to the payer's bank, once: a statement and papers that the platform has, or that are uploaded here. */
export function EvidenceDialog({ dispute, close, done }: { dispute: Dispute; close: () => void; done: () => void }) {
  const { t } = useTranslation("disputes");
  const may = useMay();
  return (
    <FormDialog<Values>
      name="evidence"
      title={t("send_title")}
      confirm={t("send")}
      lead={<p>{t("send_lead")}</p>}
      initial={{ contract: true, bill: true, text: dispute.evidence_text }}
      act={({ use, ...values }) => send(dispute.id, { ...values, use_file_id: use?.file_id ?? null })}
      close={close}
      done={done}
    >
      <Form.Item
        name="text"
        label={t("text")}
        extra={t("text_hint")}
        rules={[{ required: true, min: 10, message: t("text_needed") }]}
      >
        <Input.TextArea rows={6} maxLength={20_000} />
      </Form.Item>
      <Form.Item label={t("papers")}>
        <div className="stack">
          <Form.Item name="contract" valuePropName="checked" noStyle>
            <Checkbox>{t("with_contract")}</Checkbox>
          </Form.Item>
          <Form.Item name="bill" valuePropName="checked" noStyle>
            <Checkbox>{t("with_bill")}</Checkbox>
          </Form.Item>
        </div>
      </Form.Item>
      {may("contract.read") && (
        <Form.Item name="use" label={t("use")}>
          <Proof contractId={dispute.contract_id} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
