"""Who may see and do what with a filing: both sides of the contract see it, the university's office acts."""

from typing import Any

from marketplace.core.actor import Actor
from marketplace.core.policy import Decision, member_or_system
from marketplace.filings.models import Filing

VISIBLE = "(:sees_all OR (:reads AND (f.firm_id = :org OR f.university_id = :org)))"
"""The list filter over `filing f`; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"sees_all": actor.is_system, "reads": actor.may("contract.read"), "org": actor.organization_id}


def can_see(actor: Actor, filing: Filing) -> Decision:
    """The same rule for one row."""
    return member_or_system(actor, filing.firm_id, filing.university_id, may="contract.read")


def can_file(actor: Actor, filing: Filing) -> Decision:
    """Hand in, enter the answer, waive: the licensor's office."""
    return member_or_system(actor, filing.university_id, may="contract.sign", stranger="not_the_licensor")
