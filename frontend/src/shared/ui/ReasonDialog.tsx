import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBusy } from "@/shared/hooks/useBusy";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  title: string;
  hint: string;
  confirm: string;
  minLength?: number;
  danger?: boolean;
  run: (reason: string) => Promise<unknown>;
  close: () => void;
}

/** Asks for the reason of a step that others will read; stays open with what was typed when the step is refused. */
export function ReasonDialog({ title, hint, confirm, minLength = 4, danger = false, run, close }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>();
  const [short, setShort] = useState(false);
  const [busy, once] = useBusy();

  async function send() {
    if (reason.trim().length < minLength) {
      setShort(true);
      return;
    }
    try {
      await run(reason.trim());
      close();
    } catch (problem) {
      setError(problem);
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger }}
      confirmLoading={busy}
      onOk={() => void once(send)}
      onCancel={close}
    >
      <div className="stack">
        <ProblemAlert error={error} />
        <label htmlFor="reason">{hint}</label>
        <Input.TextArea
          id="reason"
          rows={4}
          maxLength={400}
          value={reason}
          status={short ? "error" : ""}
          aria-invalid={short}
          onChange={(event) => {
            setReason(event.target.value);
            setShort(false);
          }}
        />
        {short && <p role="alert">{t("form.reason_short", { count: minLength })}</p>}
      </div>
    </Modal>
  );
}
