import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { FileDrop } from "@/shared/ui/FileDrop";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { ReasonDialog } from "@/shared/ui/ReasonDialog";
import { StateTag, type Tone } from "@/shared/ui/StateTag";
import type { Contract } from "./model";
import { confirmScan, rejectScan, uploadScan } from "./papers";

const TONES: Record<Contract["scans"][number]["state"], Tone> = {
  waiting: "wait",
  confirmed: "good",
  rejected: "bad",
  replaced: "idle",
};

/** Signing on paper: hand in one's own scan, look at the other side's and say whether it is the agreed text. */
export function OnPaper({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const action = useAction();
  const [rejecting, setRejecting] = useState<string>();
  const signs = contract.moves.includes("sign");
  if (!signs && contract.scans.length === 0) return null;
  const names = new Map(contract.parties.map((party) => [party.organization_id, party.name]));
  return (
    <details className="panel" open={contract.scans.length > 0}>
      <summary>{t("scan.title")}</summary>
      <div className="stack" style={{ marginBlockStart: 12 }}>
        <p className="muted">{t("scan.weaker")}</p>
        {contract.scans.length > 0 && (
          <ul className="parties">
            {contract.scans.map((scan) => (
              <li key={scan.id}>
                <div>
                  <strong>{names.get(scan.organization_id)}</strong>
                  <span className="muted">
                    {scan.uploader_name} <DateText value={scan.uploaded_at} precision="minute" />
                  </span>
                  <a href={`/api/documents/${scan.file_id}/content`} target="_blank" rel="noopener">
                    {t("scan.open")}
                  </a>
                  {scan.reason && <span>{scan.reason}</span>}
                </div>
                <span className="row">
                  <StateTag tone={TONES[scan.state]}>{t(`scan.state.${scan.state}`)}</StateTag>
                  {scan.may_answer && (
                    <>
                      <Button
                        type="primary"
                        loading={action.busy === scan.id}
                        onClick={() =>
                          void action.run(scan.id, () => confirmScan(contract, scan.id), t("scan.confirmed"))
                        }
                      >
                        {t("scan.confirm")}
                      </Button>
                      <Button onClick={() => setRejecting(scan.id)}>{t("scan.reject")}</Button>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {signs && (
          <FileDrop
            accept=".pdf,.jpg,.jpeg,.png"
            maxBytes={20_000_000}
            busy={action.busy === "upload"}
            label={t("scan.upload")}
            hint={t("scan.hint")}
            onFile={(file) => void action.run("upload", () => uploadScan(contract, file), t("scan.uploaded"))}
          />
        )}
        <ProblemAlert error={action.error} />
      </div>
      {rejecting && (
        <ReasonDialog
          title={t("scan.reject")}
          hint={t("scan.reject_hint")}
          confirm={t("scan.reject")}
          danger
          close={() => setRejecting(undefined)}
          run={async (reason) => {
            await rejectScan(contract, rejecting, reason);
            await action.run("refresh", async () => undefined);
          }}
        />
      )}
    </details>
  );
}
