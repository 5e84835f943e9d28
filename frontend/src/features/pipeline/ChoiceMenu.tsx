import { Button, Dropdown } from "antd";

interface Props<Key extends string> {
  label: string;
  value: Key;
  entries: { key: Key; label: string }[];
  onChange: (key: Key) => void;
}

/** One of few, chosen from a menu. The cards bring the menu along already; a select would weigh as much again. */
export function ChoiceMenu<Key extends string>({ label, value, entries, onChange }: Props<Key>) {
  return (
    <Dropdown
      autoFocus
      trigger={["click"]}
      menu={{
        items: entries.map((entry) => ({
          ...entry,
          icon: <b className="choice-mark">{entry.key === value && "✓"}</b>,
        })),
        onClick: ({ key }) => onChange(key as Key),
      }}
    >
      <Button aria-haspopup="menu">
        <span className="muted">{label}</span> {entries.find((entry) => entry.key === value)?.label} ▾
      </Button>
    </Dropdown>
  );
}
