import { CheckCircleFilled } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { type Day, urgencyOf, type Worklist } from "./model";
import { To } from "./To";

const NEWS = 3;

/** The way to a first result, for a desk that has none yet. */
export function Checklist({ steps }: { steps: Worklist["checklist"] }) {
  const { t } = useTranslation("work");
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done).length;
  return (
    <section className="panel" aria-labelledby="checklist">
      <div className="row between todo-head">
        <h2 id="checklist">{t("checklist")}</h2>
        <span className="muted small">{t("checklist_done", { done, total: steps.length })}</span>
      </div>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.key} className={step.done ? "is-done" : undefined}>
            {step.done ? <CheckCircleFilled aria-hidden="true" /> : <span className="step-open" aria-hidden="true" />}
            <To link={step.link}>{t(`step.${step.key}`)}</To>
            <span className="visually-hidden">{step.done ? t("step_done") : t("step_open")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The next days on which something happens without her. */
export function Deadlines({ days, today }: { days: Day[]; today: string }) {
  const { t } = useTranslation("work");
  if (days.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="deadlines">
      <h2 id="deadlines">{t("deadlines")}</h2>
      <ul className="days">
        {days.map((day) => {
          const { days: left } = urgencyOf(today, day.on);
          return (
            <li key={day.kind + day.link + day.on}>
              <span className="row between">
                <span>
                  {t(`day.${day.kind}`)}
                  {typeof day.amount_minor === "number" && (
                    <>
                      {" "}
                      <Money minor={day.amount_minor} style="round" />
                    </>
                  )}
                </span>
                <span className="muted small">{left === 0 ? t("today") : t("left", { count: left })}</span>
              </span>
              <To link={day.link}>
                <span lang="zh-CN">{day.title}</span>
              </To>
              <span className="muted small">
                <DateText value={day.on} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What has happened: separate from what is to be done. */
export function News() {
  const { t } = useTranslation("work");
  const list = api.useQuery("get", "/api/notifications", { params: { query: { size: NEWS } } });
  return (
    <section className="panel" aria-labelledby="news">
      <h2 id="news">{t("news")}</h2>
      {list.data?.items.length === 0 && <p className="muted">{t("no_news")}</p>}
      <ul className="days">
        {list.data?.items.map((note) => (
          <li key={note.id}>
            <span className="news-title">{note.title}</span>
            <span className="muted small">
              <DateText value={note.at} precision="minute" />
            </span>
          </li>
        ))}
      </ul>
      <Link to="/notifications">{t("all_news")}</Link>
    </section>
  );
}
