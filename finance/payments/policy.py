"""Who may pay, see a payment, import a bank statement and match its lines."""

from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny


def can_pay(actor: Actor, firm_id: UUID) -> Decision:
    """The firm that owes pays, by a member who may."""
    if not actor.belongs_to(firm_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("invoice.pay") else deny("invoice.pay")


def can_see_payment(actor: Actor, *organization_ids: UUID) -> Decision:
    """The firm that pays and the university that is paid see a payment."""
    if actor.is_system:
        return ALLOW
    return (
        ALLOW if actor.belongs_to(*organization_ids) and actor.may("invoice.read") else deny("invoice.read")
    )


def can_import(actor: Actor) -> Decision:
    """A university's transfer office imports the statements of its own account."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("bank.import") else deny("bank.import")


def can_match(actor: Actor, organization_id: UUID) -> Decision:
    """The owner of the account says what money in it was for."""
    if not actor.belongs_to(organization_id):
        return deny("not_your_organization")
    return ALLOW if actor.may("bank.match") else deny("bank.match")


def can_take(actor: Actor, organization_id: UUID) -> Decision:
    """The owner of the account, or a handler that recognized the reference on the receipt."""
    return ALLOW if actor.is_system else can_match(actor, organization_id)


def can_replay(actor: Actor) -> Decision:
    """Administrators look at notices that were parked and put them back to work."""
    return ALLOW if actor.may("inbox.replay") else deny("inbox.replay")
