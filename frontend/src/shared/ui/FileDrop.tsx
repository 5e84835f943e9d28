import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import "./FileDrop.css";

interface Props {
  accept: string;
  maxBytes: number;
  onFile: (file: File) => void;
  busy?: boolean;
  label: string;
  hint: string;
}

/** One file by drop or by the ordinary picker; size and ending are refused here already, with what to do instead. */
export function FileDrop({ accept, maxBytes, onFile, busy = false, label, hint }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string>();

  function take(file: File | undefined) {
    if (!file) return;
    const endings = accept.split(",");
    if (!endings.some((ending) => file.name.toLowerCase().endsWith(ending))) {
      setFault(t("file.wrong_kind", { kinds: endings.join(" ") }));
    } else if (file.size > maxBytes) {
      setFault(t("file.too_large", { limit: Math.round(maxBytes / 1_000_000) }));
    } else {
      setFault(undefined);
      onFile(file);
    }
    if (input.current) input.current.value = "";
  }

  return (
    <div>
      <label
        htmlFor={id}
        className={over ? "file-drop is-over" : "file-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <strong>{busy ? t("file.sending") : label}</strong>
        <span className="muted">{hint}</span>
      </label>
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        accept={accept}
        disabled={busy}
        onChange={(event) => take(event.target.files?.[0])}
      />
      {fault && (
        <p role="alert" className="file-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
