"""A step of people: the same policy and guards that `choices` shows before the click."""

from marketplace.core.fsm import advance
from marketplace.core.policy import deny, require
from marketplace.core.uow import UnitOfWork
from marketplace.listings import policy, queries
from marketplace.listings.choices import gather
from marketplace.listings.models import Listing
from marketplace.listings.states import LISTING


def take_step(uow: UnitOfWork, row: Listing, move: str, *, reason: str | None = None) -> None:
    """Move a locked listing. Raises `Forbidden`, `IllegalMove` or what a guard returns."""
    decision = policy.can_move(uow.actor, row, move)
    require(deny(move) if decision is None else decision)
    view = queries.get_listing(uow.as_system(), listing_id=row.id)
    advance(uow, LISTING, row, move, facts=gather(uow, view), reason=reason)
