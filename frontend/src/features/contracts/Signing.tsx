import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import { StateTag } from "@/shared/ui/StateTag";
import type { Contract } from "./model";

/** Who signs, in which order, and every revision of the file with its checksum. */
export function Signing({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  return (
    <section className="panel stack">
      <h2>{t("section.signing")}</h2>
      <ul className="parties">
        {contract.parties.map((party) => (
          <li key={party.position}>
            <div>
              <span className="muted">{t(`role.${party.role}`)}</span>
              <strong>{party.name}</strong>
              <span className="muted num">{party.uscc}</span>
            </div>
            {party.signed_at ? (
              <span>
                <StateTag tone={party.method === "wet_ink" ? "active" : "good"}>
                  {t(party.method === "wet_ink" ? "scan.on_paper" : "signed")}
                </StateTag>{" "}
                {party.signer_name} <DateText value={party.signed_at} precision="minute" />
              </span>
            ) : (
              <StateTag tone="wait">{t("not_signed")}</StateTag>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("section.documents")}</summary>
        <ul className="files">
          {contract.documents.map((file, i) => (
            <li key={file.file_id}>
              <a href={`/api/documents/${file.file_id}/content`} target="_blank" rel="noopener">
                {t(`file.${file.kind}`, { number: i })}
              </a>{" "}
              <DateText value={file.at} precision="minute" />
              <div className="muted hash num">SHA-256 {file.sha256}</div>
            </li>
          ))}
        </ul>
      </details>
      <p className="muted hash num">{t("content_hash", { hash: contract.content_sha256 })}</p>
    </section>
  );
}
