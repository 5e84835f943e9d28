"""Each invariant holds over a true story and names the row when somebody tampers with the database behind our back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from finance.bank import service as bank
from finance.closings.counting import following
from finance.distributions import service as distributions
from marketplace.app.oversight import chain
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled
from search import engines, indexing
from search.engines import MemoryEngine
from tests.factories.closings import a_closed_month, month_of
from tests.factories.payments import Bill, a_bill
from workers.checks import INVARIANTS

TAMPERING = {
    "I1": "UPDATE ledger_entry SET amount_minor = amount_minor + 1 WHERE ctid = (SELECT min(ctid) FROM ledger_entry)",
    "I2": "UPDATE ledger_account SET balance_minor = balance_minor - 1 WHERE kind = 'undistributed'",
    "I3": "DELETE FROM contract_settlement",
    "I4": "UPDATE bank_match SET amount_minor = amount_minor + 1",
    "I5": "UPDATE distribution_share SET amount_minor = amount_minor + 1 WHERE position = 1",
    "I6": "UPDATE invoice SET paid_minor = paid_minor - 1",
    "I7": "UPDATE state_change SET to_state = 'open' WHERE seq = (SELECT max(seq) FROM state_change WHERE subject_type = 'invoice')",
    "I8": "UPDATE invoice SET kind = 'late_interest'",
    "I9": "UPDATE distribution_share SET amount_minor = amount_minor + 1 WHERE payee_kind = 'unit'",
    "I10": "UPDATE audit_entry SET action = 'tests.other'",
    "I11": "UPDATE bank_line SET amount_minor = amount_minor + 1",
    "I12": "UPDATE contract_document SET sha256 = repeat('0', 64) WHERE position = 0",
    "I13": "UPDATE listing SET version = version + 1",
    "I14": "UPDATE ledger_entry SET amount_minor = -amount_minor WHERE account_id IN"
    " (SELECT id FROM ledger_account WHERE kind = 'payable_unit')",
    "I15": "UPDATE month_closing SET figures = jsonb_set(figures, '{0,debit_minor}', '1')",
}


@pytest.fixture
def bill(uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch) -> Bill:
    """A bill that was paid by bank, split and booked; its month is closed, and its result can be found."""
    memory = MemoryEngine()
    monkeypatch.setattr(engines, "engine", lambda: memory)
    bill = a_bill(uow)
    last_day = following(month_of(bill)) - timedelta(days=1)
    content = f"日期,流水号,收入,对方户名,摘要\n{last_day},1,80000,甲,{bill.invoice.reference}".encode()
    bank.import_statement(bill.officer, content=content, file_name="流水.csv")
    [row] = uow.rows("SELECT payload FROM outbox_event WHERE name = :name", name=PaymentSettled.name)
    split = distributions.propose_distribution(
        bill.system, settled=PaymentSettled.model_validate(row["payload"])
    )
    assert split is not None
    distributions.approve_distribution(bill.head, distribution_id=split)
    a_closed_month(bill)
    uow.session.connection().execute(text("UPDATE outbox_event SET fanned_at = now()"))  # everybody has heard
    indexing.make_ready(bill.system)
    chain.seal(replace(bill.system, wall=utc_now() + timedelta(seconds=9)))
    return bill


def test_every_invariant_is_named_and_tampered_with() -> None:
    assert {one.name for one in INVARIANTS} == set(TAMPERING)


def found(uow: UnitOfWork) -> set[str]:
    return {violation.invariant for check in INVARIANTS for violation in check(uow.session)}


def test_a_true_story_violates_nothing(bill: Bill) -> None:
    assert found(bill.system) == set()


@pytest.mark.fault("L10", holds=())
@pytest.mark.parametrize("invariant", TAMPERING)
def test_tampering_is_named(bill: Bill, invariant: str) -> None:
    connection = bill.system.session.connection()
    connection.execute(
        text("SET LOCAL session_replication_role = replica")
    )  # triggers off, as whoever owns the disk could
    connection.execute(text(TAMPERING[invariant]))
    connection.execute(text("SET LOCAL session_replication_role = origin"))

    assert invariant in found(bill.system)
