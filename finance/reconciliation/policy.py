"""Who sees which account compared: a university its own bank account, the platform's administrators the provider's clearing."""

from typing import Any
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member

VISIBLE = "(:sees_all OR (:own AND d.organization_id = :org) OR (:clearing AND d.organization_id IS NULL))"
"""The list filter over days and differences `d`; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "sees_all": actor.is_system,
        "own": actor.organization_kind == "university" and actor.may("bank.import"),
        "clearing": actor.may("audit.read"),
        "org": actor.organization_id,
    }


def can_read(actor: Actor) -> Decision:
    """Whoever looks after an account that is compared."""
    mine = scope(actor)
    return ALLOW if mine["sees_all"] or mine["own"] or mine["clearing"] else deny("bank.import")


def can_see(actor: Actor, organization_id: UUID | None) -> Decision:
    """The same rule as `VISIBLE` for one row."""
    mine = scope(actor)
    own = mine["own"] and organization_id is not None and organization_id == actor.organization_id
    return (
        ALLOW
        if mine["sees_all"] or own or (mine["clearing"] and organization_id is None)
        else deny("bank.import")
    )


def can_resolve(actor: Actor, organization_id: UUID | None) -> Decision:
    """Whoever may say what money was for, or the administrators for the provider's account."""
    if organization_id is None:
        return ALLOW if actor.may("audit.read") else deny("audit.read")
    return member(actor, organization_id, may="bank.match")
