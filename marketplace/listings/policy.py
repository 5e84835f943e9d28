"""Who may see and do what with a listing. One rule serves the single row and every list."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, literal_column, or_
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member, member_or_system
from marketplace.listings.models import Listing, ListingHolder
from marketplace.listings.schemas import ListingState

PUBLIC_STATES = (ListingState.OPEN, ListingState.CLOSED, ListingState.EXPIRED)
"""What is or was on offer may be opened by anybody; drafts, notices and withdrawn ones may not."""

VISIBLE: ColumnElement[bool] = or_(
    col(Listing.state).in_([literal_column(f"'{state.value}'") for state in PUBLIC_STATES]),
    and_(
        bindparam("reads_own", type_=Boolean),
        col(Listing.university_id) == bindparam("actor_org", type_=Uuid),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause, so that hot statements are built once; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "reads_own": actor.may("listing.read_own"),
        "actor_org": actor.organization_id,
        "sees_all": actor.is_system,
    }


def reads_as_public(actor: Actor) -> bool:
    """Say whether somebody sees of every listing what any visitor sees: nothing of her own, and no steps to take."""
    return not (actor.is_system or actor.may("listing.read_own") or actor.may("listing.write"))


def can_see(actor: Actor, listing: Listing) -> Decision:
    """The same rule for one row."""
    if listing.state in PUBLIC_STATES or actor.is_system:
        return ALLOW
    return _own(actor, listing, "listing.read_own")


def can_write(actor: Actor, listing: Listing) -> Decision:
    """Officers of the university edit, submit, put on notice and publish."""
    return _own(actor, listing, "listing.write")


def can_approve(actor: Actor, listing: Listing) -> Decision:
    """The head of the transfer office approves and settles objections."""
    return _own(actor, listing, "listing.approve")


_MAY: dict[str, Callable[[Actor, Listing], Decision]] = {
    "submit": can_write,
    "return": can_approve,
    "approve": can_approve,
    "start_notice": can_write,
    "publish": can_write,
    "publish_listed": can_write,
    "confirm": can_write,
    "withdraw": can_write,
}


def can_move(actor: Actor, listing: Listing, move: str) -> Decision | None:
    """Who may take a step; None for what follows from something else: an objection, a contract, the calendar."""
    rule = _MAY.get(move)
    return rule(actor, listing) if rule else None


def can_create(actor: Actor) -> Decision:
    """Officers of a university create listings."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("listing.write") else deny("listing.write")


def _own(actor: Actor, listing: Listing, permission: str) -> Decision:
    return member_or_system(actor, listing.university_id, may=permission)


HOLDS: ColumnElement[bool] = or_(
    and_(
        bindparam("reads_holdings", type_=Boolean),
        col(ListingHolder.organization_id) == bindparam("actor_org", type_=Uuid),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""A co-owner's people see what their organization holds a share in, whatever its state; `holder_scope` fills it."""


def holder_scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `HOLDS` for an actor."""
    return {
        "reads_holdings": actor.may("contract.read"),
        "actor_org": actor.organization_id,
        "sees_all": actor.is_system,
    }


def can_consent(actor: Actor, holder: ListingHolder) -> Decision:
    """Those who may sign for a co-owner may consent for it; outside the demo that needs a fresh second factor."""
    return member(actor, holder.organization_id, may="contract.sign")
