import { useCallback, useEffect, useRef, useState } from "react";

export type DraftStatus =
  | { kind: "clean" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; error: unknown };

/**
 * Saves what was typed on its own: `delayMs` after the last change, and at once on `flush`.
 * One save runs at a time; what changed meanwhile goes with the next.
 */
export function useDraft<T>(save: (value: T) => Promise<unknown>, delayMs = 1500) {
  const [status, setStatus] = useState<DraftStatus>({ kind: "clean" });
  const waiting = useRef<{ value: T } | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef(save);
  latest.current = save;

  /** Saves at once; answers with what kept it from being saved. */
  const flush = useCallback((): Promise<unknown> => {
    clearTimeout(timer.current);
    running.current = running.current.then(async () => {
      const next = waiting.current;
      if (!next) return undefined;
      waiting.current = undefined;
      setStatus({ kind: "saving" });
      try {
        await latest.current(next.value);
        setStatus({ kind: "saved", at: new Date().toISOString() });
        return undefined;
      } catch (error) {
        waiting.current ??= next;
        setStatus({ kind: "failed", error });
        return error;
      }
    });
    return running.current;
  }, []);

  const change = useCallback(
    (value: T) => {
      waiting.current = { value };
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), delayMs);
    },
    [flush, delayMs],
  );

  useEffect(() => {
    const leave = () => void flush();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [flush]);

  return { status, change, flush };
}
