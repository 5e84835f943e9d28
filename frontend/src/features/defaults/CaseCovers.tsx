import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAction } from "@/shared/hooks/useAction";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { StateTag } from "@/shared/ui/StateTag";
import { ClaimCard } from "./ClaimCard";
import { type Case, COVER_TONES, type Cover, fileClaim } from "./model";

function CoverLine({ view, cover }: { view: Case; cover: Cover }) {
  const { t } = useTranslation("defaults");
  const action = useAction();
  return (
    <li className="stack">
      <div className="row">
        <strong>{cover.provider_name}</strong> <span className="num">{cover.policy_number}</span>
        <StateTag tone={COVER_TONES[cover.state]}>{t(`cover_state.${cover.state}`)}</StateTag>
      </div>
      <p>
        {t("covers.terms", { percent: cover.percent_bps / 100, days: cover.waiting_days })}{" "}
        <Money minor={cover.cap_minor} /> · <DateText value={cover.from_on} /> – <DateText value={cover.until_on} />
      </p>
      {cover.claimable_on && (
        <p className="muted">
          {t("covers.claimable")} <DateText value={cover.claimable_on} />
        </p>
      )}
      <ProblemAlert error={action.error} />
      {cover.moves.includes("claim") && (
        <div>
          <Button
            loading={action.busy === "claim"}
            onClick={() => void action.run("claim", () => fileClaim(view.id, cover.id), t("done.claim"))}
          >
            {t("step.claim")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** Who stands behind the firm, and what was asked of them. */
export function CaseCovers({ view }: { view: Case }) {
  const { t } = useTranslation("defaults");
  return (
    <section className="panel stack">
      <h2>{t("covers.section")}</h2>
      {view.covers.length === 0 && <p className="muted">{t("covers.none")}</p>}
      {view.covers.length > 0 && (
        <ul className="files">
          {view.covers.map((cover) => (
            <CoverLine key={cover.id} view={view} cover={cover} />
          ))}
        </ul>
      )}
      {view.claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
    </section>
  );
}
