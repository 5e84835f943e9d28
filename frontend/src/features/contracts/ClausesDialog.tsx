import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import type { Contract } from "./model";
import { checkClauses, type Finding, setClauses } from "./papers";

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function Findings({ found }: { found: Finding[] }) {
  const { t } = useTranslation("contracts");
  if (found.length === 0) return <p role="status">{t("clauses.fine")}</p>;
  return (
    <ul className="files" aria-live="polite">
      {found.map((finding) => (
        <li key={`${finding.pointer}-${finding.code}`}>
          <StateTag tone={finding.severity === "void" ? "bad" : "wait"}>{t(`clauses.${finding.severity}`)}</StateTag>{" "}
          <strong>“{finding.words}”</strong>
          <div>{finding.why}</div>
          <div className="muted small">{finding.article}</div>
          <div>
            {t("clauses.instead")} {finding.instead}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** One clause a line; what the law voids is named before it reaches the text, with what to write instead. */
export default function ClausesDialog({ contract, close }: { contract: Contract; close: () => void }) {
  const { t } = useTranslation("contracts");
  const common = useTranslation().t;
  const action = useAction();
  const [text, setText] = useState(contract.special_clauses.join("\n"));
  const [found, setFound] = useState<Finding[]>();

  async function check() {
    setFound(await action.run("check", () => checkClauses(linesOf(text))));
  }
  async function save() {
    const clauses = linesOf(text);
    const findings = await action.run("check", () => checkClauses(clauses));
    if (!findings) return;
    setFound(findings);
    if (findings.some((finding) => finding.severity === "void")) return;
    const done = await action.run("save", () => setClauses(contract, clauses), t("clauses.saved"));
    if (done) close();
  }
  return (
    <Modal
      open
      title={t("clauses.edit")}
      okText={t("clauses.save")}
      cancelText={common("form.cancel")}
      confirmLoading={action.busy === "save"}
      onOk={() => void save()}
      onCancel={close}
      width={680}
    >
      <div className="stack">
        <p className="muted">{t("clauses.lead")}</p>
        <label htmlFor="special-clauses">{t("clauses.label")}</label>
        <Input.TextArea
          id="special-clauses"
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoSize={{ minRows: 4, maxRows: 12 }}
        />
        <div>
          <Button loading={action.busy === "check"} onClick={() => void check()}>
            {t("clauses.check")}
          </Button>
        </div>
        {found && <Findings found={found} />}
        <ProblemAlert error={action.error} />
      </div>
    </Modal>
  );
}
