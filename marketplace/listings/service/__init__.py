"""Writes of the room, one file a use case."""

from marketplace.listings.service.approval import approve_listing, return_listing, submit_listing
from marketplace.listings.service.availability import (
    close_listing,
    confirm_listing,
    expire_listings,
    withdraw_listing,
)
from marketplace.listings.service.bulk import PastHolder, PastListing, PastMove, load_listings
from marketplace.listings.service.drafting import (
    create_listing,
    list_missing_parts,
    revise_listing,
)
from marketplace.listings.service.holding import consent_to_listing, require_consents, set_holders
from marketplace.listings.service.importing import commit_import, mend_row, read_import, undo_import
from marketplace.listings.service.notice import (
    get_notice_period,
    publish_listing,
    raise_objection,
    settle_objection,
    start_notice,
)

__all__ = [
    "PastHolder",
    "PastListing",
    "PastMove",
    "approve_listing",
    "close_listing",
    "commit_import",
    "confirm_listing",
    "consent_to_listing",
    "create_listing",
    "expire_listings",
    "get_notice_period",
    "list_missing_parts",
    "load_listings",
    "mend_row",
    "publish_listing",
    "raise_objection",
    "read_import",
    "require_consents",
    "return_listing",
    "revise_listing",
    "set_holders",
    "settle_objection",
    "start_notice",
    "submit_listing",
    "undo_import",
    "withdraw_listing",
]  # fmt: skip
