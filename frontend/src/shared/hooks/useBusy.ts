import { useRef, useState } from "react";

/** One thing at a time: a second click while the first is under way sends nothing. */
export function useBusy() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);

  async function once(act: () => Promise<unknown>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await act();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }
  return [busy, once] as const;
}
