/** Repeated keys (`?field=a&field=b`) as the public pages use them, so that both surfaces share addresses. */
export function parseSearch(text: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) found[key] = key in found ? [found[key], value].flat() : value;
  return found;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const one of [value].flat())
      if (one !== undefined && one !== null && one !== "") params.append(key, String(one));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}
