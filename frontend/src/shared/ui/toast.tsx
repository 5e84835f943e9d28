import { useEffect, useSyncExternalStore } from "react";
import "./toast.css";

interface Note {
  text: string;
  undo?: { label: string; run: () => void };
}

const SHOWN_MS = 6000;
let note: Note | undefined;
const listeners = new Set<() => void>();

function set(next: Note | undefined): void {
  note = next;
  for (const tell of listeners) tell();
}

/** Confirms what was done in one line, with a way to undo it where there is one. */
export const toast = (text: string, undo?: Note["undo"]): void => set(undo ? { text, undo } : { text });

export function ToastRegion() {
  const current = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => note,
  );
  useEffect(() => {
    if (!current) return;
    const timer = setTimeout(() => set(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className="toast-region" role="status" aria-live="polite">
      {current && (
        <div className="toast">
          {current.text}
          {current.undo && (
            <button
              type="button"
              onClick={() => {
                current.undo?.run();
                set(undefined);
              }}
            >
              {current.undo.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
