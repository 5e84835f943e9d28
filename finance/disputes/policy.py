"""Who may see and answer disputes, and give up claims. One rule serves the single row and every list."""

from typing import Any
from uuid import UUID

from finance.disputes.models import Dispute, DisputeClaim
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE = "(:sees_all OR (:works AND d.university_id = :org))"
"""The list filter over `dispute d`: the university that was paid, and the platform; `scope` fills it. The payer sees its bill."""

CLAIM_VISIBLE = "(:sees_all OR (:works AND :org IN (k.university_id, k.holder_id)) OR k.user_id = :person)"
"""The list filter over `dispute_claim k`: the university, the right holder that paid the share, the platform, and who owes it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill the filters for an actor."""
    return {
        "sees_all": actor.is_system or _is_platform(actor),
        "works": actor.may("refund.request"),
        "org": actor.organization_id,
        "person": actor.user_id,
    }


def _is_platform(actor: Actor) -> bool:
    return actor.may("audit.read") and actor.may("refund.request")


def can_answer(actor: Actor, university_id: UUID) -> Decision:
    """Officers of the university that was paid, and the platform's administrator, send evidence."""
    if not (_is_platform(actor) or actor.belongs_to(university_id)):
        return deny("not_your_organization")
    return ALLOW if actor.may("refund.request") else deny("refund.request")


def can_ask_write_off(actor: Actor, row: DisputeClaim) -> Decision:
    """The right holder that paid the share, the university, and the platform ask to give a claim up."""
    if not (_is_platform(actor) or actor.belongs_to(row.university_id, row.holder_id)):
        return deny("not_your_organization")
    return ALLOW if actor.may("refund.request") else deny("refund.request")


def can_write_off(actor: Actor) -> Decision:
    """The platform bears what is given up, so its administrator decides; outside the demo that needs a fresh second factor."""
    if not _is_platform(actor):
        return deny("dispute.write_off")
    return ALLOW if actor.may("refund.approve") else deny("refund.approve")


def step(actor: Actor, row: Dispute, move: str) -> Decision | None:
    """The policy of a move of a dispute by its name; None for what the provider's word does."""
    return can_answer(actor, row.university_id) if move == "send" else None


def claim_step(actor: Actor, row: DisputeClaim, move: str) -> Decision | None:
    """The policy of a move of a claim by its name; None for what keeping back does."""
    if move == "ask":
        return can_ask_write_off(actor, row)
    return can_write_off(actor) if move in ("approve", "decline") else None
