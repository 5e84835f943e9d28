import type { Schemas } from "@/api/client";
import type { Tone } from "./StateTag";

/** One tone for each state; a state that the backend adds fails the build here until it has one. */
export const LISTING_TONES: Record<Schemas["ListingState"], Tone> = {
  draft: "idle",
  internal_approval: "wait",
  approved: "active",
  price_notice: "active",
  objection: "bad",
  open: "good",
  closed: "idle",
  withdrawn: "idle",
  expired: "wait",
};
