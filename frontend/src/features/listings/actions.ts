import { answer, http, type Schemas } from "@/api/client";

type State = Schemas["ListingState"];
export type Step = "submit" | "approve" | "return" | "notice" | "publish" | "withdraw" | "confirm";

interface Rule {
  step: Step;
  from: State[];
  needs: string;
  reason?: boolean;
  main?: boolean;
}

/** Which steps a state offers, the likeliest first; the server decides, this only spares hopeless buttons. */
export const STEPS: Rule[] = [
  { step: "submit", from: ["draft"], needs: "listing.submit", main: true },
  { step: "approve", from: ["internal_approval"], needs: "listing.approve", main: true },
  { step: "return", from: ["internal_approval"], needs: "listing.approve", reason: true },
  { step: "notice", from: ["approved"], needs: "listing.notice", main: true },
  { step: "publish", from: ["price_notice", "approved"], needs: "listing.publish", main: true },
  { step: "confirm", from: ["expired"], needs: "listing.publish", main: true },
  {
    step: "withdraw",
    from: ["draft", "internal_approval", "approved", "price_notice", "objection", "open", "expired"],
    needs: "listing.write",
    reason: true,
  },
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
