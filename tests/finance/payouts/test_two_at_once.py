"""Two people at the same instant: one split booked, one batch, one hold, one result."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.distributions import service as splitting
from finance.ledger import queries as ledger
from finance.payouts import queries, service
from finance.payouts.errors import PayeesNotReady
from finance.payouts.schemas import NewBatch, PayeeRef, Results, Returned
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once
from tests.factories.shared import SharedBill, a_shared_bill, receive
from tests.finance.payouts.test_payouts import account, payee
from workers.checks import INVARIANTS


@pytest.fixture
def world(committed_engine: Engine) -> SharedBill:
    with unit_of_work(on=committed_engine) as uow:
        shared = a_shared_bill(uow)
        receive(shared.bill, "100000.00")
    return shared


def _holds(engine: Engine) -> None:
    with Session(engine) as session:
        assert [found for check in INVARIANTS for found in check(session)] == []


def test_both_holders_and_a_double_click_book_the_split_once(
    committed_engine: Engine, world: SharedBill
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        split = uow.rows("SELECT id FROM distribution")[0]["id"]

    def approve(uow: UnitOfWork) -> object:
        return splitting.approve_distribution(uow, distribution_id=split)

    lead, other = world.bill.head.actor, world.institute_head.actor
    outcome = at_once(committed_engine, (lead, approve), (lead, approve), (other, approve), (other, approve))

    assert sorted(outcome) == [DONE, DONE, IllegalMove.code, IllegalMove.code]
    with unit_of_work(on=committed_engine) as uow:
        assert [
            row["n"] for row in uow.rows("SELECT count(*) AS n FROM ledger_txn WHERE kind = 'income_split'")
        ] == [1]
        assert ledger.get_balance(uow, f"undistributed:{world.contract_id}") == 0
    _holds(committed_engine)


def test_two_requests_make_one_batch_and_two_approvals_hold_once(
    committed_engine: Engine, world: SharedBill
) -> None:
    lead, other, officer = world.bill.head.actor, world.institute_head.actor, world.bill.officer.actor
    with unit_of_work(on=committed_engine) as uow:
        split = uow.rows("SELECT id FROM distribution")[0]["id"]
        for actor in (lead, other):
            splitting.approve_distribution(replace(uow, actor=actor), distribution_id=split)
        li: PayeeRef = payee(replace(uow, actor=officer), "李教授")
        service.set_account(replace(uow, actor=world.inventor.actor), draft=account(li))
    draft = NewBatch(payees=[li])

    requested = at_once(
        committed_engine, *[(officer, lambda uow: service.request_batch(uow, draft=draft))] * 2
    )
    assert sorted(requested) == sorted([DONE, PayeesNotReady.code])
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        [batch] = queries.list_batches(uow).items
    approved = at_once(
        committed_engine, *[(lead, lambda uow: service.approve_batch(uow, batch_id=batch.id))] * 2
    )
    assert sorted(approved) == [DONE, IllegalMove.code]
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        [line] = queries.get_batch(uow, batch_id=batch.id).payouts
    paid, back = (
        Results(confirmed=[line.id]),
        Results(returned=[Returned(payout_id=line.id, reason="账户不存在")]),
    )
    at_once(
        committed_engine,
        (officer, lambda uow: service.record_results(uow, batch_id=batch.id, results=paid)),
        (officer, lambda uow: service.record_results(uow, batch_id=batch.id, results=back)),
    )
    with unit_of_work(on=committed_engine) as uow:
        # Whichever came first: it was never paid twice, and what came back is owed again.
        assert ledger.get_balance(uow, f"inflight:{line.id}") == 0
    _holds(committed_engine)
