"""Who may import a bank statement, say what its lines were for, and send money back."""

from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member, member_or_system


def can_import(actor: Actor) -> Decision:
    """A university's transfer office imports the statements of its own account, and reads what is on it."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("bank.import") else deny("bank.import")


def can_match(actor: Actor, organization_id: UUID) -> Decision:
    """The owner of the account says what money in it was for."""
    return member(actor, organization_id, may="bank.match")


def can_take(actor: Actor, organization_id: UUID) -> Decision:
    """The owner of the account, or a handler that recognized the reference on the receipt."""
    return ALLOW if actor.is_system else can_match(actor, organization_id)


def can_see_credit(actor: Actor, university_id: UUID, firm_id: UUID) -> Decision:
    """The payer whose credit it is, and the university that holds it."""
    return member_or_system(actor, university_id, firm_id, may="invoice.read")


def can_use_credit(actor: Actor, firm_id: UUID) -> Decision:
    """The payer decides what its credit pays."""
    return member(actor, firm_id, may="invoice.pay")
