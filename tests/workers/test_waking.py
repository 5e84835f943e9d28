"""Whoever moves the demo's date sees at once what has become due."""

from datetime import date
from queue import Empty

from marketplace.core.uow import UnitOfWork
from marketplace.events.administration import ClockMoved
from workers.app import QUEUES, app
from workers.schedule import CLOCKS
from workers.subscriptions import SUBSCRIPTIONS
from workers.waking import UNDATED


def waiting() -> list[tuple[str, str]]:
    """Take every message off the broker and return its queue and the clock it wakes."""
    found = []
    with app.connection_for_read() as connection:
        for name in QUEUES:
            queue = connection.SimpleQueue(app.amqp.queues[name])
            try:
                while True:
                    message = queue.get_nowait()
                    message.ack()
                    found.append((name, message.payload[1]["clock"]))
            except Empty:
                queue.close()
    return found


def test_a_moved_date_wakes_every_clock_that_asks_for_one(uow: UnitOfWork) -> None:
    waiting()
    for react in SUBSCRIPTIONS[ClockMoved]:
        react(uow, ClockMoved(today=date(2027, 1, 1)))
    assert sorted(waiting()) == sorted(
        (clock.queue, name) for name, clock in CLOCKS.items() if name not in UNDATED
    )
