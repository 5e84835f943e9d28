"""Who may know of a room and its accesses, and who may read in it. One rule serves the single row and every list."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, or_
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member, member_or_system
from marketplace.core.problems import Problem
from marketplace.datarooms.errors import AccessNotActive, RoomClosed
from marketplace.datarooms.models import DataAccess
from marketplace.datarooms.schemas import AccessState

VISIBLE: ColumnElement[bool] = or_(
    and_(
        bindparam("reads", type_=Boolean),
        or_(
            col(DataAccess.firm_id) == bindparam("actor_org", type_=Uuid),
            col(DataAccess.university_id) == bindparam("actor_org", type_=Uuid),
        ),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause; `scope` fills it. Nobody but the two sides knows of an access."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"reads": actor.may("deal.read"), "actor_org": actor.organization_id, "sees_all": actor.is_system}


def can_see(actor: Actor, access: DataAccess) -> Decision:
    """The same rule for one row."""
    return member_or_system(actor, access.firm_id, access.university_id, may="deal.read")


def can_ask(actor: Actor) -> Decision:
    """Members of a firm who may apply for it may ask for documents."""
    if actor.organization_kind != "sme":
        return deny("not_a_firm")
    return ALLOW if actor.may("deal.apply") else deny("deal.apply")


def can_edit_room(actor: Actor, university_id: UUID) -> Decision:
    """Officers of the university upload, remove, open and close."""
    return _side(actor, university_id, "listing.write")


def can_decide(actor: Actor, access: DataAccess) -> Decision:
    """The university agrees, declines and revokes."""
    return _side(actor, access.university_id, "deal.answer")


def can_withdraw(actor: Actor, access: DataAccess) -> Decision:
    """The firm takes its request back, or gives its access up."""
    return _side(actor, access.firm_id, "deal.apply")


def can_sign(actor: Actor, access: DataAccess) -> Decision:
    """The person who may sign contracts for a side signs the undertaking."""
    return member(actor, access.firm_id, access.university_id, may="contract.sign", stranger="not_a_party")


def can_read_files(actor: Actor) -> Decision:
    """Members who may read documents for their organization."""
    return ALLOW if actor.may("document.read") else deny("document.read")


def reading_refused(*, state: str, expires_on: date | None, is_open: bool, today: date) -> Problem | None:
    """Return why a firm's access opens nothing today: the calendar decides at once, whether the clock ran or not."""
    if state != AccessState.ACTIVE or expires_on is None or expires_on < today:
        return AccessNotActive()
    return None if is_open else RoomClosed()


def _side(actor: Actor, organization_id: UUID, permission: str) -> Decision:
    return member_or_system(actor, organization_id, may=permission, stranger="not_your_side")


_FIRM_MOVES = {
    AccessState.ASKED: ("withdraw",),
    AccessState.OFFERED: ("sign", "withdraw"),
    AccessState.FIRM_SIGNED: ("withdraw",),
    AccessState.ACTIVE: ("withdraw",),
}
_UNIVERSITY_MOVES = {
    AccessState.ASKED: ("offer", "decline"),
    AccessState.OFFERED: ("decline",),
    AccessState.FIRM_SIGNED: ("countersign", "decline"),
    AccessState.ACTIVE: ("revoke",),
}
_NEEDS = {"sign": "contract.sign", "countersign": "contract.sign", "withdraw": "deal.apply"}


def moves(actor: Actor, *, firm_id: UUID, university_id: UUID, state: AccessState) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again."""
    found: tuple[str, ...] = ()
    if actor.belongs_to(firm_id):
        found = _FIRM_MOVES.get(state, ())
    elif actor.belongs_to(university_id):
        found = _UNIVERSITY_MOVES.get(state, ())
    return [move for move in found if actor.may(_NEEDS.get(move, "deal.answer"))]


def turn_of(state: AccessState) -> str:
    """Return which side has to act: `firm`, `university` or nobody."""
    return {
        AccessState.ASKED: "university",
        AccessState.OFFERED: "firm",
        AccessState.FIRM_SIGNED: "university",
    }.get(state, "")
