import { useTranslation } from "react-i18next";
import type { Access } from "./model";

/** The undertaking: the Chinese text that binds, its English reading copy, its hash and the file. */
export function Undertaking({ access }: { access: Access }) {
  const { t } = useTranslation("datarooms");
  const toSign = access.moves.includes("sign") || access.moves.includes("countersign");
  return (
    <details open={toSign}>
      <summary>{t("nda.title")}</summary>
      <ol className="clauses" lang="zh-CN">
        {access.clauses.map((clause) => (
          <li key={clause.zh}>{clause.zh}</li>
        ))}
      </ol>
      <details>
        <summary>{t("nda.english")}</summary>
        <p className="muted small">{t("nda.binding")}</p>
        <ol className="clauses" lang="en">
          {access.clauses.map((clause) => (
            <li key={clause.en}>{clause.en}</li>
          ))}
        </ol>
      </details>
      <p>
        {access.document_id && (
          <a href={`/api/documents/${access.document_id}/content`} target="_blank" rel="noopener">
            {t("access.document")}
          </a>
        )}
      </p>
      <p className="muted hash num">{t("nda.hash", { hash: access.content_sha256 })}</p>
    </details>
  );
}
