import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

const SHORTEST = 10;
const LONGEST = 600;

/** A firm says what it wants to read and what for. */
export function AskForm({ listingId }: { listingId: string }) {
  const { t } = useTranslation("datarooms");
  const action = useAction();
  const [purpose, setPurpose] = useState("");
  const [short, setShort] = useState(false);
  return (
    <form
      className="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (purpose.trim().length < SHORTEST) return setShort(true);
        const body = { listing_id: listingId, purpose: purpose.trim() };
        void action.run("ask", () => answer(http.POST("/api/dataroom-accesses", { body })));
      }}
    >
      <h2>{t("ask.title")}</h2>
      <p>{t("ask.lead")}</p>
      <ProblemAlert error={action.error} />
      <label htmlFor="purpose">
        <strong>{t("ask.label")}</strong>
      </label>
      <Input.TextArea
        id="purpose"
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={LONGEST}
        showCount
        value={purpose}
        status={short ? "error" : ""}
        aria-invalid={short}
        aria-describedby="purpose-hint"
        onChange={(event) => {
          setPurpose(event.target.value);
          setShort(false);
        }}
      />
      <p className="muted small" id="purpose-hint">
        {t("ask.hint")}
      </p>
      {short && <p role="alert">{t("ask.short")}</p>}
      <div>
        <Button type="primary" htmlType="submit" loading={action.busy === "ask"}>
          {t("ask.send")}
        </Button>
      </div>
    </form>
  );
}
