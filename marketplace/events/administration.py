"""What the administrators' desk announces."""

from datetime import date
from typing import ClassVar

from marketplace.core.outbox import Event


class ClockMoved(Event):
    """The demo's date has moved forward: whatever has become due is to happen now and not at the next tick."""

    name: ClassVar[str] = "administration.clock.moved"
    today: date
