"""Everybody at the same instant: one dispute, one end, and a refund or a payout of its payment either went before or is refused (P26)."""

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.disputes import queries, service
from finance.disputes.schemas import PaymentDisputeState
from finance.distributions import service as splitting
from finance.distributions.errors import IncomeDisputed, RefundOfIncomeUnderWay
from finance.refunds import service as refunding
from finance.refunds.schemas import DebtAfter, NewRefund
from marketplace.core.actor import SYSTEM
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once
from tests.factories.payments import Simulator, a_bill
from tests.finance.disputes.conftest import Court, court_of
from tests.finance.refunds.conftest import paid
from workers.checks import INVARIANTS


@pytest.fixture
def court(committed_engine: Engine, double: Simulator) -> Court:
    with unit_of_work(on=committed_engine) as uow:
        made = court_of(paid(a_bill(uow), double))
        made.split()
    return made


def holds(engine: Engine) -> None:
    with Session(engine) as session:
        assert [found for check in INVARIANTS for found in check(session)] == []


@pytest.mark.fault("P26")
def test_one_dispute_is_opened_and_lost_once(committed_engine: Engine, court: Court) -> None:
    ref, gateway = court.dispute(), court.double.gateway

    def record(uow: UnitOfWork) -> object:
        return service.record_dispute(uow, provider="stripe", seen=gateway.fetch_dispute(ref))

    for state in (PaymentDisputeState.OPENED, PaymentDisputeState.LOST):
        assert at_once(committed_engine, *[(SYSTEM, record)] * 4) == [DONE] * 4
        with unit_of_work(on=committed_engine) as uow:
            [view] = queries.list_disputes(uow).items
        assert view.state == state
        if state == PaymentDisputeState.OPENED:
            court.decide(ref, "lose")
    holds(committed_engine)


@pytest.mark.fault("P26")
def test_a_dispute_beside_an_approval_and_a_refund_leaves_true_books(
    committed_engine: Engine, court: Court
) -> None:
    officer, head, payment_id = court.bill.officer.actor, court.bill.head.actor, court.payment.id
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        form = NewRefund(amount_minor=700, debt=DebtAfter.STANDS, reason="企业重复付款，已核实")
        refund = refunding.request_refund(uow, payment_id=payment_id, form=form)
        [split] = uow.rows("SELECT id FROM distribution")
    ref = court.dispute(5_000_000)
    seen = court.double.gateway.fetch_dispute(ref)

    def record(uow: UnitOfWork) -> object:
        return service.record_dispute(uow, provider="stripe", seen=seen)

    def approve(uow: UnitOfWork) -> object:
        return splitting.approve_distribution(uow, distribution_id=split["id"])

    def refund_it(uow: UnitOfWork) -> object:
        return refunding.approve_refund(uow, refund_id=refund.id)

    outcomes = at_once(committed_engine, (SYSTEM, record), (head, approve), (head, refund_it))
    assert DONE in outcomes
    assert set(outcomes) <= {DONE, IncomeDisputed.code, RefundOfIncomeUnderWay.code}
    with unit_of_work(on=committed_engine) as uow:
        assert uow.rows("SELECT disputed_minor FROM distribution") == [{"disputed_minor": 5_000_000}]
    holds(committed_engine)
