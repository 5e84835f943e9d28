"""A posting and a closing at the same instant: either the month has it, or it is refused; two people close once (L07, C06)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
from sqlalchemy import Engine, text
from sqlmodel import Session

from finance.closings import queries, service
from finance.closings.errors import ClosingUnderWay
from finance.closings.schemas import ClosingView
from finance.ledger.errors import MonthClosed
from finance.ledger.recipes import RECIPES
from marketplace.core.ids import new_id
from marketplace.core.problems import IllegalMove, Problem
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once
from tests.factories.closings import after_month, month_of, seal
from tests.factories.payments import Bill, a_bill
from workers.checks import INVARIANTS


@pytest.fixture
def bill(committed_engine: Engine) -> Bill:
    with unit_of_work(on=committed_engine) as uow:
        made = a_bill(uow)
        seal(made.system)
    return made


def asked(engine: Engine, bill: Bill) -> ClosingView:
    month = month_of(bill)
    with unit_of_work(actor=bill.officer.actor, on=engine) as uow:
        return service.ask_to_close(after_month(uow, month), month=month)


@pytest.mark.fault("C06")
def test_two_ask_and_two_close_once(committed_engine: Engine, bill: Bill) -> None:
    month, officer, head = month_of(bill), bill.officer.actor, bill.head.actor

    def ask(uow: UnitOfWork) -> object:
        return service.ask_to_close(after_month(uow, month), month=month)

    assert sorted(at_once(committed_engine, (officer, ask), (officer, ask))) == sorted(
        [DONE, ClosingUnderWay.code]
    )
    with unit_of_work(actor=head, on=committed_engine) as uow:
        [closing] = queries.get_month(after_month(uow, month), month=month).closings

    def close(uow: UnitOfWork) -> object:
        return service.close_month(after_month(uow, month), closing_id=closing.id)

    assert sorted(at_once(committed_engine, (head, close), (head, close))) == [DONE, IllegalMove.code]
    with Session(committed_engine) as session:
        assert [found for check in INVARIANTS for found in check(session)] == []


@pytest.mark.fault("L07")
def test_a_posting_under_way_holds_the_closing_up_and_one_after_it_is_refused(
    committed_engine: Engine, bill: Bill
) -> None:
    month, closing = month_of(bill), asked(committed_engine, bill)
    booked, go_on = Event(), Event()

    def book_slowly() -> None:
        with unit_of_work(on=committed_engine) as uow:
            late = replace(uow, now=bill.system.now)
            RECIPES["invoice_issued"](
                late, invoice_id=new_id(), contract_id=bill.invoice.contract_id, amount_minor=100
            )
            booked.set()
            go_on.wait(60)

    def close() -> str:
        with unit_of_work(actor=bill.head.actor, on=committed_engine) as uow:
            try:
                service.close_month(after_month(uow, month), closing_id=closing.id)
            except Problem as error:
                return type(error).__name__
        return "closed"

    with ThreadPoolExecutor(2) as pool:
        posting = pool.submit(book_slowly)
        assert booked.wait(60)
        closed = pool.submit(close)
        with committed_engine.connect() as other:
            while (
                not closed.done()
                and not other.execute(
                    text(
                        "SELECT count(*) FROM pg_locks WHERE relation = 'ledger_txn'::regclass AND mode = 'ShareLock' AND NOT granted"
                    )
                ).scalar()
            ):
                other.rollback()
        assert not closed.done()
        go_on.set()
        posting.result(60)
        # what was booked meanwhile is not sealed: the month is looked at again
        assert closed.result(60) == "MonthNotReady"
    with unit_of_work(on=committed_engine) as uow:
        seal(uow)
    with unit_of_work(actor=bill.head.actor, on=committed_engine) as uow:
        kept = service.close_month(after_month(uow, month), closing_id=closing.id)
    assert kept.transactions == 2
    with pytest.raises(MonthClosed), unit_of_work(on=committed_engine) as uow:
        RECIPES["invoice_issued"](
            replace(uow, now=bill.system.now), invoice_id=new_id(), contract_id=new_id(), amount_minor=100
        )
