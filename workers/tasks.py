"""Celery's shells: keyword-only, one call each. The work is in the rooms and in `relay`."""

from functools import partial
from typing import Any

from celery.signals import worker_process_init, worker_ready
from sqlmodel import Session

import marketplace.app.registry  # noqa: F401  all tables known before the first query
from marketplace.app.supervisor import READY_FILE
from marketplace.core.db import engine
from marketplace.core.settings import settings
from marketplace.core.uow import unit_of_work
from workers import relay
from workers.app import app
from workers.schedule import CLOCKS
from workers.subscriptions import SUBSCRIPTIONS

ROUNDS = 1_000
"""A job that finds more than this at one tick goes on at the next."""

RELAY_SECONDS = 1.0


@worker_process_init.connect
def forget_parents_connections(**_: Any) -> None:
    """A forked worker must not share its parent's database connections."""
    engine().dispose(close=False)


@worker_ready.connect
def begin(**_: Any) -> None:
    """Tell the supervisor, and compare the index once: it may have been away, or the database may be a backup's."""
    home = settings().home
    home.mkdir(parents=True, exist_ok=True)
    (home / READY_FILE).touch()
    tick.apply_async(kwargs={"clock": "reconcile_search"}, queue="default", expires=600)


@app.task(name="workers.relay", queue="default")
def relay_outbox(**_: Any) -> None:
    """Hand every announced fact to its handlers."""
    relay.drain(partial(Session, engine(), expire_on_commit=False), SUBSCRIPTIONS)


@app.task(name="workers.tick")
def tick(*, clock: str, **_: Any) -> None:
    """Do the due work of one clock, one transaction a round."""
    for _round in range(ROUNDS):
        with unit_of_work() as uow:
            if not CLOCKS[clock].work(uow):
                return


app.conf.beat_schedule = {
    "relay": {"task": "workers.relay", "schedule": RELAY_SECONDS, "options": {"expires": 10}}
} | {
    name: {
        "task": "workers.tick",
        "schedule": clock.seconds,
        "kwargs": {"clock": name},
        "options": {"queue": clock.queue, "expires": max(10, clock.seconds)},
    }
    for name, clock in CLOCKS.items()
}
