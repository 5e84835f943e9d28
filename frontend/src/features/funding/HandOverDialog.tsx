import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { useText } from "@/shared/hooks/useText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import type { Request } from "./model";

interface Props {
  request: Request;
  instrument: Schemas["InstrumentBrief"];
  close: () => void;
}

/** Hands a request to one provider; nothing but the public listing is shown to it without consent. */
export function HandOverDialog({ request, instrument, close }: Props) {
  const { t } = useTranslation("funding");
  const common = useTranslation().t;
  const text = useText();
  const action = useAction();
  const [consent, setConsent] = useState(false);
  const [message, setMessage] = useState("");

  async function send() {
    const sent = await action.run(
      "send",
      () =>
        answer(
          http.POST("/api/funding-requests/{request_id}/applications", {
            params: { path: { request_id: request.id } },
            body: { instrument_id: instrument.id, consent, message },
          }),
        ),
      t("done.handed_over"),
    );
    if (sent) close();
  }
  return (
    <Modal
      open
      title={t("hand_over_named", { name: text(instrument.name) })}
      okText={t("hand_over")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "send"}
      onOk={() => void send()}
      onCancel={close}
    >
      <div className="stack">
        <ProblemAlert error={action.error} />
        <p>{t("consent.lead", { provider: instrument.provider_name })}</p>
        <Checkbox checked={consent} onChange={(event) => setConsent(event.target.checked)}>
          {t("consent.give")}
        </Checkbox>
        <label htmlFor="funding-message">
          {t("field.message")}
          {common("form.optional")}
        </label>
        <Input.TextArea
          id="funding-message"
          rows={3}
          maxLength={600}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
    </Modal>
  );
}
