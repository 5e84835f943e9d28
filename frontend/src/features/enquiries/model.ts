import type { Read, Schemas } from "@/api/client";
import type { Tone } from "@/shared/ui/StateTag";

export type Enquiry = Read<"/api/enquiries/{enquiry_id}">;
export type EnquiryRow = Read<"/api/enquiries">["items"][number];
export type EnquiryState = Schemas["EnquiryState"];
export type Side = "firm" | "university";

export const TONES: Record<EnquiryState, Tone> = {
  waiting: "wait",
  answered: "good",
  closed: "idle",
  applied: "active",
};
export const LONGEST = 1200;
export const SHORTEST = 4;
