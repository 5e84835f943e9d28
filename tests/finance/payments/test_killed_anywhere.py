"""kill -9 at any point between the due day and the booked split, then start again: nothing lost, nothing twice.

The process dies right after its n-th statement has run, or right before its n-th commit: points that nobody chose.
What is left is finished by the same clocks that run in production, and the invariants must hold.
"""

import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event, text
from sqlmodel import Session

from finance.distributions import queries as split_queries, service as distributions
from finance.payments import completer, inbox, service
from finance.payments.errors import KeyInFlight
from finance.receivables import queries as bills, service as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.app.embedded.postgres import Postgres
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.clock import utc_now
from marketplace.core.db import make_engine
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.factories.contracts import a_contract
from tests.factories.deals import a_market
from tests.factories.payments import Simulator, signed
from tests.factories.receivables import a_billing, a_sheet
from workers import relay
from workers.checks import INVARIANTS
from workers.subscriptions import SUBSCRIPTIONS

POINTS = 24
LATER = text("UPDATE outbox_delivery SET next_at = next_at - interval '1 minute' WHERE state = 'pending'")
"""The seconds after which a delivery comes again whose handler was killed."""
_names = count(1)


@dataclass(frozen=True)
class World:
    """A contract whose sum falls due today, and the two people who act."""

    server: Postgres
    template: str
    payer: Actor
    approver: Actor
    double: Simulator


@pytest.fixture(scope="module")
def world(postgres: Postgres, _stripe: Simulator) -> Iterator[World]:
    postgres.clone_database("template", "before_the_due_day")
    engine = make_engine(postgres.url("before_the_due_day"))
    with Session(engine, expire_on_commit=False) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        market = a_market(uow)
        contract = a_contract(market)
        billing = a_billing(
            uow, contract_id=contract.id, number=contract.number, title=contract.project_name, sheet=a_sheet(),
            university_id=market.university_id, firm_id=market.firm_id, effective_on=add_months(uow.today, -12),
        )  # fmt: skip
        receivables.plan_obligations(uow, billing=billing)
        session.commit()
    engine.dispose()
    yield World(postgres, "before_the_due_day", market.firm.actor, market.head.actor, _stripe)
    postgres.drop_database("before_the_due_day")


def by(engine: Engine, actor: Actor, after: timedelta, act: Callable[[UnitOfWork], object]) -> None:
    """One transaction of one person, or of the clocks."""
    with Session(engine, expire_on_commit=False) as session:
        act(UnitOfWork(session, actor, utc_now() + after))
        session.commit()


def run_to_the_end(world: World, engine: Engine, after: timedelta = timedelta()) -> None:
    """What clocks, payer, provider and approver do, in the order of their day; `after`: leases have run out."""
    gateway = world.double.gateway
    by(engine, SYSTEM, after, receivables.raise_due_invoices)
    for _ in range(3):
        by(engine, SYSTEM, after, partial(until_none, partial(completer.complete_attempts, gateway=gateway)))
        by(engine, world.payer, after, partial(checkout, world))
        by(engine, SYSTEM, after, partial(hear, world))
        by(engine, SYSTEM, after, partial(until_none, partial(inbox.apply_inbox, gateway=gateway)))
    relay.drain(partial(Session, engine, expire_on_commit=False), SUBSCRIPTIONS)
    by(engine, world.approver, after, approve)
    relay.drain(partial(Session, engine, expire_on_commit=False), SUBSCRIPTIONS)


def until_none(work: Callable[[UnitOfWork], int], uow: UnitOfWork) -> None:
    """Repeat a clock's work while it finds something."""
    while work(uow):
        pass


def approve(uow: UnitOfWork) -> None:
    """Approve what waits."""
    for waiting in split_queries.list_distributions(uow).items:
        if waiting.state == "proposed":
            distributions.approve_distribution(uow, distribution_id=waiting.id)


