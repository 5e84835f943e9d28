"""The clock looks at every promise in turn, keeps what it found, and the administrators' page shows it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text
from sqlmodel import Session

from marketplace.app.oversight import chain, verifying, views
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from marketplace.core.problems import Forbidden, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import a_bill
from tests.finance.payments.test_money_over_http import Desk
from workers import checking
from workers.checking import run_due_check
from workers.checks import INVARIANTS
from workers.checks.violation import Violation, violations

NAMES = [one.name for one in INVARIANTS]


def at(uow: UnitOfWork, **later: int) -> UnitOfWork:
    return replace(uow, wall=uow.wall + timedelta(**later))


def run_all(uow: UnitOfWork) -> int:
    done = 0
    while run_due_check(uow):
        done += 1
    return done


def test_each_promise_is_looked_at_when_it_is_due(uow: UnitOfWork) -> None:
    a_bill(uow)
    assert run_all(uow) == len(INVARIANTS)
    assert run_due_check(at(uow, minutes=59)) == 0
    assert run_all(at(uow, minutes=61)) == sum(one.every == 3_600 for one in INVARIANTS)
    shown = {one.name: one for one in views.list_invariants(uow)}
    assert list(shown) == NAMES
    assert {one.green_since_at for one in shown.values()} == {uow.wall}
    books = shown["I1"]
    assert (books.rows_seen, books.found, books.ran_at, books.due_at) == (
        3, 0, uow.wall + timedelta(minutes=61), uow.wall + timedelta(minutes=121),
    )  # fmt: skip


def test_what_is_wrong_is_kept_by_name_and_green_begins_anew(uow: UnitOfWork) -> None:
    bill = a_bill(uow)
    run_all(uow)
    key = f"receivable:{bill.invoice.id}"
    change = text("UPDATE ledger_account SET balance_minor = balance_minor + :by WHERE key = :key")
    uow.session.connection().execute(change, {"by": 5, "key": key})
    run_all(at(uow, hours=2))
    red = views.get_invariant(uow, name="I2")
    assert (red.invariant.found, red.invariant.green_since_at) == (1, None)
    assert red.invariant.due_at == uow.wall + timedelta(hours=2, minutes=10)
    assert [(one.account, one.txn_id) for one in red.findings] == [(key, None)]
    assert "balance 8000005 v1, entries 8000000" in red.findings[0].detail
    assert [one.found for one in red.runs] == [1, 0]
    uow.session.connection().execute(change, {"by": -5, "key": key})
    run_all(at(uow, hours=3))
    mended = views.get_invariant(uow, name="I2")
    assert (mended.invariant.green_since_at, mended.findings) == (uow.wall + timedelta(hours=3), [])
    assert views.get_invariant(uow, name="I1").invariant.green_since_at == uow.wall


def test_a_check_that_cannot_be_run_is_red_and_holds_nobody_up(
    uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(session: Session) -> list[Violation]:
        return violations(session, "I1", "SELECT no_such_column")

    monkeypatch.setattr(checking, "INVARIANTS", (replace(INVARIANTS[0], check=broken), *INVARIANTS[1:]))
    assert run_all(uow) == len(INVARIANTS)
    red = views.get_invariant(uow, name="I1")
    assert [(one.subject, one.detail) for one in red.findings] == [
        ("check", "could not be run: ProgrammingError")
    ]
    assert [one.found for one in views.list_invariants(uow)] == [1] + [0] * (len(INVARIANTS) - 1)


def test_two_clocks_at_once_look_once(committed_engine: Engine) -> None:
    now = utc_now()

    def tick(_: int) -> int:
        with Session(committed_engine) as session:
            done = run_due_check(UnitOfWork(session, SYSTEM, now, wall=now))
            session.commit()
            return done

    tick(0)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(tick, range(3 * len(INVARIANTS))))
    with Session(committed_engine) as session:
        rows = session.connection().execute(text("SELECT invariant, count(*) FROM check_run GROUP BY 1"))
        assert dict(rows.all()) == dict.fromkeys(NAMES, 1)


def test_only_who_looks_after_the_platform_reads_it(
    uow: UnitOfWork, client: TestClient, tmp_path: Path
) -> None:
    bill = a_bill(uow)
    run_all(uow)
    chain.seal(replace(uow, wall=utc_now() + timedelta(seconds=9)))
    before = uow.rows("SELECT * FROM invariant_state ORDER BY name")
    for call in (views.list_invariants, views.look_now, views.get_chains, views.write_heads):
        with pytest.raises(Forbidden):
            call(bill.officer)
    with pytest.raises(Forbidden):
        views.get_invariant(bill.officer, name="I1")
    officer = Desk(client, bill.officer)
    for method, path in (
        ("GET", "/oversight/checks"),
        ("POST", "/oversight/checks"),
        ("GET", "/oversight/chains/heads"),
    ):
        assert officer(method, path).status_code == 403
        assert Desk(client, None)(method, path).status_code == 401
    assert uow.rows("SELECT * FROM invariant_state ORDER BY name") == before

    administrator = replace(
        uow, actor=Actor("user", new_id(), new_id(), "platform", frozenset({"health.read"}))
    )
    assert [one.name for one in views.look_now(administrator)] == NAMES
    assert run_all(uow) == len(INVARIANTS)
    with pytest.raises(NotFound):
        views.get_invariant(administrator, name="I99")
    ledger, audit = views.get_chains(administrator).heads
    assert (ledger.chain, ledger.seq, ledger.unsealed, audit.chain, audit.unsealed) == (
        "ledger",
        1,
        0,
        "audit",
        1,
    )
    kept = tmp_path / "heads.jsonl"
    kept.write_text(views.write_heads(administrator))
    heads = verifying.read_heads(kept)
    assert [(one.chain, one.seq, one.digest) for one in heads] == [
        ("ledger", 1, ledger.digest), ("audit", audit.seq, audit.digest),
    ]  # fmt: skip
    line = orjson.loads(verifying.as_line(chain.replay(uow.session, "ledger", heads)))
    assert (line["sealed"], line["broken"], line["digest"]) == (1, None, ledger.digest)


@pytest.mark.parametrize("content", ["no json", '{"chain": "ledger"}', "[1]"])
def test_a_file_that_holds_no_heads_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "heads.jsonl"
    path.write_text(content)
    with pytest.raises(LookupError, match="holds no chain heads"):
        verifying.read_heads(path)
