import { Button, Input } from "antd";
import { useState } from "react";
import { LONGEST, SHORTEST } from "./model";

interface Props {
  id: string;
  label: string;
  hint?: string;
  send: string;
  short: string;
  busy: boolean;
  onSend: (text: string) => void;
}

/** A few sentences in everyday words, with the room that is left. */
export function WriteBox({ id, label, hint, send, short, busy, onSend }: Props) {
  const [text, setText] = useState("");
  const [tooShort, setTooShort] = useState(false);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim().length < SHORTEST) setTooShort(true);
        else onSend(text.trim());
      }}
    >
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 4, maxRows: 12 }}
        maxLength={LONGEST}
        showCount
        value={text}
        aria-invalid={tooShort}
        status={tooShort ? "error" : ""}
        {...(hint ? { "aria-describedby": `${id}-hint` } : {})}
        onChange={(event) => {
          setText(event.target.value);
          setTooShort(false);
        }}
      />
      {hint && (
        <p className="muted small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {tooShort && <p role="alert">{short}</p>}
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