def checkout(world: World, uow: UnitOfWork) -> None:
    """The payer clicks; where the page is open, she pays."""
    [bill] = bills.list_invoices(uow).items
    try:
        attempt, ask_now = service.open_attempt(
            uow, invoice_id=bill.id, client_key="one-click", provider="stripe"
        )
    except (KeyInFlight, InvoiceAlreadyPaid):
        return
    if ask_now:
        request = service.request_of(attempt)
        uow.session.commit()
        service.record_answer(uow, attempt_id=attempt.id, answer=service.ask(world.double.gateway, request))
        uow.session.commit()
    if (
        attempt.state == "requires_action"
        and world.double.client.v1.checkout.sessions.retrieve(attempt.provider_ref or "").status == "open"
    ):
        world.double.act(attempt.provider_ref or "", "pay")


def hear(world: World, uow: UnitOfWork) -> None:
    """The provider delivers what it has, again and again."""
    for row in uow.rows("SELECT id FROM payment_attempt"):
        for told in world.double.events_of(row["id"]):
            body, signature = signed(told)
            inbox.store_notices(uow, [inbox.read_notice(world.double.gateway, body, signature)])


def count_steps(engine: Engine, step: Callable[[], None]) -> None:
    """Call `step` after every statement and before every commit."""

    @event.listens_for(engine, "after_cursor_execute")
    def ran(*_: Any) -> None:
        step()

    @event.listens_for(engine, "commit")
    def committing(_: Any) -> None:
        step()


def die_at(world: World, database: str, point: int) -> int:
    """Run in a process of its own that is killed at its n-th step; returns how the process ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    steps = count(1)

    def step() -> None:
        if next(steps) == point:
            os.kill(os.getpid(), signal.SIGKILL)

    try:
        engine = make_engine(world.server.url(database))
        count_steps(engine, step)
        run_to_the_end(replace(world, double=Simulator(world.double.url, world.double.pid)), engine)
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a forked child must never return into the test runner
        os._exit(99)


@pytest.fixture(scope="module")
def length(world: World) -> int:
    """How many steps an undisturbed run takes."""
    with Copy(world) as (_, engine):
        steps = count()
        count_steps(engine, lambda: next(steps) and None)
        run_to_the_end(world, engine)
        check_the_end(world, engine)
        return next(steps)


class Copy:
    """A copy of the world before the due day, with an engine on it."""

    def __init__(self, world: World) -> None:
        self.world, self.name = world, f"killed_{next(_names)}"

    def __enter__(self) -> tuple[str, Engine]:
        self.world.server.clone_database(self.world.template, self.name)
        self.engine = make_engine(self.world.server.url(self.name))
        return self.name, self.engine

    def __exit__(self, *_: object) -> None:
        self.engine.dispose()
        self.world.server.drop_database(self.name)


def check_the_end(world: World, engine: Engine) -> None:
    with Session(engine) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        kinds = [row["kind"] for row in uow.rows("SELECT kind FROM ledger_txn ORDER BY id")]
        assert kinds == ["invoice_issued", "payment_captured", "income_split"]
        attempts: list[UUID] = [row["id"] for row in uow.rows("SELECT id FROM payment_attempt")]
        sessions = [
            s
            for s in world.double.books()["checkout.session"]
            if s["client_reference_id"] in map(str, attempts)
        ]
        assert [s["payment_status"] for s in sessions] == ["paid"]
        assert uow.rows("SELECT state FROM distribution") == [{"state": "booked"}]
        assert uow.rows("SELECT handler, attempts, deaths FROM outbox_delivery WHERE state <> 'done'") == []
        assert [found for check in INVARIANTS for found in check(session)] == []


@pytest.mark.fault("W01")
@pytest.mark.parametrize("part", range(POINTS))
def test_a_killed_process_loses_and_doubles_nothing(world: World, length: int, part: int) -> None:
    with Copy(world) as (name, engine):
        assert die_at(world, name, 1 + part * length // (POINTS + 2)) == -signal.SIGKILL
        with Session(engine) as session:  # the dead process's connections end before the next one starts
            session.connection().execute(
                text(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name AND pid <> pg_backend_pid()"
                ),
                {"name": name},
            )
            session.connection().execute(LATER)
            session.commit()
        run_to_the_end(world, engine, after=timedelta(hours=2))
        check_the_end(world, engine)
