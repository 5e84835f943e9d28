"""What every test stands on: a real PostgreSQL for each worker process, and a transaction that is rolled back.

A template database is migrated once, by the revisions that the product itself starts with; a test writes inside an
outer transaction of a clone of it, and whatever the code under test commits is only a savepoint there. Tests of locks
and crashes take `committed_engine`: a clone of their own, with real commits.
"""

import gc
import importlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from fastapi.concurrency import run_in_threadpool
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings as hypothesis
from sqlalchemy import Connection, Engine, text
from sqlmodel import Session

import marketplace.app.registry  # noqa: F401  all tables are known, whichever tests run
from marketplace.app.embedded.postgres import Postgres
from marketplace.core import settings as core_settings
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.clock import utc_now
from marketplace.core.db import make_engine
from marketplace.core.uow import UnitOfWork
from marketplace.identity import entry
from tests.app import prepared_copy
from workers import relay
from workers.subscriptions import SUBSCRIPTIONS

# A slow machine is not a fault of the code: properties are judged by what they find, never by how long they take.
# Examples are new ones each time, so that they find what nobody thought of; with a seed they are the same ones.
hypothesis.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="XIANYONG_SEED" in os.environ,
)
hypothesis.load_profile("untimed")

pytest_plugins = ("tests.fault_report",)

LONGEST = (
    "tests/crash", "tests/flows/test_accessible_desk", "tests/flows/test_two_licences", "tests/flows/test_accessible_office",
    "tests/flows/test_accessible_street", "tests/flows", "tests/engines/test_whole_product", "tests/access",
    "tests/app/test_supervisor", "tests/app/test_seed", "tests/rehearsals", "tests",
)  # fmt: skip
"""The files that take minutes, in the order in which three workers or four end at about the same time."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take minutes: whoever takes one last lets the other workers wait."""
    items.sort(key=lambda item: next(at for at, start in enumerate(LONGEST) if item.nodeid.startswith(start)))


def pytest_sessionstart() -> None:
    """Let the garbage collector sleep while everything is imported: nothing of it is garbage."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Never look at it again: with Python's own thresholds an eighth of the processor time went into looking."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


LOCAL = ("127.", "::1", "localhost", "0.0.0.0")  # noqa: S104 - compared with, not bound to


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    if (
        event == "socket.connect"
        and isinstance(arguments[1], tuple)
        and not str(arguments[1][0]).startswith(LOCAL)
    ):
        message = f"a test tried to reach {arguments[1]}"
        raise RuntimeError(message)


sys.addaudithook(_stay_on_this_machine)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The database server of this worker process, with a migrated database `template`."""
    with tempfile.TemporaryDirectory(prefix="xianyong-test-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # as root, the server runs as nobody
        prepared_copy.lay_server(Path(folder))
        server = Postgres(Path(folder), test=True)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Files of tests lie in one folder of this process from its first test on, never in the copy that a person uses."""
    core_settings.override(XIANYONG_HOME=os.fspath(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def database_url(postgres: Postgres) -> str:
    """The address of the database of rolled-back tests; the settings of this process point there."""
    postgres.clone_database("template", "rolled_back")
    url = postgres.url("rolled_back")
    core_settings.override(DATABASE_URL=url)
    return url


@pytest.fixture(scope="session")
def _engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def connection(_engine: Engine) -> Iterator[Connection]:
    """A connection inside the outer transaction of this test, which stays open for as long as a slow machine takes."""
    with _engine.connect() as connection:
        outer = connection.begin()
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        yield connection
        outer.rollback()


@pytest.fixture
def session(connection: Connection) -> Iterator[Session]:
    """A session whose commits are savepoints of the test's transaction."""
    with Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as session:
        yield session


@pytest.fixture
def uow(session: Session) -> UnitOfWork:
    """A unit of work of the system itself, rolled back after the test."""
    return UnitOfWork(session, SYSTEM, utc_now())


@pytest.fixture
def as_(uow: UnitOfWork) -> Callable[[Actor], UnitOfWork]:
    """The same transaction for another actor: `as_(actor)`; the factories of identity make actors."""
    return lambda actor: replace(uow, actor=actor)


@pytest.fixture
def client(session: Session, connection: Connection, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A browser at the test's transaction: each request has a session of its own, committed to a savepoint."""

    def open_here() -> Iterator[Session]:
        session.flush()
        with Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as own:
            yield own
            own.commit()
        session.expire_all()

    app = importlib.import_module("marketplace.app.main").app
    opener = contextmanager(open_here)

    async def write_alone(statement: str, values: Mapping[str, Any]) -> None:
        def run() -> None:
            with opener() as own:
                own.connection().exec_driver_sql(statement, dict(values))

        await run_in_threadpool(run)

    for name in ("writing_session", "calling_session", "reading_session"):
        monkeypatch.setattr(entry, name, opener)
    monkeypatch.setattr(entry, "write_alone", write_alone)
    with TestClient(app, base_url="https://testserver") as client:
        yield client


@pytest.fixture
def drain(session: Session, connection: Connection) -> Callable[[], int]:
    """Run the outbox's handlers on the test's transaction until nothing is due; a failing handler fails the test."""

    def run() -> int:
        session.flush()
        tried = relay.drain(
            lambda: Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint"),
            SUBSCRIPTIONS,
        )
        failures = session.connection().execute(
            text("SELECT handler, last_error FROM outbox_delivery WHERE last_error <> ''")
        )
        assert failures.all() == []
        session.expire_all()
        return tried

    return run


_clones = count(1)


@pytest.fixture
def committed_engine(postgres: Postgres) -> Iterator[Engine]:
    """An engine on a database of this test alone, for several connections and real commits."""
    name = f"committed_{next(_clones)}"
    postgres.clone_database("template", name)
    engine = make_engine(postgres.url(name))
    yield engine
    engine.dispose()
    postgres.drop_database(name)
