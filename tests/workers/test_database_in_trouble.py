"""The database cuts its connections, is restarted, or has none free: what was acknowledged is kept, once."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text
from sqlmodel import Session

from finance import settings as finance_settings
from marketplace.app import schema
from marketplace.app.embedded.postgres import Postgres
from marketplace.core.db import make_engine
from marketplace.core.uow import unit_of_work
from marketplace.identity.entry import SESSION_COOKIE
from tests.app.waiting import reachable_folder, until
from tests.factories.payments import KEY, SECRET, a_bill, signed
from tests.workers.conftest import MakeEngine
from tests.workers.test_faults_of_the_machine import served, signed_in
from workers.checks import INVARIANTS

Post = Callable[[int], int]
CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
SENDERS, EACH = 6, 40


@pytest.fixture(autouse=True)
def _signed_as_agreed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_KEY", KEY)
    monkeypatch.setenv("XIANYONG_FINANCE_STRIPE_WEBHOOK_SECRET", SECRET)
    finance_settings.settings.cache_clear()
    yield
    monkeypatch.undo()
    finance_settings.settings.cache_clear()


def teller(client: TestClient) -> Post:
    """Tell the product a numbered announcement, as the provider does; gives what it answers."""

    def tell(number: int) -> int:
        event = {
            "id": f"evt_{number}", "type": "tests.told", "livemode": False,
            "data": {"object": {"id": f"obj_{number}"}},
        }  # fmt: skip
        body, signature = signed(event)
        answer = client.post("/api/webhooks/stripe", content=body, headers={"Stripe-Signature": signature})
        assert answer.status_code in (202, 503), answer.text
        return answer.status_code

    return tell


def stored(engine: Engine) -> Counter[str]:
    with engine.connect() as connection:
        return Counter(connection.execute(text("SELECT event_id FROM provider_notice")).scalars())


def everything(count: int) -> Counter[str]:
    return Counter(f"evt_{number}" for number in range(count))


def broken(engine: Engine) -> list[object]:
    with Session(engine) as session:
        return [violation for check in INVARIANTS for violation in check(session)]


def told_by_all(tell: Post, meanwhile: Callable[[Counter[int]], object]) -> Counter[int]:
    """Several tell their share, each announcement until it is taken, while something happens; gives what was answered."""
    answers: Counter[int] = Counter()

    def one(sender: int) -> None:
        for number in range(sender * EACH, (sender + 1) * EACH):

            def taken(number: int = number) -> bool:
                said = tell(number)
                answers[said] += 1
                return said == 202

            until(taken)

    with ThreadPoolExecutor(SENDERS) as pool:
        running = [pool.submit(one, sender) for sender in range(SENDERS)]
        meanwhile(answers)
        for each in running:
            each.result()
    return answers


@pytest.mark.fault("D02")
def test_all_connections_are_cut_again_and_again_under_load(
    committed_engine: Engine, another_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another_engine(committed_engine)

    def cut(answers: Counter[int]) -> None:
        for taken in range(20, SENDERS * EACH, 20):
            until(lambda taken=taken: answers[202] >= taken)  # type: ignore[misc]
            with other.connect() as connection:
                cuts.append(len(connection.execute(CUT).all()))

    cuts: list[int] = []
    with served(committed_engine, monkeypatch) as client:
        tell = teller(client)
        answers = told_by_all(tell, cut)
        assert sum(cuts) > 0
        assert answers[202] == SENDERS * EACH
        assert tell(0) == 202
    assert stored(other) == everything(SENDERS * EACH)


@pytest.mark.fault("D03")
def test_slow_pages_hold_every_connection_of_people_and_none_of_what_the_provider_tells(
    committed_engine: Engine, another_engine: MakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        bill = a_bill(uow)
    people, calls = (
        another_engine(committed_engine, pool_size=size, max_overflow=0, pool_timeout=0.2) for size in (3, 1)
    )
    with served(people, monkeypatch, calls) as client, ThreadPoolExecutor(23) as pool:
        desk = signed_in(committed_engine, client, bill)

        def look(_: int = 0) -> int:
            cookie = {"Cookie": f"{SESSION_COOKIE}={desk.token}"}
            return client.get(f"/api/invoices/{bill.invoice.id}", headers=cookie).status_code

        with committed_engine.connect() as slow:
            slow.execute(text("LOCK TABLE invoice IN ACCESS EXCLUSIVE MODE"))
            stuck = [pool.submit(look) for _ in range(3)]
            with committed_engine.connect() as watching:
                until(lambda: waiting(watching) == 3)
            assert set(pool.map(look, range(20))) == {503}
            tell = teller(client)
            assert [tell(number) for number in range(20)] == [202] * 20
            slow.rollback()
        assert [each.result() for each in stuck] == [200] * 3
    assert stored(committed_engine) == everything(20)


def waiting(connection: Any) -> int:
    """How many wait for a table that somebody holds."""
    found = connection.execute(
        text(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'invoice'::regclass"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    ).scalar_one()
    connection.rollback()
    return int(found)


@pytest.fixture
def own_server() -> Iterator[Postgres]:
    """A database server that only this test uses, and that writes to the disk as in production."""
    with reachable_folder() as folder:
        server = Postgres(Path(folder))
        server.start()
        try:
            server.ensure_database("own")
            schema.upgrade(server.url("own"))
            yield server
        finally:
            server.stop()


@pytest.mark.fault("D02")
def test_the_server_is_restarted_while_requests_run(
    own_server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = make_engine(own_server.url("own"))

    def restart(answers: Counter[int]) -> None:
        until(lambda: answers[202] > EACH)
        own_server.stop()
        until(lambda: answers[503] > 0)
        own_server.start()

    with served(engine, monkeypatch) as client:
        answers = told_by_all(teller(client), restart)
    assert answers[202] == SENDERS * EACH
    assert stored(engine) == everything(SENDERS * EACH)
    assert broken(engine) == []
    engine.dispose()
