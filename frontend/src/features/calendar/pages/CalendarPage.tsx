import { useNavigate, useSearch } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { EmptyState } from "@/shared/ui/EmptyState";
import { FilterTabs } from "@/shared/ui/FilterTabs";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Days } from "../Days";
import { Feed } from "../Feed";
import { Load } from "../Load";
import { loadByWeek, ofSide, type Side } from "../model";
import "../calendar.css";

/** Every deadline of both sides in one place: who is late, since when, what happens next. */
export default function CalendarPage() {
  const { t } = useTranslation("calendar");
  const navigate = useNavigate();
  const { side = "mine" } = useSearch({ from: "/desk/calendar" });
  const calendar = api.useQuery("get", "/api/calendar");
  const view = calendar.data;
  const items = view?.items ?? [];
  const shown = ofSide(items, side);
  const entry = (key: Side) => ({ key, label: t(key), count: ofSide(items, key).length });
  return (
    <>
      <PageHead
        title={t("title")}
        lead={view && t("lead", { count: items.length, late: items.filter((item) => item.days_left < 0).length })}
      />
      <div className="stack">
        <ProblemAlert error={calendar.error} retry={() => void calendar.refetch()} />
        {calendar.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
        {view && (
          <>
            <div className="row between calendar-head">
              <FilterTabs
                label={t("side")}
                value={side}
                entries={[entry("mine"), entry("theirs"), entry("all")]}
                onChange={(key) =>
                  void navigate({ to: "/calendar", search: key === "mine" ? {} : { side: key as Side } })
                }
              />
              {shown.length > 0 && <Load weeks={loadByWeek(view, shown)} />}
            </div>
            {shown.length === 0 && <EmptyState title={t("empty")} hint={t("empty_hint")} />}
            <Days items={shown} />
            <Feed subscribed={view.subscribed} digest={view.digest} />
          </>
        )}
      </div>
    </>
  );
}
