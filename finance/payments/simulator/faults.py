"""What can be told to go wrong: the script of coming calls and announcements that `/_control/faults` takes.

A script names an operation (`POST checkout/sessions`, `webhook TYPE`, `*` for whatever comes) and what happens to the
next `times` of it. Every fault is one that the real provider, the net between us or a stranger can cause.
"""

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, Field

OLD_SECONDS = 301
"""How old a replayed announcement is unless told otherwise: a second past what receivers tolerate."""

CallFault = Literal["500", "500-after-work", "503", "drop", "drop-after-work", "delay", "429", "409"]
"""Of a call: an error or a cut connection before the work or after it, late, too many, or the key is still in use."""
WebhookFault = Literal["duplicate", "reorder", "lose", "delay", "forged", "old"]
"""Of an announcement: `copies` more, after the next one, never, late; a forged or an old one comes before the genuine."""

_BROKEN = {"error": {"type": "api_error", "message": "An error occurred on our side."}}
_TOO_MANY = {
    "error": {"type": "invalid_request_error", "code": "rate_limit", "message": "Too many requests."}
}
_IN_USE = {
    "error": {
        "type": "idempotency_error",
        "code": "idempotency_key_in_use",
        "message": "Another request with this key is running.",
    }
}
BEFORE: dict[str, tuple[int, dict[str, Any]]] = {
    "500": (500, _BROKEN), "503": (503, _BROKEN), "drop": (500, _BROKEN), "429": (429, _TOO_MANY), "409": (409, _IN_USE),
}  # fmt: skip
"""What is answered instead of working."""
AFTER: dict[str, tuple[int, dict[str, Any]]] = {
    "500-after-work": (500, _BROKEN), "drop-after-work": (500, _BROKEN),
}  # fmt: skip
"""What is answered although the work was done."""
DROPS = frozenset({"drop", "drop-after-work"})


class FaultScript(BaseModel):
    """From the `skip`+1-th on, `times` calls or announcements of `op` go wrong; of several scripts the first counts."""

    op: str
    do: CallFault | WebhookFault
    skip: int = Field(0, ge=0)
    times: int = Field(1, ge=1)
    seconds: float = Field(0, ge=0, description="of `delay`: how late; of `old`: how old, 301 when left out")
    copies: int = Field(1, ge=1, description="of `duplicate`: how often it comes again")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One sending of an announcement: `wait` seconds from now, or held or lost; `secret` and `age` make it a false one."""

    state: Literal["pending", "held", "lost"] = "pending"
    wait: float = 0
    false: bool = False
    age: float = 0
    secret: str = ""


def deliveries(fault: dict[str, Any] | None) -> list[Delivery]:
    """Say how an announcement is sent under a fault, in order."""
    if fault is None:
        return [Delivery()]
    seconds = float(fault["seconds"])
    sent = {
        "delay": [Delivery(wait=seconds)],
        "lose": [Delivery("lost")],
        "reorder": [Delivery("held")],
        "duplicate": [Delivery()] * (1 + fault["copies"]),
        "forged": [Delivery(false=True, secret="whsec_of_a_stranger"), Delivery()],  # noqa: S106 - to be refused
        "old": [Delivery(false=True, age=seconds or OLD_SECONDS), Delivery()],
    }
    return sent.get(fault["do"], [Delivery()])
