"""The form of an access decision: allowed, or denied with a stable reason code."""

from dataclasses import dataclass
from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.problems import Forbidden


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a policy function; `reason` is empty when allowed."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOW = Decision(allowed=True)


def deny(reason: str) -> Decision:
    """Return a refusal with a reason code such as `not_your_organization`."""
    return Decision(allowed=False, reason=reason)


def member(
    actor: Actor, *organization_ids: UUID | None, may: str, stranger: str = "not_your_organization"
) -> Decision:
    """Allow people of one of some organizations whose role holds a permission; `stranger` is the reason for all others."""
    if not actor.belongs_to(*organization_ids):
        return deny(stranger)
    return ALLOW if actor.may(may) else deny(may)


def member_or_system(
    actor: Actor, *organization_ids: UUID | None, may: str, stranger: str = "not_your_organization"
) -> Decision:
    """Allow what `member` allows, and the clock or a handler."""
    return ALLOW if actor.is_system else member(actor, *organization_ids, may=may, stranger=stranger)


def require(decision: Decision) -> None:
    """Raise `Forbidden` with the reason unless the decision allows."""
    if not decision.allowed:
        raise Forbidden(reason=decision.reason)
