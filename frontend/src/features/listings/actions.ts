import { answer, http } from "@/api/client";

export type Step = "submit" | "approve" | "return" | "notice" | "publish" | "withdraw" | "confirm";

interface Rule {
  step: Step;
  /** The names of the server for this step. */
  moves: string[];
  reason?: boolean;
  main?: boolean;
}

/** The steps that people take, the likeliest first; which of them are open, the server says. */
export const STEPS: Rule[] = [
  { step: "submit", moves: ["submit"], main: true },
  { step: "approve", moves: ["approve"], main: true },
  { step: "return", moves: ["return"], reason: true },
  { step: "notice", moves: ["start_notice"], main: true },
  { step: "publish", moves: ["publish", "publish_listed"], main: true },
  { step: "confirm", moves: ["confirm"], main: true },
  { step: "withdraw", moves: ["withdraw"], reason: true },
];

export function take(step: Step, id: string, reason: string): Promise<unknown> {
  const params = { params: { path: { listing_id: id } } };
  switch (step) {
    case "submit":
      return answer(http.POST("/api/listings/{listing_id}/submit", params));
    case "approve":
      return answer(http.POST("/api/listings/{listing_id}/approve", params));
    case "return":
      return answer(http.POST("/api/listings/{listing_id}/return", { ...params, body: { reason } }));
    case "notice":
      return answer(http.POST("/api/listings/{listing_id}/notice", params));
    case "publish":
      return answer(http.POST("/api/listings/{listing_id}/publish", params));
    case "confirm":
      return answer(http.POST("/api/listings/{listing_id}/confirm", params));
    case "withdraw":
      return answer(http.POST("/api/listings/{listing_id}/withdraw", { ...params, body: { reason } }));
  }
}
