"""Processes, connections, messages and clocks that fail: rows decide, so the books end the same."""

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event as Signal
from typing import Any
from uuid import UUID

import pytest
from celery import Celery
from celery.contrib.testing.worker import start_worker
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text
from sqlmodel import Session

from finance.ledger import queries as ledger, recipes
from finance.payments import service as payments
from finance.receivables import service as receivables
from marketplace.app.main import app as web
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.db import Line
from marketplace.core.uow import UnitOfWork, unit_of_work
from marketplace.identity import entry
from tests.app.waiting import until
from tests.at_once import together
from tests.factories.payments import Bill, a_bill, another_bill
from tests.finance.payments.test_money_over_http import Desk
from tests.workers.conftest import MakeEngine
from tests.workers.test_relay import BOTH, Counted, announce
from workers import relay
from workers.app import configuration
from workers.schedule import CLOCKS

FIRST = UUID(int=1)


@pytest.fixture
def bill(committed_engine: Engine) -> Bill:
    with unit_of_work(on=committed_engine) as uow:
        return a_bill(uow)


@pytest.fixture
def sessions(committed_engine: Engine) -> Callable[[], Session]:
    return partial(Session, committed_engine, expire_on_commit=False)


@pytest.mark.fault("W11")
def test_an_early_announcement_that_commits_late_is_delivered_all_the_same(
    committed_engine: Engine,
    sessions: Callable[[], Session],
) -> None:
    with unit_of_work(on=committed_engine) as slow:
        slow.publish(Counted(thing_id=FIRST, number=1))
        announce(committed_engine, 2)
        assert relay.drain(sessions, BOTH) == 2
    assert relay.drain(sessions, BOTH) == 2
    with unit_of_work(on=committed_engine) as uow:
        announced = uow.rows("SELECT payload ->> 'number' AS number FROM outbox_event ORDER BY seq")
        assert [row["number"] for row in announced] == ["1", "2"], "the early one has the lower number"
        assert uow.rows("SELECT state FROM outbox_delivery") == [{"state": "done"}] * 4


@pytest.mark.fault("W03", "W10")
def test_messages_that_vanish_are_missed_by_nobody(
    committed_engine: Engine,
    sessions: Callable[[], Session],
) -> None:
    announce(committed_engine, *range(20))  # nobody is woken: every message is gone
    with sessions() as session:
        relay.fan_out(session, BOTH)
        session.rollback()  # and whoever had begun to hand them over died
    together(*[partial(relay.drain, sessions, BOTH)] * 3)
    with unit_of_work(on=committed_engine) as uow:
        counts = uow.rows("SELECT state, count(*) AS n FROM outbox_delivery GROUP BY state")
        assert counts == [{"state": "done", "n": 40}]
        assert uow.rows("SELECT count(*) AS n FROM audit_entry WHERE action = 'tests.noted'") == [{"n": 20}]


