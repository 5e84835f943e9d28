import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { useText } from "@/shared/hooks/useText";
import { MatchGist, MatchReasons } from "@/shared/ui/MatchReasons";
import { Money } from "@/shared/ui/Money";
import { StateTag } from "@/shared/ui/StateTag";
import { HandOverDialog } from "./HandOverDialog";
import type { Request } from "./model";
import "./funding.css";

const TONES = { eligible: "good", possible: "wait", excluded: "bad" } as const;

/** One product with how many of its conditions are met, what is missing and the way to hand over the request. */
export function MatchCard({ view, request }: { view: Schemas["MatchView"]; request: Request }) {
  const { t } = useTranslation("funding");
  const text = useText();
  const [asking, setAsking] = useState(false);
  const { instrument, match } = view;
  const met = match.gates.filter((gate) => gate.verdict === "pass").length;
  return (
    <li className="panel match">
      <div className="row between">
        <div>
          <h3>{text(instrument.name)}</h3>
          <p className="muted">
            {text(instrument.kind_label)} · {instrument.provider_name}
          </p>
        </div>
        <div className="row">
          <StateTag tone={TONES[match.status]}>{t("met", { met, total: match.gates.length })}</StateTag>
          {view.application_id ? (
            <StateTag tone="active">{t("handed_over")}</StateTag>
          ) : (
            match.status !== "excluded" &&
            request.state === "open" && (
              <Button
                type="primary"
                onClick={() => setAsking(true)}
                aria-label={t("hand_over_named", { name: text(instrument.name) })}
              >
                {t("hand_over")}
              </Button>
            )
          )}
        </div>
      </div>
      <p>{text(instrument.summary)}</p>
      <p className="row muted">
        <span>
          <Money minor={instrument.amount_min_minor} style="round" /> –{" "}
          <Money minor={instrument.amount_max_minor} style="round" />
        </span>
        <span>{t("decision_days", { count: instrument.decision_days })}</span>
        {instrument.tenor_months_max && <span>{t("tenor", { count: instrument.tenor_months_max })}</span>}
      </p>
      <MatchGist match={match} side="firm" />
      <details>
        <summary>{t("reasons")}</summary>
        <MatchReasons match={match} />
      </details>
      {asking && <HandOverDialog request={request} instrument={instrument} close={() => setAsking(false)} />}
    </li>
  );
}
