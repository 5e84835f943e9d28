import { useSyncExternalStore } from "react";

/** A session that ended while something was being typed: the page stays, and says so until somebody signed in again. */
let ended = false;
let typed = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  ended = next;
  for (const tell of listeners) tell();
}

/** What was typed since the page was reached would be lost by leaving it. */
export const hasTyped = (): boolean => typed;
export const sessionEnded = (): void => set(true);
export const forgetTyped = (): void => {
  typed = false;
};

window.addEventListener("input", () => {
  typed = true;
});
// Another window of this browser signed in.
window.addEventListener("storage", (event) => {
  if (event.key === "xianyong.signed_in" && event.newValue === "1") set(false);
});

export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => ended,
  );