class Malicious:
    """What would write a file if anybody unpickled it."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return open, (self.path, "w")


@pytest.mark.fault("W08")
def test_messages_that_nobody_understands_are_not_executed_and_hold_up_nothing(tmp_path: Path) -> None:
    executed = Signal()
    trap = tmp_path / "executed"
    app = Celery("tests", set_as_current=False)
    app.conf.update(configuration("memory://"))

    @app.task(name="tests.seen")
    def seen(**_: Any) -> None:
        executed.set()

    with app.connection_for_write() as broker, broker.Producer() as producer:
        for body, kind in (
            (pickle.dumps(Malicious(str(trap))), "application/x-python-serialize"),
            (b"{", "application/json"), (b"\xff", "text/plain"),
        ):  # fmt: skip
            producer.publish(
                body, content_type=kind, content_encoding="binary", exchange="xianyong", routing_key="default",
                headers={"task": "tests.seen", "id": "x"}, declare=app.amqp.queues.values(), serializer=None,
            )  # fmt: skip
    app.send_task("workers.of_an_older_release", queue="default")
    app.send_task("tests.seen", args=("of another release",), queue="default")
    app.send_task("tests.seen", queue="default")
    with start_worker(app, perform_ping_check=False, pool="solo", queues=["default"], shutdown_timeout=20):
        assert executed.wait(60)
    assert not trap.exists()


@pytest.mark.fault("W05", "T03")
def test_three_beats_at_once_and_a_clock_that_jumps_do_everything_once(
    committed_engine: Engine, bill: Bill
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        due = replace(bill, system=replace(bill.system, session=uow.session))
        another_bill(due, amount_minor=700)
    for days in (1, 0, 16, 15, 40, 39):
        now = bill.system.now + timedelta(days=days)

        def beat(now: datetime = now) -> None:
            for clock in (
                "raise_due_invoices",
                "send_due_reminders",
                "open_default_cases",
                "end_cure_periods",
            ):
                with Session(committed_engine, expire_on_commit=False) as session:
                    while CLOCKS[clock].work(UnitOfWork(session, SYSTEM, now)):
                        session.commit()
                    session.commit()

        together(beat, beat, beat)
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT count(*) AS n FROM invoice WHERE kind <> 'late_interest'") == [{"n": 2}]
        steps = uow.rows("SELECT invoice_id, step_days, count(*) AS n FROM invoice_reminder GROUP BY 1, 2")
        assert len(steps) > 0
        assert {row["n"] for row in steps} == {1}
        assert uow.rows("SELECT count(*) AS n FROM default_case") == [{"n": 1}]


@pytest.mark.fault("T01")
@pytest.mark.parametrize(("second", "billed"), [(-1, 0), (0, 1)])
def test_a_sum_comes_into_being_at_midnight_in_shanghai(uow: UnitOfWork, second: int, billed: int) -> None:
    bill = a_bill(uow)
    uow.session.connection().execute(
        text("INSERT INTO obligation SELECT (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'key', 'later',"
             " 'state', 'waiting', 'arises_on', o.arises_on + 1))).* FROM obligation o"),
    )  # fmt: skip
    uow.session.connection().execute(
        text("INSERT INTO state_change (subject_type, subject_id, sort_key, to_state, move, at)"
             " SELECT 'obligation', id, 1, 'waiting', 'begin', now() FROM obligation WHERE key = 'later'"),
    )  # fmt: skip
    midnight = start_of_day(bill.system.today + timedelta(days=1))
    assert midnight.astimezone(tz=None).utctimetuple().tm_hour == 16
    at = replace(bill.system, now=midnight + timedelta(seconds=second))
    assert receivables.raise_due_invoices(at) == billed


@pytest.mark.fault("T05", holds=("I1", "I2"))
def test_bookings_keep_their_order_when_the_clock_steps_back(uow: UnitOfWork) -> None:
    facts = {"contract_id": FIRST, "invoice_id": FIRST}
    recipes.invoice_issued(uow, amount_minor=500, **facts)
    earlier = replace(uow, now=uow.now - timedelta(hours=1))
    recipes.credit_note_issued(earlier, credit_note_id=FIRST, amount_minor=200, **facts)
    entries = uow.rows(
        "SELECT e.version, e.balance_after_minor FROM ledger_entry e JOIN ledger_account a ON a.id = e.account_id"
        " WHERE a.kind = 'receivable' ORDER BY e.version"
    )
    assert [(row["version"], row["balance_after_minor"]) for row in entries] == [(1, 500), (2, 300)]


@pytest.mark.fault("L09", holds=("I1", "I2"))
def test_an_account_without_a_stored_balance_is_the_sum_of_its_entries_while_eight_book(
    committed_engine: Engine,
) -> None:
    done = Signal()

    def book(number: int) -> int:
        if number == 8:
            seen, looks = 0, 0
            while not done.is_set():
                with unit_of_work(on=committed_engine) as uow:
                    shown = ledger.get_balance(uow, "clearing:stripe")
                assert shown >= seen
                seen, looks = shown, looks + 1
            return looks
        for n in range(15):
            with unit_of_work(on=committed_engine) as uow:
                ids = [UUID(int=number * 100 + n), UUID(int=number)]
                recipes.payment_captured(
                    uow, recipes.Capture(ids[0], "stripe", f"{number}-{n}", ids[1], ids[1], ids[1], 10, 0)
                )
        return 0

    with ThreadPoolExecutor(9) as pool:
        runs = [pool.submit(book, number) for number in range(9)]
        for run in runs[:8]:
            run.result()
        done.set()
        assert runs[8].result() > 0
    with unit_of_work(on=committed_engine) as uow:
        assert ledger.get_balance(uow, "clearing:stripe") == 8 * 15 * 10


@contextmanager
def served(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, calls: Engine | None = None
) -> Iterator[TestClient]:
    """The API on connections of an engine of its own, of another one for what programs tell it, and on the real line."""

    @contextmanager
    def opened(on: Engine) -> Iterator[Session]:
        with Session(on, expire_on_commit=False) as session:
            yield session
            session.commit()

    for name in ("writing_session", "reading_session"):
        monkeypatch.setattr(entry, name, partial(opened, engine))
    monkeypatch.setattr(entry, "calling_session", partial(opened, calls or engine))
    line = Line(engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(entry, "line", lambda: line)
    with TestClient(web, base_url="https://testserver") as client:
        yield client


def signed_in(engine: Engine, client: TestClient, bill: Bill) -> Desk:
    with unit_of_work(actor=bill.firm.actor, on=engine) as uow:
        return Desk(client, uow)


def checkout(desk: Desk, bill: Bill, key: str = "key-00000001") -> Any:
    return desk("POST", f"/invoices/{bill.invoice.id}/checkout", headers={"Idempotency-Key": key})


@pytest.mark.fault("D03")
def test_while_no_connection_is_free_the_answer_is_503_and_nothing_changes(
    committed_engine: Engine, bill: Bill, another_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = another_engine(committed_engine, pool_size=1, max_overflow=0, pool_timeout=0.2)
    with served(small, monkeypatch) as client:
        desk = signed_in(committed_engine, client, bill)
        with small.connect():  # it stays taken: the answer does not wait for it
            answer = checkout(desk, bill)
            assert (answer.status_code, answer.json()["code"]) == (503, "try_later")
        assert desk("GET", f"/invoices/{bill.invoice.id}").status_code == 200
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT count(*) AS n FROM payment_attempt") == [{"n": 0}]


@pytest.mark.fault("D04", "C07")
def test_of_two_that_wait_for_each_other_one_is_told_to_come_again(
    committed_engine: Engine, bill: Bill, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        other = another_bill(
            replace(bill, system=replace(bill.system, session=uow.session)), amount_minor=700
        )
    with served(committed_engine, monkeypatch) as client, ThreadPoolExecutor(1) as pool:
        desk = signed_in(committed_engine, client, bill)
        with Session(committed_engine, expire_on_commit=False) as session:
            session.connection().execute(
                text("SET LOCAL deadlock_timeout = '20s'")
            )  # the other one gives way
            mine = UnitOfWork(session, bill.firm.actor, utc_now())
            payments.open_attempt(
                mine, invoice_id=other.invoice.id, client_key="key-00000001", provider="stripe"
            )
            theirs = pool.submit(checkout, desk, bill)
            with unit_of_work(on=committed_engine) as looking:
                until(lambda: bool(looking.rows("SELECT 1 AS found FROM pg_locks WHERE NOT granted")))
            session.connection().execute(
                text("SELECT 1 FROM invoice WHERE id = :id FOR UPDATE"), {"id": bill.invoice.id}
            )
            answer = theirs.result()
            session.commit()
        assert (answer.status_code, answer.json()["code"]) == (503, "try_later")
        again = checkout(desk, bill)
        assert (again.status_code, again.json()["code"]) == (422, "idempotency.key_reused")
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT invoice_id FROM payment_attempt") == [{"invoice_id": other.invoice.id}]
