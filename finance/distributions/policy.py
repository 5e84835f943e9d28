"""Who may see, approve and object to the split of income, and write down agreed costs."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member

VISIBLE = (
    "(:sees_all OR (:reads AND (d.university_id = :org OR EXISTS (SELECT 1 FROM distribution_approval own"
    " WHERE own.distribution_id = d.id AND own.organization_id = :org))))"
)
"""The list filter over `distribution d`; `scope` fills it: the right holders, each by its own money people.

Inventors see their own share only, by another list.
"""

COST_VISIBLE = (
    "(:sees_all OR (:reads AND (k.organization_id = :org OR EXISTS (SELECT 1 FROM contract_party p"
    " WHERE p.contract_id = k.contract_id AND p.organization_id = :org AND p.role = 'licensor'))))"
)
"""The list filter over `distribution_cost k`: all right holders of the contract see what comes out of its income."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "sees_all": actor.is_system,
        "reads": actor.may("distribution.read"),
        "org": actor.organization_id,
    }


def can_approve(actor: Actor, holder_id: UUID) -> Decision:
    """The approver of a right holder, for its own part; who pays and who is paid have no say."""
    return member(actor, holder_id, may="distribution.approve")


def is_not_paid(actor: Actor, paid: Collection[UUID | None]) -> Decision:
    """Four eyes: nobody approves a split that gives her a share."""
    return deny("you_are_paid") if actor.user_id in paid else ALLOW


def can_recount(actor: Actor, university_id: UUID) -> Decision:
    """The university that runs the contract has a split counted again."""
    return member(actor, university_id, may="cost.record")


def can_record_cost(actor: Actor, holders: Collection[UUID]) -> Decision:
    """A right holder writes down what it bore; another person of it agrees."""
    return member(actor, *holders, may="cost.record")


def can_agree_cost(actor: Actor, holder_id: UUID, recorded_by: UUID | None) -> Decision:
    """The approver of the holder that bore the cost, never whoever wrote it down."""
    if actor.user_id == recorded_by:
        return deny("four_eyes")
    return can_approve(actor, holder_id)
