"""Ledger and audit trail are sealed in the background; whatever is done to a sealed row is found, and where (L02, L10, X20)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from finance.ledger.recipes import RECIPES
from marketplace.app.oversight import chain, verifying
from marketplace.app.oversight.chain import Break, Head
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import business_date, utc_now
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from workers.checks import chains_verify

HOUR = timedelta(hours=1)
APPEND_ONLY = (
    ("ledger_entry", "amount_minor"),
    ("ledger_txn", "kind"),
    ("audit_entry", "action"),
    ("chain_seal", "digest"),
    ("chain_day", "digest"),
)


def later(uow: UnitOfWork, by: timedelta = timedelta(seconds=10)) -> UnitOfWork:
    return replace(uow, wall=utc_now() + by)


def happen(uow: UnitOfWork, times: int) -> None:
    """So many bills are booked, each told to the audit trail."""
    for _ in range(times):
        invoice = new_id()
        RECIPES["invoice_issued"](uow, invoice_id=invoice, contract_id=new_id(), amount_minor=100)
        uow.audit("tests.billed", "invoice", invoice)
    uow.session.flush()


def behind_our_back(uow: UnitOfWork, *statements: str) -> None:
    """Triggers off, as whoever owns the disk could."""
    connection = uow.session.connection()
    connection.execute(text("SET LOCAL session_replication_role = replica"))
    for statement in statements:
        connection.execute(text(statement))
    connection.execute(text("SET LOCAL session_replication_role = origin"))
    uow.session.expire_all()


@pytest.fixture
def sealed(uow: UnitOfWork) -> UnitOfWork:
    """Nine bills, sealed three at a time; two hours later nothing older can honestly come any more."""
    for times in range(1, 4):
        happen(uow, 3)
        assert chain.seal(later(uow, times * timedelta(seconds=10))) == 6
    assert chain.seal(later(uow, 2 * HOUR)) == 0
    return uow


def test_what_is_sealed_verifies_from_the_first_row(sealed: UnitOfWork) -> None:
    for name in chain.CHAINS:
        found = chain.replay(sealed.session, name)
        assert (found.sealed, found.broken) == (9, None)
        assert found.digest != chain.GENESIS
    assert chain.seal(later(sealed)) == 0
    happen(sealed, 1)  # not sealed yet: no break
    assert chains_verify.check(sealed.session) == []


def test_a_row_is_sealed_once_it_is_settled(uow: UnitOfWork) -> None:
    happen(uow, 1)
    assert chain.seal(replace(uow, wall=utc_now())) == 0
    assert chain.seal(later(uow)) == 2


def test_many_rows_are_sealed_batch_by_batch(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows that wait for hours because nobody sealed are late, and honest."""
    monkeypatch.setattr(chain, "BATCH", 4)
    monkeypatch.setattr(chain, "PAGE", 3)
    happen(uow, 10)
    assert [chain.seal(later(uow, 5 * HOUR + timedelta(seconds=n))) for n in range(4)] == [8, 8, 4, 0]
    assert [chain.replay(uow.session, name).broken for name in chain.CHAINS] == [None, None]


