"""Who may pay and see a payment."""

from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system


def can_pay(actor: Actor, firm_id: UUID) -> Decision:
    """The firm that owes pays, by a member who may; the product itself for whoever proved a pay link of the firm."""
    return member_or_system(actor, firm_id, may="invoice.pay")


def can_see_payment(actor: Actor, *organization_ids: UUID) -> Decision:
    """The firm that pays and the university that is paid see a payment."""
    return member_or_system(actor, *organization_ids, may="invoice.read", stranger="invoice.read")


def can_replay(actor: Actor) -> Decision:
    """Administrators look at notices that were parked and put them back to work."""
    return ALLOW if actor.may("inbox.replay") else deny("inbox.replay")


def person_of(actor: Actor) -> UUID:
    """Return who acts, for what only a person does; a defect (`LookupError`) where nobody does."""
    if actor.user_id is None:
        message = "a person makes a pay link"
        raise LookupError(message)
    return actor.user_id


def can_see_troubles(actor: Actor) -> Decision:
    """Whoever reads the checks sees what goes wrong between a provider and us."""
    return ALLOW if actor.may("health.read") else deny("health.read")
