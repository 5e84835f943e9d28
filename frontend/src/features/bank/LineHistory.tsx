import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { yuan } from "@/shared/lib/money";
import { DateText } from "@/shared/ui/DateText";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { Timeline } from "@/shared/ui/Timeline";

type Act =
  | "matched"
  | "match_asked"
  | "match_confirmed"
  | "match_declined"
  | "match_undone"
  | "set_aside"
  | "owned"
  | "taken";

/** Everything that was done about a receipt, by whom and why. */
export function LineHistory({ lineId }: { lineId: string }) {
  const { t } = useTranslation("bank");
  const found = api.useQuery("get", "/api/bank-lines/{line_id}", { params: { path: { line_id: lineId } } });
  if (found.error) return <ProblemAlert error={found.error} />;
  if (!found.data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  const { history } = found.data;
  if (history.length === 0) return <p className="muted small">—</p>;
  return (
    <Timeline
      label={t("history")}
      steps={history.map((event, number) => {
        const { amount_minor: amount, invoice, reason } = event.detail as Record<string, string | number | undefined>;
        const facts = [typeof amount === "number" ? yuan(amount) : undefined, invoice, reason];
        return {
          key: String(number),
          title: t(`event.${event.action.split(".")[1] as Act}`),
          status: "done" as const,
          note: (
            <>
              <DateText value={event.at} precision="minute" /> {event.actor_name} {facts.filter(Boolean).join(" · ")}
            </>
          ),
        };
      })}
    />
  );
}