@pytest.mark.parametrize(
    ("statement", "name", "broken", "at"),
    [
        pytest.param("UPDATE ledger_entry SET amount_minor = amount_minor + 1 WHERE txn_id = {txn} AND amount_minor > 0",
                     "ledger", Break.ALTERED, 5, id="L10 an amount"),
        pytest.param("UPDATE ledger_txn SET effective_at = effective_at - interval '1 day' WHERE id = {txn}",
                     "ledger", Break.ALTERED, 5, id="a day of effect"),
        pytest.param("UPDATE ledger_account SET key = key || 'x' WHERE id = (SELECT max(account_id) FROM ledger_entry WHERE txn_id = {txn})",
                     "ledger", Break.ALTERED, 5, id="an account's name"),
        pytest.param("DELETE FROM ledger_entry WHERE txn_id = {txn}", "ledger", Break.ALTERED, 5, id="entries gone"),
        pytest.param("DELETE FROM ledger_txn WHERE id = {txn}", "ledger", Break.DELETED, 5, id="a transaction gone"),
        pytest.param("UPDATE audit_entry SET action = 'tests.other' WHERE seq = {seq}", "audit", Break.ALTERED, 5, id="X20 an act"),
        pytest.param("DELETE FROM audit_entry WHERE seq = {seq}", "audit", Break.DELETED, 5, id="X20 an act gone"),
        pytest.param("DELETE FROM chain_seal WHERE chain = 'audit' AND seq = 5", "audit", Break.SEAL_MISSING, 6, id="a seal gone"),
        pytest.param("UPDATE chain_seal SET digest = repeat('a', 64) WHERE chain = 'ledger' AND seq = 5",
                     "ledger", Break.ALTERED, 5, id="a seal altered"),
        pytest.param("DELETE FROM chain_seal WHERE chain = 'ledger' AND seq > 7", "ledger", Break.HEAD_WRONG, 9, id="the end cut off"),
    ],
)  # fmt: skip
def test_what_is_done_to_a_sealed_row_is_found(
    sealed: UnitOfWork, statement: str, name: str, broken: Break, at: int
) -> None:
    [of_audit, of_ledger] = sealed.rows("SELECT item_id FROM chain_seal WHERE seq = 5 ORDER BY chain")
    txn, seq = of_ledger["item_id"], of_audit["item_id"]
    behind_our_back(sealed, statement.format(txn=txn, seq=seq))

    found = chain.replay(sealed.session, name)
    assert (found.broken, found.seq) == (broken, at)
    assert found.sealed == (7 if broken is Break.HEAD_WRONG else 4)
    if broken in {Break.ALTERED, Break.DELETED}:
        assert found.item_id == (txn if name == "ledger" else seq)
    assert [one.invariant for one in chains_verify.check(sealed.session)] == ["I10"]
    other = next(each for each in chain.CHAINS if each != name)
    assert chain.replay(sealed.session, other).broken is None


INSERT = (
    "INSERT INTO audit_entry (seq, at, recorded_at, actor_kind, request_id, action, subject_type, detail) OVERRIDING SYSTEM VALUE"
    " SELECT {seq}, at, recorded_at - interval '{hours} hours', actor_kind, request_id, 'tests.forged', subject_type, detail"
    " FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)"
)


def test_a_row_put_in_between_is_found(sealed: UnitOfWork) -> None:
    """X20: a number that was never given away is taken for a row, after its time was sealed."""
    behind_our_back(sealed, INSERT.format(seq="(SELECT min(seq) - 1 FROM audit_entry)", hours=3))
    found = chain.replay(sealed.session, "audit")
    assert (found.broken, found.sealed) == (Break.INSERTED, 9)
    chain.seal(later(sealed, 4 * HOUR))
    assert chain.replay(sealed.session, "audit").broken is Break.INSERTED, "sealing does not make it honest"


def test_a_row_of_an_earlier_day_put_at_the_end_is_found(sealed: UnitOfWork) -> None:
    behind_our_back(sealed, INSERT.format(seq="(SELECT max(seq) + 1 FROM audit_entry)", hours=30))
    chain.seal(later(sealed, 4 * HOUR))
    found = chain.replay(sealed.session, "audit")
    assert (found.broken, found.seq) == (Break.INSERTED, 10)


