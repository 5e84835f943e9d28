import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { useMay, useSession } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { EmptyState } from "@/shared/ui/EmptyState";
import { PageHead } from "@/shared/ui/PageHead";
import { menuOf } from "../nav";
import { type Todo, useTodos } from "../todos";
import "./WorkPage.css";

const NEWS = 5;

function Todos() {
  const { t } = useTranslation();
  const may = useMay();
  const { todos, isPending } = useTodos();
  if (isPending && todos.length === 0) return <Skeleton active />;
  return (
    <section className="panel">
      <h2>{t("work.todos", { count: todos.length })}</h2>
      {todos.length === 0 && (
        <EmptyState
          title={t("work.nothing")}
          hint={t("work.nothing_hint")}
          action={may("deal.apply") ? <a href="/results">{t("nav.find")}</a> : undefined}
        />
      )}
      <ul className="todos">
        {todos.map((todo: Todo) => (
          <li key={todo.kind + todo.key}>
            <span className={`todo-kind todo-${todo.late ? "late" : todo.kind}`}>{t(`work.todo.${todo.kind}`)}</span>
            <Link to={todo.to} params={todo.params ?? {}}>
              {todo.title}
            </Link>
            {todo.due && (
              <span className={todo.late ? "warn" : "muted"}>
                {t("work.due")} <DateText value={todo.due} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function News() {
  const { t } = useTranslation();
  const list = api.useQuery("get", "/api/notifications", { params: { query: { size: NEWS } } });
  return (
    <section className="panel">
      <h2>{t("work.news")}</h2>
      {list.data?.items.length === 0 && <p className="muted">{t("notes.empty")}</p>}
      <ul className="news">
        {list.data?.items.map((note) => (
          <li key={note.id}>
            <strong>{note.title}</strong>
            <span className="muted small">
              <DateText value={note.at} precision="minute" />
            </span>
            <span>{note.body}</span>
          </li>
        ))}
      </ul>
      <Link to="/notifications">{t("work.all_news")}</Link>
    </section>
  );
}

/** The first look: what must I do, what is new, where do I go. */
export default function WorkPage() {
  const { t } = useTranslation();
  const me = useSession();
  return (
    <>
      <PageHead
        title={t("work.title", { name: me.name })}
        lead={t("work.lead", { title: me.current.title, organization: me.current.organization_name })}
      />
      <div className="grid-2">
        <div className="stack">
          <Todos />
          <nav aria-label={t("work.doors")}>
            <ul className="doors">
              {menuOf(me)
                .filter((item) => item.to !== "/")
                .map((item) => (
                  <li key={item.to}>
                    {item.street ? (
                      <a href={item.to}>{t(`nav.${item.key}`)}</a>
                    ) : (
                      <Link to={item.to}>{t(`nav.${item.key}`)}</Link>
                    )}
                  </li>
                ))}
            </ul>
          </nav>
        </div>
        <News />
      </div>
    </>
  );
}
