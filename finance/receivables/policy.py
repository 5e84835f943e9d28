"""Who may see an invoice. One rule serves the single row and every list."""

from typing import Any
from uuid import UUID

from finance.receivables.models import Adjustment, TaxInvoice
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system

VISIBLE = "(:sees_all OR (:reads AND (i.firm_id = :org OR i.university_id = :org)))"
"""The list filter over `invoice i`; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {"sees_all": actor.is_system, "reads": actor.may("invoice.read"), "org": actor.organization_id}


def can_see(actor: Actor, firm_id: UUID, university_id: UUID) -> Decision:
    """The same rule for one row: the firm that owes and the university that is owed."""
    return member_or_system(actor, firm_id, university_id, may="invoice.read")


def can_propose(actor: Actor, university_id: UUID) -> Decision:
    """Officers of the university that is owed propose credit notes and write-offs."""
    return member_or_system(actor, university_id, may="invoice.manage", stranger="not_the_licensor")


def can_decide(actor: Actor, row: Adjustment) -> Decision:
    """The head approves and refuses; outside the demo that needs a fresh second factor."""
    return member_or_system(actor, row.university_id, may="invoice.approve", stranger="not_the_licensor")


def can_withdraw(actor: Actor, row: Adjustment) -> Decision:
    """Officers take a proposal of their university back."""
    return member_or_system(actor, row.university_id, may="invoice.manage", stranger="not_the_licensor")


def adjustment_step(actor: Actor, row: Adjustment, move: str) -> Decision | None:
    """The policy by the name of a move; None for what arriving money does."""
    if move in ("approve", "refuse"):
        return can_decide(actor, row)
    return can_withdraw(actor, row) if move == "withdraw" else None


ADJUSTMENT_VISIBLE = "(:sees_all OR (:reads AND (a.university_id = :org OR (a.firm_id = :org AND a.state IN ('approved', 'reversed')))))"
"""The list filter over `invoice_adjustment a`: proposals are the university's own affair; `scope` fills it."""

TAX_VISIBLE = "(:sees_all OR (:reads AND :org IN (t.firm_id, t.university_id)))"
"""The list filter over `tax_invoice t`; `scope` fills it."""


def can_ask_tax(actor: Actor, firm_id: UUID) -> Decision:
    """The firm that pays asks for the 发票."""
    return member_or_system(actor, firm_id, may="invoice.pay", stranger="not_the_licensee")


def can_answer_tax(actor: Actor, row: TaxInvoice) -> Decision:
    """The university issues it or sends the request back."""
    return member_or_system(actor, row.university_id, may="invoice.manage", stranger="not_the_licensor")


def can_manage(actor: Actor) -> Decision:
    """Lists that are the work of a university's office."""
    return ALLOW if actor.is_system or actor.may("invoice.manage") else deny("invoice.manage")
