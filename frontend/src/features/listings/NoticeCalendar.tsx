import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "@/api/client";
import { shiftMonth, weeksOf } from "./calendar";
import "./NoticeCalendar.css";

/** The month with every notice on the days it runs; a table, so that each day names what is on notice. */
export function NoticeCalendar({ notices, today }: { notices: Schemas["NoticeView"][]; today: string }) {
  const { t } = useTranslation("listings");
  const [month, setMonth] = useState(today.slice(0, 7));
  const weekdays = t("notices.weekdays").split(" ");
  return (
    <section className="panel">
      <div className="row between">
        <h2 aria-live="polite">{t("notices.month", { year: month.slice(0, 4), month: Number(month.slice(5)) })}</h2>
        <div className="row">
          <Button aria-label={t("notices.previous")} onClick={() => setMonth(shiftMonth(month, -1))}>
            ‹
          </Button>
          <Button aria-label={t("notices.next")} onClick={() => setMonth(shiftMonth(month, 1))}>
            ›
          </Button>
        </div>
      </div>
      <table className="calendar">
        <caption className="visually-hidden">{t("notices.calendar")}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <td
                  key={day.date}
                  className={day.inMonth ? "" : "is-outside"}
                  aria-current={day.date === today ? "date" : undefined}
                >
                  <span className="num">{Number(day.date.slice(8))}</span>
                  {notices
                    .filter((n) => n.notice_from <= day.date && day.date <= n.notice_to)
                    .map((n) => (
                      <Link
                        key={n.listing_id}
                        to="/listings/$id"
                        params={{ id: n.listing_id }}
                        className={n.objections_open ? "bar is-disputed" : "bar"}
                        title={t("notices.bar", { title: n.title, from: n.notice_from, to: n.notice_to })}
                      >
                        {n.notice_from === day.date || day.date.endsWith("-01") || day === week[0] ? (
                          n.title
                        ) : (
                          <span className="visually-hidden">{n.title}</span>
                        )}
                      </Link>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notices.length === 0 && <p className="muted">{t("notices.empty")}</p>}
    </section>
  );
}
