import { useTranslation } from "react-i18next";
import { type FilingRow, isOpen } from "./model";
import "./filings.css";

/** How much of its time has passed, drawn, with the days in words while something is to be done. */
export function Clock({ filing }: { filing: Pick<FilingRow, "state" | "days_left" | "share_used"> }) {
  const { t } = useTranslation("filings");
  const late = isOpen(filing.state) && filing.days_left < 0;
  const tone = late ? "is-late" : isOpen(filing.state) && filing.share_used >= 66 ? "is-soon" : "";
  return (
    <span className={`filing-clock ${tone}`}>
      <span className="filing-bar" role="img" aria-label={t("clock_said", { share: filing.share_used })}>
        <span style={{ inlineSize: `${filing.share_used}%` }} />
      </span>
      {isOpen(filing.state) && (
        <span className="small">
          {late ? t("late", { count: -filing.days_left }) : t("left", { count: filing.days_left })}
        </span>
      )}
    </span>
  );
}
