import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { answer, api, http, type Schemas } from "@/api/client";
import { useAction } from "@/shared/hooks/useAction";
import { CardList } from "@/shared/ui/CardList";
import { DateText } from "@/shared/ui/DateText";
import { PageHead } from "@/shared/ui/PageHead";
import { ProblemAlert } from "@/shared/ui/ProblemAlert";
import { insideDesk } from "../link";
import "../notifications.css";

const SIZE = 20;

const markRead = (id: string) =>
  answer(http.POST("/api/notifications/{notification_id}/read", { params: { path: { notification_id: id } } }));

export default function NotificationsPage() {
  const { t } = useTranslation("notifications");
  const navigate = useNavigate();
  const { page = 1 } = useSearch({ from: "/desk/notifications" });
  const list = api.useQuery("get", "/api/notifications", { params: { query: { page, size: SIZE } } });
  const action = useAction();
  const anyNew = list.data?.items.some((item) => !item.read) ?? false;

  async function open(item: Schemas["NotificationView"]) {
    if (!item.read) await action.run(item.id, () => markRead(item.id));
    const inside = insideDesk(item.link);
    if (inside) await navigate({ href: inside });
    else if (item.link) window.location.assign(item.link);
  }

  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          anyNew && (
            <Button
              loading={action.busy === "all"}
              onClick={() =>
                void action.run("all", () => answer(http.POST("/api/notifications/read-all")), t("all_read"))
              }
            >
              {t("read_all")}
            </Button>
          )
        }
      />
      <div className="stack">
        <ProblemAlert error={action.error} />
        <CardList
          found={list}
          label={t("title")}
          className="messages"
          empty={t("empty")}
          emptyHint={t("empty_hint")}
          page={page}
          size={SIZE}
          onPage={(next) => void navigate({ to: "/notifications", search: next > 1 ? { page: next } : {} })}
        >
          {(item) => (
            <li key={item.id} className={item.read ? "" : "is-new"}>
              <div>
                <h2>
                  {!item.read && <span className="new-mark">{t("new")}</span>}
                  {item.title}
                </h2>
                <p>{item.body}</p>
                <p className="muted">
                  <DateText value={item.at} precision="minute" />
                </p>
              </div>
              <div className="row">
                {!item.read && (
                  <Button
                    type="text"
                    size="small"
                    aria-label={t("mark_read_named", { title: item.title })}
                    onClick={() => void action.run(item.id, () => markRead(item.id))}
                  >
                    {t("mark_read")}
                  </Button>
                )}
                {item.link && (
                  <Button aria-label={t("open_named", { title: item.title })} onClick={() => void open(item)}>
                    {t("open")}
                  </Button>
                )}
              </div>
            </li>
          )}
        </CardList>
      </div>
    </>
  );
}
