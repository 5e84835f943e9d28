/** A key that makes a repeated request harmless; random enough also where `crypto.randomUUID` is not offered (plain http). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
