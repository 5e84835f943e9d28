"""The relay: each announcement reaches each handler once in effect, in order for a subject, whatever fails."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, text
from sqlmodel import Session

from marketplace.core.db import make_engine
from marketplace.core.ids import new_id
from marketplace.core.outbox import Event
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.app.waiting import until
from workers import relay

_heard: list[tuple[str, int]] = []
_fail_at: set[int] = set()


class Counted(Event):
    """An announcement for these tests."""

    name: ClassVar[str] = "tests.thing.counted"
    thing_id: UUID
    number: int


def note(uow: UnitOfWork, event: Counted) -> None:
    """Write a row, then fail if told to: the row must vanish with the failure."""
    uow.audit("tests.noted", "thing", event.thing_id, number=event.number)
    uow.session.flush()
    if event.number in _fail_at:
        raise RuntimeError("told to fail")
    _heard.append(("note", event.number))


def also(_: UnitOfWork, event: Counted) -> None:
    """A second handler, which the failures of the first must not stop."""
    _heard.append(("also", event.number))


BOTH: relay.Subscriptions = {Counted: (note, also)}


@pytest.fixture
def sessions(committed_engine: Engine) -> Iterator[Callable[[], Session]]:
    _heard.clear()
    _fail_at.clear()
    yield lambda: Session(committed_engine, expire_on_commit=False)
    _fail_at.clear()


def announce(engine: Engine, *numbers: int, thing: UUID | None = None) -> None:
    with unit_of_work(on=engine) as uow:
        for number in numbers:
            uow.publish(Counted(thing_id=thing or new_id(), number=number))
            uow.session.flush()


def noted(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        found = connection.execute(
            text("SELECT (detail->>'number')::int FROM audit_entry WHERE action = 'tests.noted' ORDER BY seq")
        )
        return list(found.scalars())


def test_every_handler_hears_every_event_once(
    committed_engine: Engine, sessions: Callable[[], Session]
) -> None:
    announce(committed_engine, 1, 2)
    assert relay.drain(sessions, BOTH) == 4
    assert relay.drain(sessions, BOTH) == 0
    assert sorted(_heard) == [("also", 1), ("also", 2), ("note", 1), ("note", 2)]


@pytest.mark.fault("W10")
def test_what_was_claimed_is_delivered_though_another_looks_at_it_meanwhile(
    committed_engine: Engine, sessions: Callable[[], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = relay._claim
    with committed_engine.connect() as other, ThreadPoolExecutor(1) as pool:

        def seen_by_another(*facts: Any) -> Any:
            claimed = claim(*facts)
            other.execute(text("SELECT 1 FROM outbox_delivery FOR UPDATE"))
            return claimed

        monkeypatch.setattr(relay, "_claim", seen_by_another)
        announce(committed_engine, 1)
        with sessions() as session:
            relay.fan_out(session, {Counted: (note,)})
            session.commit()
        delivered = pool.submit(relay.deliver, sessions, {Counted: (note,)})
        until(lambda: delivered.done() or somebody_waits(other))
        other.rollback()
        assert delivered.result() == 1
    assert _heard == [("note", 1)]


def somebody_waits(looking: Connection) -> bool:
    """Say whether anybody waits for a lock."""
    return bool(looking.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar_one())


@pytest.mark.fault("W07")
def test_a_failure_leaves_no_trace_and_holds_back_only_its_own_subject(
    committed_engine: Engine, sessions: Callable[[], Session]
) -> None:
    thing = new_id()
    announce(committed_engine, 1, 2, thing=thing)
    announce(committed_engine, 3)
    _fail_at.add(1)
    relay.drain(sessions, BOTH)
    assert noted(committed_engine) == [3], "2 waits for 1, the other thing does not"
    assert sorted(_heard) == [("also", 1), ("also", 2), ("also", 3), ("note", 3)]

    _fail_at.clear()
    with committed_engine.begin() as connection:
        connection.execute(text("UPDATE outbox_delivery SET next_at = now() WHERE state = 'pending'"))
    relay.drain(sessions, BOTH)
    assert noted(committed_engine) == [3, 1, 2]


@pytest.mark.fault("W07")
def test_after_twelve_tries_a_delivery_is_parked_and_another_try_can_be_given(
    committed_engine: Engine, sessions: Callable[[], Session]
) -> None:
    announce(committed_engine, 7)
    _fail_at.add(7)
    for _round in range(relay.TRIES + 3):
        relay.drain(sessions, {Counted: (note,)})
        with committed_engine.begin() as connection:
            connection.execute(text("UPDATE outbox_delivery SET next_at = now() WHERE state = 'pending'"))
    with committed_engine.connect() as connection:
        parked = connection.execute(text("SELECT id, state, attempts, last_error FROM outbox_delivery")).one()
    assert tuple(parked)[1:] == ("parked", relay.TRIES, "RuntimeError: told to fail")

    _fail_at.clear()
    with committed_engine.begin() as connection:
        connection.execute(
            text("UPDATE outbox_delivery SET state = 'pending', attempts = 0, next_at = now()")
        )
    relay.drain(sessions, {Counted: (note,)})
    assert noted(committed_engine) == [7]


def kill_at_one(uow: UnitOfWork, event: Counted) -> None:
    """Write a row; at number 1 the whole process is gone."""
    note(uow, event)
    if event.number == 1:
        os.kill(os.getpid(), signal.SIGKILL)


def worker_ends_by(engine: Engine) -> int:
    """Let a process of its own deliver what is due; gives the signal that ended it, 0 if none did."""
    child = os.fork()
    if child == 0:
        try:
            own = make_engine(engine.url.render_as_string(hide_password=False))
            relay.drain(lambda: Session(own, expire_on_commit=False), {Counted: (kill_at_one,)})
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.mark.fault("W07")
def test_what_ends_its_process_five_times_is_parked_and_the_others_go_on(
    committed_engine: Engine,
) -> None:
    announce(committed_engine, 1, 2)
    ends = []
    for _round in range(relay.DEATHS + 2):
        ends.append(worker_ends_by(committed_engine))
        with committed_engine.begin() as connection:
            connection.execute(text("UPDATE outbox_delivery SET next_at = now() WHERE state = 'pending'"))
    assert ends == [signal.SIGKILL] * relay.DEATHS + [0, 0]
    assert noted(committed_engine) == [2]
    with committed_engine.connect() as connection:
        rows = connection.execute(
            text("SELECT state, attempts, deaths, last_error FROM outbox_delivery ORDER BY seq")
        ).all()
    assert [tuple(row) for row in rows] == [("parked", 5, 5, relay.DIED), ("done", 1, 0, None)]


def test_what_was_rolled_back_was_never_announced(
    committed_engine: Engine, sessions: Callable[[], Session]
) -> None:
    def change_ones_mind() -> None:
        with unit_of_work(on=committed_engine) as uow:
            uow.publish(Counted(thing_id=new_id(), number=9))
            uow.session.flush()
            raise ValueError("changed my mind")

    with pytest.raises(ValueError, match="changed my mind"):
        change_ones_mind()
    assert relay.drain(sessions, BOTH) == 0
