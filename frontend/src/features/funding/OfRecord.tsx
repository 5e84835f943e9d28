import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { DateText } from "@/shared/ui/DateText";
import { type FactField, missingOfRecord, recordOf } from "./model";

function Source({ fact }: { fact: Schemas["FactView"] }) {
  const { t } = useTranslation("funding");
  const record = recordOf(fact);
  if (!record) return null;
  const words = t(`record.source.${record.kind}`);
  if (record.kind === "contract")
    return (
      <Link to="/contracts/$id" params={{ id: record.id }}>
        {words}
      </Link>
    );
  return record.kind === "listing" ? (
    <a href={`/results/${record.id}`}>{words}</a>
  ) : (
    <Link to="/organization">{words}</Link>
  );
}

/** What a request takes from the records by itself, each with its record, and what the records do not hold. */
export function OfRecord({ found, fields }: { found: Schemas["FactView"][]; fields: FactField[] }) {
  const { t } = useTranslation("funding");
  const text = useText();
  const missing = missingOfRecord(fields, found);
  return (
    <section className="panel" aria-labelledby="of-record">
      <h2 id="of-record">{t("record.title")}</h2>
      <p className="muted">{t("record.lead")}</p>
      <dl className="facts">
        {found.map((fact) => (
          <div key={fact.field} className="facts-pair">
            <dt>{text(fact.label)}</dt>
            <dd>
              {text(fact.text)}{" "}
              <span className="muted small">
                {t(`provenance.${fact.provenance}`)} · <Source fact={fact} /> · <DateText value={fact.as_of} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <p>
          {t("record.missing", { what: missing.map((fact) => text(fact.label)).join(t("record.and")) })}{" "}
          <Link to="/organization">{t("record.mend")}</Link>
        </p>
      )}
    </section>
  );
}
