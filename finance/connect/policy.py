"""Who may open and use a university's account at the provider, and take a transfer back."""

from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member


def can_open(actor: Actor) -> Decision:
    """Open the account of one's own university, fill it in and see it: its money people."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("payout.request") else deny("payout.request")


def can_use(actor: Actor, opened_by: UUID | None) -> Decision:
    """Make the account the university's way: its head, never whoever opened it."""
    decision = can_stop(actor)
    return deny("four_eyes") if decision and actor.user_id == opened_by else decision


def can_stop(actor: Actor) -> Decision:
    """Go back to the bank: the head alone, since nothing new is trusted."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("payout.approve") else deny("payout.approve")


def can_take_back(actor: Actor, organization_id: UUID) -> Decision:
    """Take back a transfer of one's own batch: the head, who approved what goes out."""
    return member(actor, organization_id, may="payout.approve")
