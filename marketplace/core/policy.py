"""The form of an access decision: allowed, or denied with a stable reason code."""

from dataclasses import dataclass

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


def require(decision: Decision) -> None:
    """Raise `Forbidden` with the reason unless the decision allows."""
    if not decision.allowed:
        raise Forbidden(reason=decision.reason)
