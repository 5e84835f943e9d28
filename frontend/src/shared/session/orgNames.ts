import { useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { answer, http } from "@/api/client";

const known = new Map<string, string>();
const listeners = new Set<() => void>();
const MOST_AT_ONCE = 100;
let waiting = new Set<string>();
let version = 0;

/** Asks once for all names that a page shows, in one request; a name without an English form stands for itself. */
async function ask() {
  const names = [...waiting].slice(0, MOST_AT_ONCE);
  waiting = new Set([...waiting].slice(MOST_AT_ONCE));
  if (waiting.size > 0) setTimeout(ask);
  for (const name of names) known.set(name, name);
  const found = await answer(http.GET("/api/organization-names", { params: { query: { name: names } } })).catch(
    () => ({}),
  );
  for (const [name, english] of Object.entries(found)) known.set(name, english);
  version += 1;
  for (const tell of listeners) tell();
}

function want(name: string) {
  if (!name || known.has(name) || waiting.has(name)) return;
  if (waiting.size === 0) setTimeout(ask);
  waiting.add(name);
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Organizations as the reader's language names them. What a bank or a tax office reads stays in Chinese and does not pass here. */
export function useOrgNames(...names: string[]): (name: string) => string {
  const english = useTranslation().i18n.language === "en";
  useSyncExternalStore(subscribe, () => version);
  const wanted = english ? names.join("\n") : "";
  useEffect(() => {
    for (const name of wanted.split("\n")) want(name);
  }, [wanted]);
  return (name) => (english ? (known.get(name) ?? name) : name);
}
