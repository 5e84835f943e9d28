"""Who may see and do what with an application. One rule serves the single row and every list."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, or_
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny
from marketplace.deals.models import Deal
from marketplace.deals.schemas import DealState

VISIBLE: ColumnElement[bool] = or_(
    and_(
        bindparam("reads", type_=Boolean),
        or_(
            col(Deal.firm_id) == bindparam("actor_org", type_=Uuid),
            and_(
                col(Deal.university_id) == bindparam("actor_org", type_=Uuid),
                col(Deal.submitted_at).is_not(None),
            ),
        ),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause; `scope` fills it. A university knows nothing of what was never submitted."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"reads": actor.may("deal.read"), "actor_org": actor.organization_id, "sees_all": actor.is_system}


def can_see(actor: Actor, deal: Deal) -> Decision:
    """The same rule for one row."""
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(deal.firm_id, deal.university_id):
        return deny("not_your_organization")
    if not actor.belongs_to(deal.firm_id) and deal.submitted_at is None:
        return deny("not_submitted")
    return ALLOW if actor.may("deal.read") else deny("deal.read")


def can_apply(actor: Actor) -> Decision:
    """Members of a firm who may apply for it."""
    if actor.organization_kind != "sme":
        return deny("not_a_firm")
    return ALLOW if actor.may("deal.apply") else deny("deal.apply")


def can_act_for_firm(actor: Actor, deal: Deal) -> Decision:
    """Edit, submit, reply, agree and withdraw: the applying firm."""
    return _side(actor, deal.firm_id, "deal.apply")


def can_answer(actor: Actor, deal: Deal) -> Decision:
    """Accept, decline and ask: the university that offers the listing."""
    return _side(actor, deal.university_id, "deal.answer")


def _side(actor: Actor, organization_id: Any, permission: str) -> Decision:
    if actor.is_system:
        return ALLOW
    if not actor.belongs_to(organization_id):
        return deny("not_your_side")
    return ALLOW if actor.may(permission) else deny(permission)


_FIRM_MOVES = {
    DealState.DRAFT: ("edit", "submit", "withdraw"),
    DealState.QUEUED: ("withdraw",),
    DealState.SUBMITTED: ("withdraw",),
    DealState.ANSWERING: ("reply", "withdraw"),
    DealState.TERMS_AGREED: ("withdraw",),
}
_UNIVERSITY_MOVES = {
    DealState.QUEUED: ("decline",),
    DealState.SUBMITTED: ("accept", "ask", "decline"),
    DealState.ANSWERING: ("decline",),
    DealState.TERMS_AGREED: ("decline",),
}


def moves(actor: Actor, *, firm_id: Any, university_id: Any, state: DealState, accepted: bool) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again."""
    if actor.belongs_to(firm_id) and actor.may("deal.apply"):
        found = _FIRM_MOVES.get(state, ())
        return ["agree_terms" if accepted and move == "reply" else move for move in found]
    if actor.belongs_to(university_id) and actor.may("deal.answer"):
        return list(_UNIVERSITY_MOVES.get(state, ()))
    return []


def turn_of(state: DealState) -> str:
    """Return which side has to act: `firm`, `university` or nobody."""
    return {
        DealState.DRAFT: "firm",
        DealState.SUBMITTED: "university",
        DealState.ANSWERING: "firm",
    }.get(state, "")
