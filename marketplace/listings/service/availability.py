"""After publication: withdraw, close, expire, confirm again."""

from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlmodel import col, select

from marketplace.core.due import each_due
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.listings import ListingChanged
from marketplace.listings import policy, queries
from marketplace.listings.models import Listing
from marketplace.listings.schemas import ListingState
from marketplace.listings.service.steps import take_step
from marketplace.listings.states import LISTING, Facts
from marketplace.rulebook import queries as rulebook


def withdraw_listing(uow: UnitOfWork, *, listing_id: UUID, reason: str) -> None:
    """Take a listing back. Licences already given are not affected (专利法 §50)."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "withdraw", reason=reason)
    uow.publish(ListingChanged(listing_id=row.id))
    uow.session.flush()


def close_listing(uow: UnitOfWork, *, listing_id: UUID) -> None:
    """Take a listing off the market because an exclusive or sole licence was given; called by the room of contracts."""
    row = queries.lock_visible(uow.as_system(), listing_id)
    advance(uow, LISTING, row, "close", facts=Facts(uow.today))
    uow.publish(ListingChanged(listing_id=row.id))
    uow.session.flush()


def confirm_listing(uow: UnitOfWork, *, listing_id: UUID) -> None:
    """Say that rights and contact still hold: an expired listing opens again, an open one runs longer."""
    row = queries.lock_visible(uow, listing_id)
    if row.state == ListingState.OPEN:
        require(policy.can_write(uow.actor, row))
    else:
        take_step(uow, row, "confirm")
    row.expires_on = uow.today + relativedelta(months=rulebook.value("listing_confirm_months", uow.today))
    uow.publish(ListingChanged(listing_id=row.id))
    uow.session.flush()


def expire_listings(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Expire open listings that nobody confirmed in time; returns how many. Driven by rows that are due."""
    due = (
        select(Listing)
        .where(Listing.state == ListingState.OPEN, col(Listing.expires_on) < uow.today)
        .order_by(col(Listing.expires_on), col(Listing.id))
    )

    def expire(row: Listing) -> None:
        advance(uow, LISTING, row, "expire", facts=Facts(uow.today))
        uow.publish(ListingChanged(listing_id=row.id))

    return each_due(uow, "expire_listings", due, expire, limit=limit)
