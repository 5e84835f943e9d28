import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/session/session";
import { DateText } from "@/shared/ui/DateText";
import { EmptyState } from "@/shared/ui/EmptyState";
import { Money } from "@/shared/ui/Money";
import { Org } from "@/shared/ui/Org";
import { type Todo, urgencyOf } from "./model";
import { To } from "./To";

const SHOWN = 5;

function Due({ due, today }: { due: string; today: string }) {
  const { t } = useTranslation("work");
  const { urgency, days } = urgencyOf(today, due);
  return (
    <span className={`todo-due todo-${urgency}`}>
      {urgency === "today" && t("today")}
      {urgency === "late" && t("late", { count: days })}
      {(urgency === "soon" || urgency === "later") && t("left", { count: days })}
      <span className="muted small">
        <DateText value={due} />
      </span>
    </span>
  );
}

function Row({ todo, today, first }: { todo: Todo; today: string; first: boolean }) {
  const { t } = useTranslation("work");
  const title = todo.title || t(`counted.${todo.kind as "match_money"}`, { count: todo.count ?? 0 });
  const action = t(`action.${todo.kind}`);
  return (
    <li className="todo">
      <div className="todo-what">
        <span className={`todo-kind ${todo.overdue ? "is-late" : ""}`}>{t(`kind.${todo.kind}`)}</span>
        <span className="todo-title" lang={todo.title ? "zh-CN" : undefined}>
          {title}
        </span>
        <span className="muted small todo-more">
          {todo.what}
          {todo.party && <Org name={todo.party} />}
          {typeof todo.amount_minor === "number" && <Money minor={todo.amount_minor} />}
          {todo.kind === "settle_objection" && t("objections", { count: todo.count ?? 0 })}
          {todo.number && <span className="num">{todo.number}</span>}
        </span>
      </div>
      {todo.due_on && <Due due={todo.due_on} today={today} />}
      <To
        link={todo.link}
        className={first ? "todo-action is-first" : "todo-action"}
        label={t("action_named", { action, title })}
      >
        {action}
      </To>
    </li>
  );
}

/** What is to be done, most pressing first, one action each. */
export function Todos({ todos, today }: { todos: Todo[]; today: string }) {
  const { t } = useTranslation("work");
  const may = useMay();
  const [all, setAll] = useState(false);
  const overdue = todos.filter((todo) => todo.overdue).length;
  const shown = all ? todos : todos.slice(0, SHOWN);
  return (
    <section className="panel" aria-labelledby="todos">
      <div className="row between todo-head">
        <h2 id="todos">{t("todos")}</h2>
        {todos.length > 0 && (
          <span className="muted small">
            {t("todos_count", { count: todos.length })}
            {overdue > 0 && (
              <>
                {" · "}
                <strong className="todo-late">{t("todos_count_overdue", { overdue })}</strong>
              </>
            )}
          </span>
        )}
      </div>
      {todos.length === 0 && (
        <EmptyState
          title={t("nothing")}
          hint={t("nothing_hint")}
          action={may("deal.apply") ? <a href="/results">{t("find")}</a> : undefined}
        />
      )}
      <ul className="todos">
        {shown.map((todo, i) => (
          <Row key={todo.kind + (todo.object_id ?? "")} todo={todo} today={today} first={i === 0} />
        ))}
      </ul>
      {shown.length < todos.length && (
        <Button className="todo-all" onClick={() => setAll(true)}>
          {t("show_all", { count: todos.length })}
        </Button>
      )}
    </section>
  );
}
