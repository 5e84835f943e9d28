"""Reactions of the room."""

from marketplace.core.uow import UnitOfWork
from marketplace.enquiries import service
from marketplace.events.deals import DealQueued, DealSubmitted
from marketplace.events.listings import ListingChanged
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState


def on_application(uow: UnitOfWork, event: DealSubmitted | DealQueued) -> None:
    """An enquiry whose firm applies has become an application."""
    service.become_application(uow, listing_id=event.listing_id, firm_id=event.firm_id, deal_id=event.deal_id)


def on_listing_changed(uow: UnitOfWork, event: ListingChanged) -> None:
    """Close the enquiries about a listing that was withdrawn."""
    if listings.get_listing(uow.as_system(), listing_id=event.listing_id).state == ListingState.WITHDRAWN:
        service.close_of_listing(uow, listing_id=event.listing_id)
