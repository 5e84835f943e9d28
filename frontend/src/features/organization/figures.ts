import type { Schemas } from "@/api/client";

export interface Figures {
  address: string;
  staff: number | null;
  sales_minor: number | null;
  assets_minor: number | null;
  bank_name: string;
  bank_account: string;
}

const KEYS = ["address", "staff", "sales_minor", "assets_minor", "bank_name", "bank_account"] as const;

export const figuresOf = (record: Schemas["OrganizationView"]): Figures => {
  const { address, staff, sales_minor, assets_minor, bank_name, bank_account } = record;
  return { address, staff, sales_minor, assets_minor, bank_name, bank_account };
};

/** Only what was changed is sent: a field that is left alone, or emptied, stays as it is on file. */
export function patchOf(record: Schemas["OrganizationView"], figures: Figures): Schemas["OrganizationPatch"] {
  return Object.fromEntries(
    KEYS.filter((key) => figures[key] !== undefined && figures[key] !== record[key])
      .filter((key) => figures[key] !== null && !(key === "bank_account" && figures[key] === ""))
      .map((key) => [key, figures[key]]),
  );
}
