import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { dateText } from "@/shared/lib/date";
import { yuan } from "@/shared/lib/money";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";

interface Props {
  account: string;
  day: string | undefined;
  choose: (day: string) => void;
}

/** The difference at the end of each day as a row of bars; green and flat where both sides agree. */
export function DayChart({ account, day, choose }: Props) {
  const { t } = useTranslation("reconciliation");
  const found = api.useQuery("get", "/api/reconciliation/accounts/{key}/days", { params: { path: { key: account } } });
  if (found.error) return <ProblemAlert error={found.error} />;
  const days = found.data ?? [];
  const most = Math.max(1, ...days.map((one) => Math.abs(one.ours_minor - one.theirs_minor)));
  return (
    <section className="panel stack">
      <h2>{t("chart")}</h2>
      <p className="muted small">{t("chart_hint")}</p>
      <ul className="day-bars" aria-label={t("chart")}>
        {days.map((one) => {
          const off = one.ours_minor - one.theirs_minor;
          return (
            <li key={one.day}>
              <button type="button" aria-pressed={one.day === day} title={yuan(off)} onClick={() => choose(one.day)}>
                <span
                  className={off ? "day-bar is-off" : "day-bar"}
                  style={{ blockSize: `${Math.round((Math.abs(off) / most) * 100)}%` }}
                />
                <span className="num">{one.day.slice(5)}</span>
                <span className="visually-hidden">
                  {t("day_of", {
                    day: dateText(one.day, "day"),
                    ours: yuan(one.ours_minor),
                    theirs: yuan(one.theirs_minor),
                    difference: yuan(off),
                  })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
