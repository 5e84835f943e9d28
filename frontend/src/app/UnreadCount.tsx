import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { count } from "@/shared/lib/money";

const LOOK_AGAIN_MS = 60_000;

/** How many notifications are new; nothing when none are. */
export function UnreadCount() {
  const { t } = useTranslation("notifications");
  const { data } = api.useQuery("get", "/api/notifications/unread", {}, { refetchInterval: LOOK_AGAIN_MS });
  if (!data?.unread) return null;
  return (
    <span className="badge num">
      {count(data.unread)}
      <span className="visually-hidden"> {t("unread")}</span>
    </span>
  );
}
