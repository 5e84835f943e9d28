import { useTranslation } from "react-i18next";
import type { Contract } from "./model";

/** What can be taken away: the signed text, the English copy, the evidence, and where a stranger checks all of it. */
export function Papers({ contract }: { contract: Contract }) {
  const { t } = useTranslation("contracts");
  const base = `/api/contracts/${contract.id}`;
  const papers = [
    ["pdf", `${base}/pdf`],
    ["reading", `${base}/reading-copy`],
    ["evidence", `${base}/evidence`],
    ["verify", "/verify"],
  ] as const;
  return (
    <section className="panel">
      <h2>{t("papers.title")}</h2>
      <ul className="files">
        {papers.map(([name, href]) => (
          <li key={name}>
            <a href={href} target="_blank" rel="noopener">
              {t(`papers.${name}`)}
            </a>
            <div className="muted small">{t(`papers.hint.${name}`)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
