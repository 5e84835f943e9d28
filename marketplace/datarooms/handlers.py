"""Reactions of the room."""

from marketplace.core.uow import UnitOfWork
from marketplace.datarooms import service
from marketplace.events.listings import ListingChanged
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState


def on_listing_changed(uow: UnitOfWork, event: ListingChanged) -> None:
    """End every access to a listing that was withdrawn."""
    if listings.get_listing(uow.as_system(), listing_id=event.listing_id).state == ListingState.WITHDRAWN:
        service.end_of_listing(uow, listing_id=event.listing_id)
