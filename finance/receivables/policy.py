"""Who may see an invoice. One rule serves the single row and every list."""

from typing import Any

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny

VISIBLE = "(:sees_all OR (:reads AND (i.firm_id = :org OR i.university_id = :org)))"
"""The list filter over `invoice i`; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"sees_all": actor.is_system, "reads": actor.may("invoice.read"), "org": actor.organization_id}


def can_see(actor: Actor, firm_id: object, university_id: object) -> Decision:
    """The same rule for one row: the firm that owes and the university that is owed."""
    if actor.is_system:
        return ALLOW
    if actor.organization_id not in (firm_id, university_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("invoice.read") else deny("invoice.read")
