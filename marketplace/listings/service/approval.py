"""Internal approval: an officer submits, another person approves or returns."""

from uuid import UUID

from marketplace.core.uow import UnitOfWork
from marketplace.events.listings import ListingApproved, ListingChanged, ListingSubmitted
from marketplace.listings import queries
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingView
from marketplace.listings.service.holding import ask_holders
from marketplace.listings.service.steps import take_step


def submit_listing(uow: UnitOfWork, *, listing_id: UUID) -> ListingView:
    """Hand a draft to the approver. Raises `ListingIncomplete` with each missing part, `RightLapsed`."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "submit")
    row.submitted_by = uow.actor.user_id
    ask_holders(uow, row)
    uow.publish(
        ListingSubmitted(
            listing_id=row.id, university_id=row.university_id, number=row.number, title=row.title
        )
    )
    return _changed(uow, row)


def approve_listing(uow: UnitOfWork, *, listing_id: UUID) -> ListingView:
    """Approve a submission of somebody else. Raises `OwnSubmission`, `RightLapsed`."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "approve")
    uow.audit("listing.approved", "listing", row.id, terms_hash=row.terms_hash)
    uow.publish(
        ListingApproved(
            listing_id=row.id,
            university_id=row.university_id,
            number=row.number,
            title=row.title,
            submitted_by=row.submitted_by,
        )
    )
    return _changed(uow, row)


def return_listing(uow: UnitOfWork, *, listing_id: UUID, reason: str) -> ListingView:
    """Send a submission back to its officer with a reason."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "return", reason=reason)
    return _changed(uow, row)


def _changed(uow: UnitOfWork, row: Listing) -> ListingView:
    uow.publish(ListingChanged(listing_id=row.id))
    uow.session.flush()
    return queries.get_listing(uow, listing_id=row.id)
