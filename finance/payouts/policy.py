"""Who may see payables, set an account, request, approve and record payouts."""

from typing import Any
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member

VISIBLE = "(:sees_all OR (:reads AND b.organization_id = :org) OR (:runs AND b.run_by = 'platform'))"
"""The list filter over `payout_batch b`; `scope` fills it: the right holder's money people, the platform for what it runs."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "sees_all": actor.is_system,
        "reads": actor.may("payout.request") or actor.may("payout.approve"),
        "runs": actor.may("payout.run"),
        "org": actor.organization_id,
    }


def can_read(actor: Actor, organization_id: UUID, run_by: str) -> Decision:
    """See what a right holder owes."""
    if actor.may("payout.run") and run_by == "platform":
        return ALLOW
    if not actor.belongs_to(organization_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("payout.request") or actor.may("payout.approve") else deny("payout.request")


def can_run(actor: Actor) -> Decision:
    """Prepare payouts for those right holders that chose the platform."""
    return ALLOW if actor.may("payout.run") else deny("payout.run")


def can_request(actor: Actor, organization_id: UUID, run_by: str) -> Decision:
    """Prepare payouts and record what the bank said: the right holder's people, or the platform's where it was chosen."""
    if run_by == "platform":
        return can_run(actor)
    return member(actor, organization_id, may="payout.request")


def can_approve(actor: Actor, organization_id: UUID, requested_by: UUID | None) -> Decision:
    """The right holder's head, whoever prepared it; never the same person."""
    if not actor.belongs_to(organization_id):
        return deny("not_your_organization")
    if not actor.may("payout.approve"):
        return deny("payout.approve")
    return deny("four_eyes") if actor.user_id == requested_by else ALLOW


def can_choose(actor: Actor, organization_id: UUID) -> Decision:
    """Choose who prepares payouts: the right holder's head."""
    return member(actor, organization_id, may="payout.approve")


def can_set_account(actor: Actor, user_id: UUID | None, holders: set[UUID]) -> Decision:
    """A person with a login sets her own account; for all other payees the right holder that owes them does."""
    if user_id is not None:
        return ALLOW if actor.user_id == user_id else deny("own_account_only")
    return member(actor, *holders, may="payout.request")


def can_read_flow(actor: Actor) -> Decision:
    """See where the money of one's university's contracts is."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("distribution.read") else deny("distribution.read")
