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

/** Where a funding application stands; the firm and the provider see the same word. */
export const APPLICATION_TONES: Record<Schemas["ApplicationState"], Tone> = {
  new_match: "wait",
  screening: "active",
  due_diligence: "active",
  committee: "active",
  committed: "good",
  passed: "idle",
  withdrawn: "idle",
};

export const INVOICE_TONES: Record<Schemas["InvoiceState"], Tone> = {
  open: "wait",
  partially_paid: "active",
  paid: "good",
  credited: "idle",
  written_off: "idle",
};

export const PAYMENT_TONES: Record<Schemas["PaymentState"], Tone> = {
  created: "active",
  submitted: "active",
  unknown: "wait",
  requires_action: "wait",
  processing: "active",
  succeeded: "good",
  failed: "bad",
  canceled: "idle",
};

export const DISTRIBUTION_TONES: Record<Schemas["DistributionState"], Tone> = {
  proposed: "wait",
  objected: "bad",
  approved: "active",
  booked: "good",
  withdrawn: "idle",
};

export const LINE_TONES: Record<Schemas["LineState"], Tone> = {
  unmatched: "wait",
  asked: "active",
  matched: "good",
  returning: "active",
  returned: "idle",
  set_aside: "idle",
};

export const DIFFERENCE_TONES: Record<Schemas["DifferenceState"], Tone> = {
  open: "bad",
  explained: "idle",
  settled: "good",
};
