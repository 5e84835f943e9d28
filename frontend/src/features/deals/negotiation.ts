import { answer, http } from "@/api/client";
import type { Sheet } from "@/shared/terms/terms";
import type { Deal } from "./model";

export type Offer = Deal["offers"][number];
export type Commission = NonNullable<Deal["commission"]>;

/** What lies on the table: the open offer, else the terms applied for. */
export const onTheTable = (deal: Deal): Sheet | null =>
  deal.offers.find((offer) => offer.state === "open")?.terms ?? deal.terms;

const at = (deal: Deal) => ({ params: { path: { deal_id: deal.id } } });

export const previewOffer = (deal: Deal, terms: Sheet) =>
  answer(http.POST("/api/deals/{deal_id}/offers/preview", { ...at(deal), body: { terms } }));

export const sendOffer = (deal: Deal, terms: Sheet, message: string): Promise<Deal> =>
  answer(
    http.POST("/api/deals/{deal_id}/offers", {
      ...at(deal),
      body: { terms, message, base_hash: deal.table_hash ?? "" },
    }),
  );

export const acceptOffer = (deal: Deal, offer: Offer): Promise<Deal> =>
  answer(http.POST("/api/deals/{deal_id}/offers/accept", { ...at(deal), body: { terms_hash: offer.terms_hash } }));

export const refuseOffer = (deal: Deal, offer: Offer, text: string): Promise<Deal> =>
  answer(
    http.POST("/api/deals/{deal_id}/offers/refuse", { ...at(deal), body: { terms_hash: offer.terms_hash, text } }),
  );

export const acceptCommission = (dealId: string, termsHash: string): Promise<Commission> =>
  answer(
    http.POST("/api/deals/{deal_id}/commission/accept", {
      params: { path: { deal_id: dealId } },
      body: { terms_hash: termsHash },
    }),
  );

export const endCommission = (dealId: string, reason: string): Promise<Commission> =>
  answer(http.POST("/api/deals/{deal_id}/commission/end", { params: { path: { deal_id: dealId } }, body: { reason } }));
