"""Who may see and do what with an enquiry. One rule serves the single row and every list."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, or_
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.schemas import EnquiryState

VISIBLE: ColumnElement[bool] = or_(
    and_(
        bindparam("reads", type_=Boolean),
        or_(
            col(Enquiry.firm_id) == bindparam("actor_org", type_=Uuid),
            col(Enquiry.university_id) == bindparam("actor_org", type_=Uuid),
        ),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause; `scope` fills it. Nobody but the two sides knows of an enquiry."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"reads": actor.may("deal.read"), "actor_org": actor.organization_id, "sees_all": actor.is_system}


def can_see(actor: Actor, enquiry: Enquiry) -> Decision:
    """The same rule for one row."""
    return member_or_system(actor, enquiry.firm_id, enquiry.university_id, may="deal.read")


def can_ask(actor: Actor) -> Decision:
    """Members of a firm who may apply for it may ask for it."""
    if actor.organization_kind != "sme":
        return deny("not_a_firm")
    return ALLOW if actor.may("deal.apply") else deny("deal.apply")


def can_follow_up(actor: Actor, enquiry: Enquiry) -> Decision:
    """The firm that asked goes on asking."""
    return _side(actor, enquiry.firm_id, "deal.apply")


def can_answer(actor: Actor, enquiry: Enquiry) -> Decision:
    """The university that offers the listing answers."""
    return _side(actor, enquiry.university_id, "deal.answer")


def can_close(actor: Actor, enquiry: Enquiry) -> Decision:
    """Either side closes the conversation."""
    if actor.belongs_to(enquiry.firm_id):
        return can_follow_up(actor, enquiry)
    return can_answer(actor, enquiry)


def _side(actor: Actor, organization_id: UUID, permission: str) -> Decision:
    return member_or_system(actor, organization_id, may=permission, stranger="not_your_side")


def moves(actor: Actor, *, firm_id: UUID, university_id: UUID, state: EnquiryState) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again."""
    found: tuple[str, ...] = ()
    if actor.belongs_to(firm_id) and actor.may("deal.apply"):
        found = {EnquiryState.WAITING: ("close",), EnquiryState.ANSWERED: ("follow_up", "close")}.get(
            state, ()
        )
    elif actor.belongs_to(university_id) and actor.may("deal.answer"):
        found = {EnquiryState.WAITING: ("answer", "close"), EnquiryState.ANSWERED: ("close",)}.get(state, ())
    return list(found)
