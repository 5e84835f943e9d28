import "./StateTag.css";

export type Tone = "idle" | "active" | "wait" | "good" | "bad";

/** A state in words with a tone; the shape of the dot differs by tone, so color is never alone. */
export function StateTag({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`state state-${tone}`}>{children}</span>;
}
