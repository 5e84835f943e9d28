"""Who may see and do what with an application. One rule serves the single row and every list."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, exists, or_, select
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system
from marketplace.deals.models import Deal, DealCommission
from marketplace.deals.schemas import DealState, Side

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
    and_(bindparam("manages", type_=Boolean), col(Deal.manager_id) == bindparam("actor_user", type_=Uuid)),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause; `scope` fills it. A university knows nothing of what was never submitted."""

INVITED: ColumnElement[bool] = and_(
    bindparam("manages", type_=Boolean),
    exists(
        select(col(DealCommission.id)).where(
            col(DealCommission.deal_id) == col(Deal.id),
            col(DealCommission.manager_id) == bindparam("actor_user", type_=Uuid),
            col(DealCommission.state).in_(["proposed", "agreed"]),
        )
    ),
)
"""Deals whose commission the actor may answer: before she agrees she knows what is offered, not what was applied for."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "reads": actor.may("deal.read"),
        "actor_org": actor.organization_id,
        "manages": actor.may("deal.manage"),
        "actor_user": actor.user_id,
        "sees_all": actor.is_system,
    }


def can_see(actor: Actor, deal: Deal) -> Decision:
    """The same rule for one row."""
    if actor.is_system:
        return ALLOW
    if actor.may("deal.manage") and actor.user_id is not None and deal.manager_id == actor.user_id:
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
    return member_or_system(actor, organization_id, may=permission, stranger="not_your_side")


def can_settle(actor: Actor, deal: Deal) -> Decision:
    """Answer an objection to a price: the head of the university's transfer office."""
    return _side(actor, deal.university_id, "listing.approve")


def side_of(actor: Actor, *, firm_id: Any, university_id: Any) -> Side | None:
    """Return for which side the actor may speak in a negotiation; None for anybody else."""
    if actor.belongs_to(firm_id) and actor.may("deal.apply"):
        return "firm"
    if actor.belongs_to(university_id) and actor.may("deal.answer"):
        return "university"
    return None


def can_negotiate(actor: Actor, deal: Deal) -> Decision:
    """Offer, accept and refuse terms, invite a technology manager: whoever speaks for a side."""
    speaks = side_of(actor, firm_id=deal.firm_id, university_id=deal.university_id)
    return ALLOW if speaks else deny("not_your_side")


def can_manage(actor: Actor, commission: DealCommission) -> Decision:
    """Answer a commission and record contributions: the technology manager herself."""
    if commission.manager_id != actor.user_id:
        return deny("not_the_manager")
    return ALLOW if actor.may("deal.manage") else deny("deal.manage")


_FIRM_MOVES = {
    DealState.DRAFT: ("edit", "submit", "withdraw"),
    DealState.QUEUED: ("withdraw",),
    DealState.SUBMITTED: ("withdraw", "offer_to_university"),
    DealState.ANSWERING: ("reply", "withdraw", "offer_to_university"),
    DealState.PRICE_NOTICE: ("withdraw",),
    DealState.OBJECTION: ("withdraw",),
    DealState.TERMS_AGREED: ("withdraw",),
}
_UNIVERSITY_MOVES = {
    DealState.QUEUED: ("decline",),
    DealState.SUBMITTED: ("accept", "ask", "decline", "offer_to_firm"),
    DealState.ANSWERING: ("decline", "offer_to_firm"),
    DealState.PRICE_NOTICE: ("decline",),
    DealState.OBJECTION: ("decline",),
    DealState.TERMS_AGREED: ("decline",),
}
_TALKING = (DealState.SUBMITTED, DealState.ANSWERING)


def moves(
    actor: Actor, *, firm_id: Any, university_id: Any, state: DealState, accepted: bool, offered_by: str = ""
) -> list[str]:
    """Return the steps that the reader may take now, for buttons; the service decides again.

    `offered_by` is the side whose offer lies open: the other one may accept it (`agree_terms`) or refuse it.
    """
    side = side_of(actor, firm_id=firm_id, university_id=university_id)
    if side is None:
        return []
    found = list((_FIRM_MOVES if side == "firm" else _UNIVERSITY_MOVES).get(state, ()))
    if side == "firm" and accepted:
        found = ["agree_terms" if move == "reply" else move for move in found]
    if state in _TALKING and offered_by and offered_by != side:
        found += ["accept_offer", f"refuse_{offered_by}_offer"]
    return found


def turn_of(state: DealState) -> str:
    """Return which side has to act: `firm`, `university` or nobody."""
    return {
        DealState.DRAFT: "firm",
        DealState.SUBMITTED: "university",
        DealState.ANSWERING: "firm",
    }.get(state, "")
