import type { Read, Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Room = Read<"/api/datarooms/{listing_id}">;
export type RoomRow = Read<"/api/datarooms">[number];
export type Access = Read<"/api/dataroom-accesses/{access_id}">;
export type AccessRow = Read<"/api/dataroom-accesses">["items"][number];
export type AccessState = Schemas["AccessState"];
export type Look = Read<"/api/datarooms/{listing_id}/log">["items"][number];

export const TONES: Record<AccessState, Tone> = {
  asked: "wait",
  offered: "wait",
  firm_signed: "wait",
  active: "good",
  declined: "bad",
  withdrawn: "idle",
  revoked: "bad",
  expired: "idle",
};

const KB = 1024;
/** A size as people write it: KB below a megabyte, then MB with one decimal. */
export const sizeText = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
