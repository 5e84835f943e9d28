import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { type Ask, type Item, type State, WAYS } from "./model";

/** The way to move a deal without dragging: by mouse, touch and keyboard (WCAG 2.5.7). */
export function MoveMenu({ item, ask }: { item: Pick<Item, "id" | "title" | "state">; ask: Ask }) {
  const { t } = useTranslation("pipeline");
  const states = useTranslation("states").t;
  const ways = WAYS[item.state];
  if (ways.length === 0) return null;
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        items: ways.map((to, i) => ({ key: to, label: `${i + 1} · ${states(`application.${to}`)}` })),
        onClick: ({ key }) => ask(item, key as State),
      }}
    >
      <Button size="small" aria-label={t("move_named", { title: item.title })}>
        {t("move")} ▾
      </Button>
    </Dropdown>
  );
}
