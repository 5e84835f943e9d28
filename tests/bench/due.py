"""The scan for due obligations among a million, beside the same scan among ten thousand; 1,000 are due in both.

Then the first of a month: ten thousand fall due at once, and one worker bills them and tells everybody concerned.
"""

import time
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, text
from sqlmodel import Session

from finance.receivables import service
from marketplace.app import schema
from marketplace.app.embedded.postgres import Postgres
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import business_date, utc_now
from marketplace.core.db import make_engine
from marketplace.core.uow import UnitOfWork
from tests.bench.measuring import Ratio, postgres, processor_seconds, report, workers
from tests.factories.payments import a_bill

ROUNDS, DUE, FEW, MANY = 5, 1_000, 10_000, 1_000_000
GOAL_SECONDS = 60
WORKER = """
import time
from concurrent.futures import ThreadPoolExecutor
from workers.app import app
from workers.schedule import CLOCKS
from workers.tasks import RELAY_SECONDS, relay_outbox, tick
app.finalize()
def again(seconds, work):
    while True:
        work()
        time.sleep(seconds)
bill = "raise_due_invoices"
with ThreadPoolExecutor(4) as pool:
    list(pool.map(again, [CLOCKS[bill].seconds] + 3 * [RELAY_SECONDS], [lambda: tick(clock=bill)] + 3 * [relay_outbox]))
"""
"""What a Celery worker runs in four threads, each at its own ticks."""
WAITING = text("SELECT count(*) FROM obligation WHERE state = 'waiting'")
OPEN = text(
    "SELECT (SELECT count(*) FROM obligation WHERE state = 'waiting') + (SELECT count(*) FROM outbox_event WHERE fanned_at IS NULL)"
    " + (SELECT count(*) FROM outbox_delivery WHERE state = 'pending')"
)
TOLD = text(
    "SELECT count(DISTINCT params ->> 'invoice_id') FROM notification WHERE template = 'invoice_issued'"
)

COPY = """
ALTER TABLE contract_billed DROP CONSTRAINT fk_contract_billed_contract_id;
CREATE TEMP TABLE made AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, {count}) n;
INSERT INTO obligation (id, version, created_at, contract_id, contract_number, title, university_id, firm_id, key, kind,
                        state, state_since, amount_minor, arises_on, due_on, formula)
SELECT made.id, 1, o.created_at, made.id, o.contract_number, o.title, o.university_id, o.firm_id, 'copy-' || n, o.kind,
       'waiting', o.state_since, o.amount_minor, o.arises_on + 400 + n % 1000, o.due_on + 400 + n % 1000, o.formula
FROM made, (SELECT * FROM obligation LIMIT 1) o;
INSERT INTO state_change (subject_type, subject_id, sort_key, to_state, move, at)
SELECT 'obligation', id, 1, 'waiting', 'begin', now() FROM made;
"""
"""One obligation many times over, each of a contract of its own (by name alone: a million texts would fill the disk), waiting
for a day to come, with the first line of its history."""

FALL_DUE = text(
    "UPDATE obligation SET arises_on = :today, due_on = :today WHERE id IN"
    " (SELECT id FROM obligation WHERE state = 'waiting' ORDER BY md5(id::text) LIMIT :due)"
)


def run() -> None:
    """Measure and report."""
    with postgres() as server:
        markets = {count: market(server, count) for count in (FEW, MANY)}
        spent: dict[int, list[float]] = {FEW: [], MANY: []}
        for _ in range(ROUNDS + 1):
            for count, engine in markets.items():
                spent[count].append(scan(server, engine))
        for engine in markets.values():
            engine.dispose()
        seconds = first_of_a_month(server)
    few, many = spent[FEW][1:], spent[MANY][1:]  # the first round warms up
    name = "due scan among 10,000 ÷ among 1,000,000"
    report("due", [Ratio(name, "processor s", many, few, goal=0.83, more_is_better=False)], due=DUE, first_of_a_month=FEW,
           billed_and_told_seconds=round(seconds, 1), goal_seconds=GOAL_SECONDS)  # fmt: skip


def first_of_a_month(server: Postgres) -> float:
    """Let ten thousand obligations fall due, and one worker do what follows; returns the seconds until all are told."""
    engine = market(server, FEW + DUE, "first_of_a_month")
    scan(server, engine)  # bills of earlier months
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    with TemporaryDirectory(prefix="xianyong-bench-home-") as home, Session(engine) as session:
        connection = session.connection()
        connection.execute(FALL_DUE, {"today": business_date(utc_now()), "due": FEW})
        session.commit()
        settings = {
            "DATABASE_URL": server.url("first_of_a_month"),
            "XIANYONG_HOME": home,
            "XIANYONG_DEMO_CLOCK": "false",
        }
        with workers(WORKER, 1, settings):
            while session.connection().execute(WAITING).scalar_one() == FEW:  # it is still starting
                session.rollback()
                time.sleep(0.05)
            began = time.monotonic()
            while session.connection().execute(OPEN).scalar_one():
                session.rollback()
                time.sleep(0.5)
            seconds = time.monotonic() - began
        told = session.connection().execute(TOLD).scalar_one()
    engine.dispose()
    if told < FEW:
        raise RuntimeError(f"only of {told} bills somebody was told")
    return seconds


def market(server: Postgres, count: int, name: str = "") -> Engine:
    """Make a database where so many obligations wait."""
    name = name or f"due_{count}"
    server.ensure_database(name)
    schema.upgrade(server.url(name))
    engine = make_engine(server.url(name))
    with Session(engine) as session:
        a_bill(UnitOfWork(session, SYSTEM, utc_now()))
        session.commit()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET statement_timeout = 0"))  # no request makes a million rows
        for statement in COPY.format(count=count).split(";\n"):
            if statement.strip():
                connection.execute(text(statement))
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("RESET statement_timeout"))
    return engine


def scan(server: Postgres, engine: Engine) -> float:
    """Let obligations fall due and bill them all; returns the processor seconds of the scan and the database."""
    with Session(engine, expire_on_commit=False) as session:
        uow = UnitOfWork(session, SYSTEM, utc_now())
        session.connection().execute(FALL_DUE, {"today": uow.today, "due": DUE})
        session.commit()
        before = processor_seconds(server.pid or 0) + time.process_time()
        billed = 0
        while found := service.raise_due_invoices(uow):
            session.commit()
            session.expunge_all()
            billed += found
        if billed != DUE:
            raise RuntimeError(f"{billed} were billed")
        return processor_seconds(server.pid or 0) + time.process_time() - before
