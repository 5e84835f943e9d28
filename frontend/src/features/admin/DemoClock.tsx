import { Button, InputNumber, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answer, api, http } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { addDays, dateText } from "@/shared/lib/date";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { toast } from "@/shared/ui/toast";
import "./admin.css";

const STEPS = [1, 7, 16, 30, 90, 365];
const LONGEST_STEP_DAYS = 400;

/** Moves the demo's date forward, so that free periods, notices and bills can be watched as they fall due. */
export function DemoClock() {
  const { t } = useTranslation("admin");
  const clock = api.useQuery("get", "/api/admin/clock");
  const action = useAction();
  const [days, setDays] = useState<number | null>(null);
  const [wrong, setWrong] = useState(false);
  if (clock.error) return <ProblemAlert error={clock.error} retry={() => void clock.refetch()} />;
  if (!clock.data) return <Skeleton active title={false} paragraph={{ rows: 3 }} />;
  const { today, shifted_days } = clock.data;

  async function move(by: number) {
    const moved = await action.run(String(by), () => answer(http.POST("/api/admin/clock", { body: { days: by } })));
    if (moved) toast(t("clock.done", { date: dateText(moved.today) }));
  }
  function moveOwn() {
    const fits = days !== null && Number.isInteger(days) && days >= 1 && days <= LONGEST_STEP_DAYS;
    setWrong(!fits);
    if (fits) void move(days);
  }
  return (
    <section className="panel stack">
      <h2>{t("clock.title")}</h2>
      <div className="clock-now">
        <div>
          <span className="muted">{t("clock.today")}</span>
          <strong>
            <DateText value={today} />
          </strong>
        </div>
        {shifted_days > 0 && (
          <div>
            <span className="muted">{t("clock.shifted")}</span>
            <span className="num">{t("clock.days", { count: shifted_days })}</span>
          </div>
        )}
      </div>
      <p className="muted" style={{ margin: 0 }}>
        {t("clock.hint")}
      </p>
      <ProblemAlert error={action.error} />
      <fieldset className="clock-steps">
        <legend>{t("clock.move")}</legend>
        {STEPS.map((by) => (
          <button key={by} type="button" disabled={action.busy !== undefined} onClick={() => void move(by)}>
            <strong>{t("clock.by", { count: by })}</strong>
            <span className="muted num">{t("clock.to", { date: dateText(addDays(today, by)) })}</span>
          </button>
        ))}
      </fieldset>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          moveOwn();
        }}
      >
        <label htmlFor="clock-days">{t("clock.custom")}</label>
        <InputNumber
          id="clock-days"
          value={days}
          onChange={setDays}
          aria-invalid={wrong}
          status={wrong ? "error" : ""}
        />
        <Button htmlType="submit">{t("clock.custom_move")}</Button>
        {wrong && <span role="alert">{t("clock.fault")}</span>}
      </form>
    </section>
  );
}
