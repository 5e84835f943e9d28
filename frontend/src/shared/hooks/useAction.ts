import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toast } from "@/shared/ui/toast";

/**
 * One step that changes something: busy while it runs (a second click does nothing), refusal kept for display,
 * everything shown is read again afterwards.
 */
export function useAction() {
  const client = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<unknown>();

  async function run<T>(name: string, act: () => Promise<T>, done?: string): Promise<T | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setBusy(name);
    setError(undefined);
    try {
      const result = await act();
      await client.invalidateQueries();
      if (done) toast(done);
      return result;
    } catch (problem) {
      setError(problem);
      return undefined;
    } finally {
      running.current = false;
      setBusy(undefined);
    }
  }
  return { run, busy, error, clear: () => setError(undefined) };
}
