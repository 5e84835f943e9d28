import { useTranslation } from "react-i18next";
import { DateText } from "@/shared/ui/DateText";
import { type Step, Timeline } from "@/shared/ui/Timeline";
import type { Invoice } from "./model";

type Reminder = Invoice["reminders"][number];

/** What was reminded of and when, and what comes next; both sides see the same. */
export function Ladder({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation("payments");
  const next = invoice.reminders.find((one) => one.state === "waiting");
  const unpaid = invoice.open_minor > 0 && invoice.owed_minor > 0;
  if (invoice.reminders.length === 0) return null;

  function status(one: Reminder): Step["status"] {
    if (one.state === "sent") return "done";
    if (one.state === "passed" || !unpaid) return "stopped";
    return one === next ? "current" : "ahead";
  }
  const name = (days: number) => {
    if (days === 0) return t("ladder.on_day");
    return days < 0 ? t("ladder.before", { count: -days }) : t("ladder.after", { count: days });
  };
  return (
    <section className="stack">
      <h2>{t("ladder.title")}</h2>
      <Timeline
        label={t("ladder.title")}
        steps={invoice.reminders.map((one) => ({
          key: String(one.step_days),
          title: name(one.step_days),
          status: status(one),
          note: (
            <>
              <DateText value={one.sent_on ?? one.send_on} /> ·{" "}
              {t(`ladder.${one.state === "waiting" && !unpaid ? "passed" : one.state}`)}
            </>
          ),
        }))}
      />
    </section>
  );
}
