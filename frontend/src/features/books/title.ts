import type { Schemas } from "@/api/client";

type Named = Pick<Schemas["AccountName"], "label" | "name">;

/** An account as one reads it: its kind and its name, if it has one; another right holder's is not told. */
export function titleOf({ label, name }: Named, otherHolder: string): string {
  return name === "" ? label : `${label} · ${name ?? otherHolder}`;
}
