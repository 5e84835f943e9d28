import { count } from "@/shared/lib/money";
import "./FilterTabs.css";

interface Props {
  label: string;
  value: string;
  entries: { key: string; label: string; count?: number }[];
  onChange: (key: string) => void;
}

/** One choice among few, each with its count: a filter, not a set of panels, so plain pressed buttons. */
export function FilterTabs({ label, value, entries, onChange }: Props) {
  return (
    <fieldset className="filter-tabs">
      <legend className="visually-hidden">{label}</legend>
      {entries.map((entry) => (
        <button key={entry.key} type="button" aria-pressed={entry.key === value} onClick={() => onChange(entry.key)}>
          {entry.label}
          {entry.count !== undefined && <span className="num">{count(entry.count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
