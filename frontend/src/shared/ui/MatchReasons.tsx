import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { GateList } from "./GateList";
import "./MatchReasons.css";

/** Why a product fits or not: the same reasons for the firm and for the provider. */
export function MatchReasons({ match }: { match: Schemas["Match"] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="stack">
      {match.flip && (
        <p className="flip">
          <strong>{t("match.flip")}</strong> {text(match.flip.text)}
        </p>
      )}
      {match.papers.length > 0 && (
        <div>
          <h3>{t("match.papers")}</h3>
          <ul className="papers">
            {match.papers.map((paper) => (
              <li key={paper.fields.join()}>{text(paper.document)}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{t("match.gates")}</h3>
        <GateList
          label={t("match.gates")}
          gates={match.gates.map((gate) => ({
            id: gate.id,
            verdict: gate.verdict,
            text: text(gate.text),
            source: gate.source,
          }))}
        />
      </div>
      <div>
        <h3>
          {t("match.score")} <span className="num">{match.score}</span> / 1000
        </h3>
        <ul className="score-parts">
          {match.parts.map((part) => (
            <li key={part.id}>
              <span>{text(part.label)}</span>
              <progress max={part.points_max} value={part.points} aria-label={text(part.label)} />
              <span className="num">
                {part.points} / {part.points_max}
              </span>
              <span className="muted saw">{text(part.saw)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
