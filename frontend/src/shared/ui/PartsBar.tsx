import "./PartsBar.css";

interface Props {
  parts: { key: string; value: number }[];
  /** What the whole length stands for; the sum of the parts when left out. */
  whole?: number;
}

const SHADES = 7;

/** The mark that ties a row of figures to its piece of the bar. */
export function PartMark({ index }: { index: number }) {
  return <span className={`part-mark part-${index % SHADES}`} aria-hidden="true" />;
}

/** Parts of a whole as one bar, in the order of the figures beside it, which say the same in words. */
export function PartsBar({ parts, whole }: Props) {
  const length = whole ?? parts.reduce((sum, part) => sum + part.value, 0);
  if (length <= 0) return null;
  return (
    <div className="parts-bar" aria-hidden="true">
      {parts.map((part, i) =>
        part.value > 0 ? (
          <span
            key={part.key}
            className={`part-${i % SHADES}`}
            style={{ inlineSize: `${(100 * part.value) / length}%` }}
          />
        ) : null,
      )}
    </div>
  );
}
