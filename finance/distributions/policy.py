"""Who may see and approve the split of income."""

from typing import Any
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE = "(:sees_all OR (:reads AND d.university_id = :org))"
"""The list filter over `distribution d`; `scope` fills it. Inventors see their own share only, by another list."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "sees_all": actor.is_system,
        "reads": actor.may("distribution.read"),
        "org": actor.organization_id,
    }


def can_approve(actor: Actor, university_id: UUID) -> Decision:
    """The university's approver; who pays and who is paid have no say."""
    if not actor.belongs_to(university_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("distribution.approve") else deny("distribution.approve")


def can_audit(actor: Actor, university_id: UUID) -> Decision:
    """The entries behind a contract: its university's money people, and auditors."""
    if actor.may("audit.read"):
        return ALLOW
    if not actor.belongs_to(university_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("distribution.read") else deny("distribution.read")