def test_an_end_cut_off_with_care_differs_from_the_head_kept_elsewhere(
    sealed: UnitOfWork, tmp_path: Path
) -> None:
    """X20: rows, seals and head go back together; only who kept the head outside can know."""
    before = chain.replay(sealed.session, "audit")
    kept = tmp_path / "heads.jsonl"
    kept.write_text(
        f'{{"chain": "audit", "seq": {before.sealed}, "digest": "{before.digest}", "day": "2026-11-28"}}\n'
    )
    heads = verifying.read_heads(kept)
    assert chain.replay(sealed.session, "audit", heads).broken is None
    behind_our_back(
        sealed,
        "DELETE FROM audit_entry WHERE seq IN (SELECT item_id FROM chain_seal WHERE chain = 'audit' AND seq > 6)",
        "DELETE FROM chain_seal WHERE chain = 'audit' AND seq > 6",
        "UPDATE chain_head SET seq = 6, digest = (SELECT digest FROM chain_seal WHERE chain = 'audit' AND seq = 6) WHERE chain = 'audit'",
        "DELETE FROM chain_day WHERE chain = 'audit' AND seq > 6",
    )
    assert chain.replay(sealed.session, "audit").broken is None
    found = chain.replay(sealed.session, "audit", heads)
    assert (found.broken, found.seq, found.sealed) == (Break.CUT_OFF, 9, 6)
    assert verifying.sentence(found, "en") == (
        "Audit trail: the first 6 rows hold, broken at seal 9: shorter than the head kept elsewhere: the end was cut off"
    )


def test_a_chain_rewritten_as_a_whole_differs_from_the_head_kept_elsewhere(sealed: UnitOfWork) -> None:
    before = chain.replay(sealed.session, "ledger")
    behind_our_back(
        sealed,
        "UPDATE ledger_txn SET kind = 'reversal'",
        "DELETE FROM chain_seal WHERE chain = 'ledger'",
        "DELETE FROM chain_head WHERE chain = 'ledger'",
        "DELETE FROM chain_day",
    )
    chain.seal(later(sealed, 5 * HOUR))
    assert chain.replay(sealed.session, "ledger").broken is None
    found = chain.replay(sealed.session, "ledger", [Head("ledger", before.sealed, before.digest)])
    assert (found.broken, found.seq) == (Break.KEPT_HEAD_DIFFERS, 9)
    behind_our_back(sealed, "DELETE FROM chain_head WHERE chain = 'ledger'")
    assert chain.replay(sealed.session, "ledger", [Head("ledger", 9, before.digest)]).broken is Break.CUT_OFF


def test_the_head_of_a_day_is_kept_and_announced_once(sealed: UnitOfWork) -> None:
    day = business_date(utc_now() + 24 * HOUR)
    head = chain.replay(sealed.session, "ledger")
    for _ in range(2):
        chain.seal(later(sealed, 48 * HOUR))
    kept = chain.list_days(sealed, "ledger")
    assert [(one.day, one.seq, one.digest) for one in kept if one.day == day] == [(day, 9, head.digest)]
    told = sealed.rows(
        "SELECT payload FROM outbox_event WHERE name = 'administration.chain_head.kept' AND payload->>'day' = :day ORDER BY seq",
        day=day.isoformat(),
    )
    assert [one["payload"]["chain"] for one in told] == ["ledger", "audit"]


@pytest.mark.parametrize(
    "statement",
    [
        *(f"UPDATE {table} SET {column} = {column}" for table, column in APPEND_ONLY),  # noqa: S608 - constants
        *(f"DELETE FROM {table}" for table, _ in APPEND_ONLY),  # noqa: S608 - constants
        "TRUNCATE ledger_entry",
        "TRUNCATE ledger_txn CASCADE",
    ],
)
def test_the_owner_herself_is_refused(sealed: UnitOfWork, statement: str) -> None:
    chain.seal(later(sealed, 48 * HOUR))
    connection = sealed.session.connection()
    with pytest.raises(DBAPIError), connection.begin_nested():
        connection.execute(text(statement))
    assert chains_verify.check(sealed.session) == []


def test_two_sealers_at_once_seal_each_row_once(committed_engine: Engine) -> None:
    with Session(committed_engine) as session:
        happen(UnitOfWork(session, SYSTEM, utc_now()), 20)
        session.commit()

    def run(_: int) -> int:
        with Session(committed_engine) as session:
            found = chain.seal(UnitOfWork(session, SYSTEM, utc_now(), wall=utc_now() + timedelta(seconds=9)))
            session.commit()
            return found

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(run, range(3))) + run(0) == 40
    with Session(committed_engine) as session:
        assert [
            (one.sealed, one.broken) for one in (chain.replay(session, name) for name in chain.CHAINS)
        ] == [(20, None)] * 2
