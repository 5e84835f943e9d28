import { useOrgNames } from "@/shared/session/orgNames";

/** An organization by the name that the reader's language gives it; one without an English name keeps its own. */
export function Org({ name }: { name: string }) {
  const shown = useOrgNames(name)(name);
  return shown === name ? <span lang="zh-CN">{name}</span> : <span>{shown}</span>;
}
