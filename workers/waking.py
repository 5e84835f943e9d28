"""Waking the clocks before their time. A message only wakes: what is due, the rows decide."""

from marketplace.core.uow import UnitOfWork
from marketplace.events.administration import ClockMoved
from workers.app import app
from workers.schedule import CLOCKS

UNDATED = frozenset({"build_missing_search", "reconcile_search"})
"""Clocks that ask for no date: to wake them would only keep others waiting."""


def on_clock_moved(_: UnitOfWork, __: ClockMoved) -> None:
    """Let every clock tick at once: somebody has moved the date and waits at the screen for what follows."""
    for name, clock in CLOCKS.items():
        if name in UNDATED:
            continue
        app.send_task("workers.tick", kwargs={"clock": name}, queue=clock.queue, expires=60)
