import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dateText } from "@/shared/lib/date";
import { useOrgNames } from "@/shared/session/orgNames";
import { DateText } from "@/shared/ui/DateText";
import { Money } from "@/shared/ui/Money";
import { GROUPS, type Group, groupOf, type Item } from "./model";

function Left({ days }: { days: number }) {
  const { t } = useTranslation("calendar");
  const words =
    days < 0 ? t("days_late", { count: -days }) : days === 0 ? t("due_today") : t("days_left", { count: days });
  return <span className={days < 0 ? "left is-late" : days <= 7 ? "left is-soon" : "left"}>{words}</span>;
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation("calendar");
  const org = useOrgNames(item.responsible_name);
  return (
    <li className="deadline">
      <span className="deadline-day">
        <DateText value={item.on} />
        <Left days={item.days_left} />
      </span>
      <span className="deadline-what">
        <span className="row">
          <Link to={item.link.replace("/app", "")} aria-label={t("open", { what: item.what, title: item.title })}>
            {item.what}
          </Link>
          {typeof item.amount_minor === "number" && <Money minor={item.amount_minor} style="round" />}
        </span>
        <span>
          <span lang="zh-CN">{item.title}</span> <span className="muted num">{item.number}</span>
        </span>
        <span className="muted small">{item.otherwise}</span>
      </span>
      <span className="deadline-who small">
        <span className={item.mine ? "is-mine" : "muted"}>{t("who", { name: org(item.responsible_name) })}</span>
        <span className="muted">{t("since", { day: dateText(item.since) })}</span>
      </span>
    </li>
  );
}

/** Deadlines under the heading that says how near they are; headings without any are left out. */
export function Days({ items }: { items: Item[] }) {
  const { t } = useTranslation("calendar");
  const byGroup = new Map<Group, Item[]>();
  for (const item of items) byGroup.set(groupOf(item), [...(byGroup.get(groupOf(item)) ?? []), item]);
  return GROUPS.filter((group) => byGroup.has(group)).map((group) => (
    <section key={group} className="panel" aria-labelledby={`days-${group}`}>
      <h2 id={`days-${group}`} className={group === "late" ? "is-late" : undefined}>
        {t(group)} <span className="num muted">{byGroup.get(group)?.length}</span>
      </h2>
      <ul className="deadlines">
        {byGroup.get(group)?.map((item) => (
          <Row key={item.kind + item.subject_id + item.on + item.number} item={item} />
        ))}
      </ul>
    </section>
  ));
}
