import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { dateText } from "@/shared/lib/date";
import { GateList } from "./GateList";
import "./MatchReasons.css";
import { PartMark, PartsBar } from "./PartsBar";

const FULL_SCORE = 1000;

/** What stands in the way, the smallest change that would open it, and the papers that are missing. */
export function MatchGist({ match, side }: { match: Schemas["Match"]; side: "firm" | "provider" }) {
  const { t } = useTranslation();
  const text = useText();
  const failing = match.gates.filter((gate) => gate.verdict === "fail");
  // The advice speaks to the firm; a provider is only shown one that leads somewhere.
  const flip = side === "firm" || match.flip?.reachable ? match.flip : null;
  const papers = match.flip && !match.flip.reachable ? [] : match.papers;
  const who = [...new Set(match.flip?.changes.map((change) => t(`match.who.${change.who}`)))];
  if (failing.length === 0 && !flip && papers.length === 0) return null;
  return (
    <div className="gist">
      {failing.length > 0 && (
        <p>
          <strong>{t("match.failing")}</strong> {failing.map((gate) => text(gate.text)).join(t("match.and"))}
        </p>
      )}
      {flip && (
        <p>
          <strong>{t("match.flip")}</strong> {[text(flip.text), ...who].join(" · ")}
        </p>
      )}
      {papers.length > 0 && (
        <p>
          <strong>{t("match.papers")}</strong> {papers.map((paper) => text(paper.document)).join(t("match.and"))}
        </p>
      )}
    </div>
  );
}

function Seen({ gate }: { gate: Schemas["GateResult"] }) {
  const { t } = useTranslation();
  const origin = useTranslation("funding").t;
  const text = useText();
  return (
    <>
      {gate.evidence.map((fact) => (
        <div key={fact.field}>
          {t("match.saw", { label: text(fact.label), value: text(fact.text) })}
          {fact.provenance !== "missing" && ` · ${origin(`provenance.${fact.provenance}`)}`}
          {fact.as_of && ` · ${dateText(fact.as_of)}`}
        </div>
      ))}
      {gate.verdict !== "pass" && <div>{t("match.document", { what: text(gate.document) })}</div>}
    </>
  );
}

/** Why a product fits or not: the same reasons for the firm and for the provider. */
export function MatchReasons({ match }: { match: Schemas["Match"] }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <div className="stack">
      <div>
        <h3>{t("match.gates")}</h3>
        <GateList
          label={t("match.gates")}
          gates={match.gates.map((gate) => ({
            id: gate.id,
            verdict: gate.verdict,
            text: text(gate.text),
            detail: <Seen gate={gate} />,
            source: gate.source,
          }))}
        />
      </div>
      <div>
        <h3>
          {t("match.score")} <span className="num">{match.score}</span> / {FULL_SCORE}
        </h3>
        <PartsBar whole={FULL_SCORE} parts={match.parts.map((part) => ({ key: part.id, value: part.points }))} />
        <ul className="score-parts">
          {match.parts.map((part, i) => (
            <li key={part.id}>
              <span>
                <PartMark index={i} />
                {text(part.label)}
              </span>
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
