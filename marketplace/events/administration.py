"""What the administrators' desk announces."""

from datetime import date
from typing import ClassVar

from marketplace.core.outbox import Event


class ClockMoved(Event):
    """The demo's date has moved forward: whatever has become due is to happen now and not at the next tick."""

    name: ClassVar[str] = "administration.clock.moved"
    today: date


class ChainHeadKept(Event):
    """The head of a hash chain as a day ended: a copy outside the database shows what is cut off or rewritten later."""

    name: ClassVar[str] = "administration.chain_head.kept"
    chain: str
    day: date
    seq: int
    digest: str
