"""Reads of the room, one file a subject."""

from marketplace.deals.queries.applications import (
    count_by_state,
    find_listing_of,
    get_deal,
    list_deals,
    list_waiting,
    lock_visible,
)
from marketplace.deals.queries.commissions import (
    find_commission,
    get_commission,
    list_candidates,
    list_contributions,
    list_engagements,
    lock_invited,
)
from marketplace.deals.queries.notices import get_objections, list_price_notices
from marketplace.deals.queries.offers import compare_offer, find_open_offer, needs_notice
from marketplace.deals.queries.records import get_response_rate

__all__ = [
    "compare_offer",
    "count_by_state",
    "find_commission",
    "find_listing_of",
    "find_open_offer",
    "get_commission",
    "get_deal",
    "get_objections",
    "get_response_rate",
    "list_candidates",
    "list_contributions",
    "list_deals",
    "list_engagements",
    "list_price_notices",
    "list_waiting",
    "lock_invited",
    "lock_visible",
    "needs_notice",
]
