"""Two people at the same instant: one refund asked, one decision, one sum that leaves (P23, C06)."""

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.refunds import completer, queries, service
from finance.refunds.errors import RefundUnderWay
from finance.refunds.schemas import DebtAfter, NewRefund, RefundState
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once
from tests.factories.payments import Simulator, a_bill
from tests.finance.refunds.conftest import Desk, paid
from workers.checks import INVARIANTS


@pytest.fixture
def desk(committed_engine: Engine, double: Simulator) -> Desk:
    with unit_of_work(on=committed_engine) as uow:
        made = paid(a_bill(uow), double)
        made.split()
    return made


@pytest.mark.fault("P23", "C06")
def test_two_requests_and_two_decisions_send_the_money_once(committed_engine: Engine, desk: Desk) -> None:
    officer, head, payment_id = desk.bill.officer.actor, desk.bill.head.actor, desk.payment.id
    form = NewRefund(amount_minor=8_000_000, debt=DebtAfter.STANDS, reason="企业重复付款，已核实")

    def ask(uow: UnitOfWork) -> object:
        return service.request_refund(uow, payment_id=payment_id, form=form)

    asked = at_once(committed_engine, (officer, ask), (officer, ask), (officer, ask))
    assert sorted(asked) == sorted([DONE, RefundUnderWay.code, RefundUnderWay.code])
    with unit_of_work(actor=head, on=committed_engine) as uow:
        [refund] = queries.list_refunds(uow).items

    def approve(uow: UnitOfWork) -> object:
        return service.approve_refund(uow, refund_id=refund.id)

    decided = at_once(committed_engine, (head, approve), (head, approve), (head, approve))
    assert sorted(decided) == [DONE, IllegalMove.code, IllegalMove.code]

    with unit_of_work(on=committed_engine) as uow:
        row = uow.rows("SELECT provider_key FROM refund")
        assert len(row) == 1
        request = service.request_of(uow, refund.id)
    answers = [service.ask(desk.double.gateway, request) for _ in range(2)]  # the edge and the clock
    for answer in answers:
        with unit_of_work(on=committed_engine) as uow:
            service.record_answer(uow, refund_id=refund.id, answer=answer)
            completer.complete_refunds(uow, gateway=desk.double.gateway)
    with unit_of_work(actor=head, on=committed_engine) as uow:
        assert queries.get_refund(uow, refund_id=refund.id).state == RefundState.SUCCEEDED
    assert len(desk.refunds_at_provider(refund)) == 1
    with Session(committed_engine) as session:
        assert [found for check in INVARIANTS for found in check(session)] == []
