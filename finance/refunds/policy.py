"""Who may see, ask for and decide refunds. One rule serves the single row and every list."""

from typing import Any
from uuid import UUID

from finance.refunds.models import Refund
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE = (
    "(:sees_all OR (:asks AND r.university_id = :org)"
    " OR (:reads AND r.firm_id = :org AND r.state NOT IN ('requested', 'declined', 'withdrawn')))"
)
"""The list filter over `refund r`: what is not approved is the university's own affair; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "sees_all": actor.is_system or _is_platform(actor),
        "asks": actor.may("refund.request"),
        "reads": actor.may("invoice.read"),
        "org": actor.organization_id,
    }


def _is_platform(actor: Actor) -> bool:
    return actor.may("audit.read") and actor.may("refund.request")


def can_request(actor: Actor, university_id: UUID) -> Decision:
    """Officers of the university that was paid, and the platform's administrator, ask for a refund and take it back."""
    return _of(actor, university_id, "refund.request")


def can_decide(actor: Actor, university_id: UUID) -> Decision:
    """The head of the office, or the platform's administrator; outside the demo that needs a fresh second factor."""
    return _of(actor, university_id, "refund.approve")


def _of(actor: Actor, university_id: UUID, permission: str) -> Decision:
    if not (_is_platform(actor) or actor.belongs_to(university_id)):
        return deny("not_your_organization")
    return ALLOW if actor.may(permission) else deny(permission)


def step(actor: Actor, row: Refund, move: str) -> Decision | None:
    """The policy by the name of a move; None for what the provider's answers do."""
    if move in ("submit", "hand_to_bank"):
        fits = move == ("submit" if row.way == "provider" else "hand_to_bank")
        return can_decide(actor, row.university_id) if fits else None
    if move == "decline":
        return can_decide(actor, row.university_id)
    return can_request(actor, row.university_id) if move == "withdraw" else None
