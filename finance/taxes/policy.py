"""Who sees and who overrules suggestions."""

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny


def can_read(actor: Actor) -> Decision:
    """Whoever reads the books."""
    return ALLOW if actor.may("ledger.read") or actor.may("audit.read") else deny("ledger.read")


def can_overrule(actor: Actor) -> Decision:
    """The people of a university who look after its bills, for its own contracts."""
    if actor.organization_kind != "university":
        return deny("not_a_university")
    return ALLOW if actor.may("invoice.manage") else deny("invoice.manage")
