import { useSyncExternalStore } from "react";

export type Mode = "light" | "dark" | "system";

const KEY = "xianyong.theme";
const listeners = new Set<() => void>();
const media = () => window.matchMedia?.("(prefers-color-scheme: dark)");
const stillness = () => window.matchMedia?.("(prefers-reduced-motion: reduce)");

export function storedMode(): Mode {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}

export function setMode(mode: Mode): void {
  localStorage.setItem(KEY, mode);
  for (const tell of listeners) tell();
}

const isDark = () => storedMode() === "dark" || (storedMode() === "system" && (media()?.matches ?? false));

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  media()?.addEventListener?.("change", tell);
  return () => {
    listeners.delete(tell);
    media()?.removeEventListener?.("change", tell);
  };
}

function subscribeStillness(tell: () => void): () => void {
  stillness()?.addEventListener?.("change", tell);
  return () => stillness()?.removeEventListener?.("change", tell);
}

/** Whether the person asked her system for less motion: antd must know, since it waits for its motions to end. */
export const useStill = (): boolean => useSyncExternalStore(subscribeStillness, () => stillness()?.matches ?? false);
export const useDark = (): boolean => useSyncExternalStore(subscribe, isDark);
export const useMode = (): Mode => useSyncExternalStore(subscribe, storedMode);
