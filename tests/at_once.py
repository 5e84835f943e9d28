"""Several people at the same instant, each on a connection of her own with real commits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from threading import Barrier
from typing import TypeVar

from sqlalchemy import Engine, text

from marketplace.core.actor import Actor
from marketplace.core.problems import Problem
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.app.waiting import until

T = TypeVar("T")
Deed = tuple[Actor, Callable[[UnitOfWork], object]]
DONE = "done"
SECONDS = 60
"""After so long without the others nobody waits any more: one of them never came."""


def together(*acts: Callable[[], T]) -> list[T]:
    """Begin all acts at the same instant; gives what each returned, in their order."""
    gate = Barrier(len(acts))

    def one(act: Callable[[], T]) -> T:
        gate.wait(timeout=SECONDS)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def at_once(engine: Engine, *deeds: Deed, now: datetime | None = None) -> list[str]:
    """Let everybody act at the same instant in a transaction of her own; gives `done` or the code of each refusal, in order."""

    def doing(actor: Actor, deed: Callable[[UnitOfWork], object]) -> Callable[[], str]:
        def act() -> str:
            try:
                with unit_of_work(actor=actor, on=engine) as uow:
                    deed(replace(uow, now=now or uow.now))
            except Problem as refusal:
                return refusal.code
            return DONE

        return act

    return together(*(doing(*deed) for deed in deeds))


def in_turns(engine: Engine, actor: Actor, work: Callable[[UnitOfWork], T]) -> tuple[T, T]:
    """Let a second transaction begin the same work before the first has ended; fails unless it waits for that end."""

    def doing() -> T:
        with unit_of_work(actor=actor, on=engine) as uow:
            return work(uow)

    with ThreadPoolExecutor(1) as pool, unit_of_work(actor=actor, on=engine) as mine:
        first, second = work(mine), pool.submit(doing)
        until(lambda: waiting(engine) > 0)
        mine.session.commit()
        return first, second.result(timeout=SECONDS)


def waiting(engine: Engine) -> int:
    """How many transactions of this database wait for an advisory lock that another one holds."""
    with engine.connect() as connection:
        return int(connection.execute(_WAITING).scalar_one())


_WAITING = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
