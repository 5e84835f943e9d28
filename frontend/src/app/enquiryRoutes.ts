import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { desk, only, pageOf, type Search, text } from "./roots";

export const enquiries = createRoute({
  getParentRoute: () => desk,
  path: "/enquiries",
  validateSearch: (search: Search) =>
    only({ state: text(search.state) as Schemas["EnquiryState"] | undefined, page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/enquiries/pages/EnquiriesPage")),
});
export const enquiry = createRoute({
  getParentRoute: () => desk,
  path: "/enquiries/$id",
  component: lazyRouteComponent(() => import("@/features/enquiries/pages/EnquiryPage")),
});
export const ask = createRoute({
  getParentRoute: () => desk,
  path: "/ask/$listingId",
  component: lazyRouteComponent(() => import("@/features/enquiries/pages/AskPage")),
});
export const dataRooms = createRoute({
  getParentRoute: () => desk,
  path: "/datarooms",
  validateSearch: (search: Search) => only({ page: pageOf(search.page) }),
  component: lazyRouteComponent(() => import("@/features/datarooms/pages/DataRoomsPage")),
});
export const dataRoom = createRoute({
  getParentRoute: () => desk,
  path: "/datarooms/$listingId",
  component: lazyRouteComponent(() => import("@/features/datarooms/pages/DataRoomPage")),
});
