import { useTranslation } from "react-i18next";
import { dateText } from "@/shared/lib/date";
import type { loadByWeek } from "./model";

const HEIGHT = 44;
const STEP = 22;

/** How the weeks ahead are loaded, drawn: what is late stands apart on the left. */
export function Load({ weeks }: { weeks: ReturnType<typeof loadByWeek> }) {
  const { t } = useTranslation("calendar");
  const most = Math.max(1, ...weeks.map((week) => week.count));
  const said = weeks
    .filter((week) => week.count > 0)
    .map((week) =>
      week.late ? `${t("late")} ${week.count}` : t("week", { day: dateText(week.from), count: week.count }),
    )
    .join(t("load_join"));
  return (
    <figure className="load">
      <svg viewBox={`0 0 ${weeks.length * STEP} ${HEIGHT + 14}`} role="img" aria-label={t("load_said", { said })}>
        {weeks.map((week, index) => {
          const height = week.count === 0 ? 1 : Math.max(4, (HEIGHT * week.count) / most);
          return (
            <g key={week.late ? "late" : week.from} className={week.late ? "is-late" : undefined}>
              <rect x={index * STEP + 3} y={HEIGHT - height} width={STEP - 6} height={height} rx="2" />
              {week.count > 0 && (
                <text x={index * STEP + STEP / 2} y={HEIGHT + 12} textAnchor="middle">
                  {week.count}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="muted small">{t("load")}</figcaption>
    </figure>
  );
}
