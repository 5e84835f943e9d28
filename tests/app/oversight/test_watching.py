"""The clock's replay goes on from a mark that is sealed itself, and comes back to what is old, slice by slice (L02, L10)."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from marketplace.app.oversight import chain, watching
from marketplace.app.oversight.chain import Break
from marketplace.core.uow import UnitOfWork
from tests.app.oversight.test_chain import behind_our_back, happen, later
from workers.checks import chains_verify

MARKS = "SELECT detail FROM audit_entry WHERE action = 'chain.verified' AND detail->>'chain' = 'ledger' ORDER BY seq"


def seal(uow: UnitOfWork, at: int) -> None:
    while chain.seal(later(uow, timedelta(seconds=10 * at))):
        pass


@pytest.fixture
def watched(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> UnitOfWork:
    """Nine bills, sealed three at a time, looked at until the mark is near the end and sealed."""
    monkeypatch.setattr(watching, "STEP", 3)
    monkeypatch.setattr(watching, "NEW", 6)
    monkeypatch.setattr(watching, "OLD", 3)
    for times in range(1, 4):
        happen(uow, 3)
        seal(uow, times)
    assert watching.look(uow.session, "ledger").sealed == 6
    seal(uow, 4)
    assert watching.look(uow.session, "ledger").sealed == 9
    seal(uow, 5)
    return uow


def marks(uow: UnitOfWork) -> list[tuple[int, int]]:
    return [(row["detail"]["seq"], row["detail"]["again_seq"]) for row in uow.rows(MARKS)]


def test_a_look_goes_on_from_the_mark_and_comes_back_to_the_beginning(watched: UnitOfWork) -> None:
    assert marks(watched) == [(3, 0), (6, 0)]  # always where a batch ends
    happen(watched, 3)
    seal(watched, 6)
    found = watching.look(watched.session, "ledger")
    assert (found.sealed, found.broken) == (12, None)
    seal(watched, 7)
    assert chains_verify.check(watched.session) == []
    assert chain.replay(watched.session, "ledger").sealed == 12
    assert marks(watched)[-1][0] == 9


def test_what_is_new_is_found_at_once(watched: UnitOfWork) -> None:
    [row] = watched.rows("SELECT item_id FROM chain_seal WHERE chain = 'ledger' AND seq = 8")
    txn = row["item_id"]
    behind_our_back(
        watched,
        "UPDATE ledger_entry SET amount_minor = amount_minor + 1"
        " WHERE txn_id = (SELECT item_id FROM chain_seal WHERE chain = 'ledger' AND seq = 8)",
    )
    found = watching.look(watched.session, "ledger")
    assert (found.broken, found.seq, found.item_id) == (Break.ALTERED, 8, txn)


def test_what_is_old_is_found_when_its_slice_comes_and_at_once_by_the_command(watched: UnitOfWork) -> None:
    behind_our_back(
        watched,
        "DELETE FROM ledger_entry WHERE txn_id = (SELECT item_id FROM chain_seal WHERE chain = 'ledger' AND seq = 2)",
    )
    found = watching.look(watched.session, "ledger")
    assert (found.broken, found.seq) == (Break.ALTERED, 2)
    assert chain.replay(watched.session, "ledger").seq == 2


@pytest.mark.parametrize(
    ("statement", "name", "broken"),
    [
        pytest.param(
            "UPDATE audit_entry SET detail = jsonb_set(detail, '{seq}', '9') WHERE seq = (SELECT max(seq) FROM audit_entry WHERE"
            " action = 'chain.verified' AND detail->>'chain' = 'ledger')",
            "audit", Break.ALTERED, id="the mark is moved",
        ),
        pytest.param("DELETE FROM chain_seal WHERE chain = 'ledger' AND seq = 6", "ledger", Break.SEAL_MISSING, id="its seal is gone"),
        pytest.param(
            "UPDATE chain_seal SET digest = repeat('a', 64) WHERE chain = 'ledger' AND seq = 6", "ledger", Break.KEPT_HEAD_DIFFERS,
            id="its seal is another",
        ),
    ],
)  # fmt: skip
def test_a_mark_that_is_not_what_was_sealed_is_not_believed(
    watched: UnitOfWork, statement: str, name: str, broken: Break
) -> None:
    behind_our_back(watched, statement)
    found = watching.look(watched.session, "ledger")
    assert (found.chain, found.broken) == (name, broken)


def test_a_mark_without_a_seal_is_not_believed(watched: UnitOfWork) -> None:
    """Whoever puts a mark in to have an altered row passed over is seen until the mark is sealed, as the audit trail shows."""
    behind_our_back(
        watched,
        "UPDATE ledger_txn SET kind = 'x' WHERE id = (SELECT item_id FROM chain_seal WHERE chain = 'ledger' AND seq = 8)",
    )
    watched.session.connection().execute(
        text(
            "INSERT INTO audit_entry (at, recorded_at, actor_kind, request_id, action, subject_type, detail)"
            " SELECT at, recorded_at, actor_kind, request_id, action, subject_type, jsonb_set(detail, '{seq}', '9') FROM audit_entry"
            " WHERE action = 'chain.verified' AND detail->>'chain' = 'ledger' ORDER BY seq DESC LIMIT 1"
        )
    )
    assert watching.look(watched.session, "ledger").broken is Break.ALTERED


def test_a_small_chain_is_replayed_whole_and_leaves_no_mark(uow: UnitOfWork) -> None:
    happen(uow, 5)
    seal(uow, 1)
    assert watching.look(uow.session, "ledger").sealed == 5
    assert marks(uow) == []
