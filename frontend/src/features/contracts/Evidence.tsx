import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "@/shared/ui/FileDrop";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { type Evidence, FILE_KINDS, FILE_LIMIT, type Sent, sendFile } from "./life";
import type { Contract } from "./model";

interface DropProps {
  contract: Contract;
  value?: Sent[];
  onChange?: (files: Sent[]) => void;
}

function Drop({ contract, value = [], onChange }: DropProps) {
  const { t } = useTranslation("contracts");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function take(file: File) {
    setBusy(true);
    setError(undefined);
    try {
      const sent = await sendFile(contract, file);
      onChange?.([...value.filter((each) => each.file_id !== sent.file_id), sent]);
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
        label={t("files.add")}
        hint={t("files.hint")}
        onFile={(file) => void take(file)}
      />
      <ProblemAlert error={error} />
      {value.map((file) => (
        <div className="row" key={file.file_id}>
          <span>{file.name}</span>
          <Button
            size="small"
            type="link"
            onClick={() => onChange?.(value.filter((each) => each.file_id !== file.file_id))}
          >
            {t("files.remove")}
          </Button>
        </div>
      ))}
    </div>
  );
}

/** Files of a form: sent at once, the other side reads them only when the form is. */
export function FilesField({ contract, needed = false }: { contract: Contract; needed?: boolean }) {
  const { t } = useTranslation("contracts");
  const rules = needed
    ? [
        {
          validator: (_: unknown, files: Sent[] | undefined) =>
            files?.length ? Promise.resolve() : Promise.reject(new Error(t("fault.files"))),
        },
      ]
    : [];
  return (
    <Form.Item name="file_ids" label={t(needed ? "files.needed" : "files.optional")} rules={rules}>
      <Drop contract={contract} />
    </Form.Item>
  );
}

/** Attached files as links; the hash is what both sides can check. */
export function FileLinks({ files }: { files: Evidence[] }) {
  const { t } = useTranslation("contracts");
  if (files.length === 0) return null;
  return (
    <ul className="clauses">
      {files.map((file) => (
        <li key={`${file.part}-${file.file_id}`}>
          <a href={`/api/documents/${file.file_id}/content`} target="_blank" rel="noopener" title={file.sha256}>
            {file.name}
          </a>{" "}
          <span className="muted small">{t(`files.part.${file.part}`)}</span>
        </li>
      ))}
    </ul>
  );
}
