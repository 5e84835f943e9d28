"""Two at the same instant: one account opened, one batch approved, one transfer sent."""

from functools import partial

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from finance.connect import completer, queries, service
from finance.payouts import queries as payouts, service as paying
from finance.payouts.schemas import NewBatch, PayeeRef
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork, unit_of_work
from tests.at_once import DONE, at_once, in_turns
from tests.factories.payments import Simulator, a_bill
from tests.finance.connect.conftest import Office
from tests.finance.refunds.conftest import paid
from workers.checks import INVARIANTS


@pytest.fixture
def office(committed_engine: Engine, double: Simulator) -> Office:
    with unit_of_work(on=committed_engine) as uow:
        desk = paid(a_bill(uow), double)
        desk.book()
        return Office(desk)


def test_two_of_everything_send_the_money_once(committed_engine: Engine, office: Office) -> None:
    officer, head, system = office.bill.officer.actor, office.bill.head.actor, office.bill.system.actor
    assert at_once(committed_engine, *[(officer, service.open_account)] * 3) == [DONE] * 3
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        completer.look_at_account(uow, queries.get_own_account(uow), office.gateway)
        ref = queries.get_own_account(uow).provider_ref
    assert len(office.double.books()["account"]) == 1
    office.double.control(f"accounts/{ref}/activate")
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        completer.look_at_account(uow, queries.get_own_account(uow), office.gateway)
    assert at_once(committed_engine, *[(head, service.use_account)] * 2) == [DONE] * 2
    with unit_of_work(on=committed_engine) as uow:
        rows = uow.rows("SELECT count(*) AS n FROM payee_account WHERE way = 'stripe'")
        assert rows == [{"n": 1}]
        uow.session.connection().exec_driver_sql("UPDATE payee_account SET usable_from = usable_from - 3")
    with unit_of_work(actor=officer, on=committed_engine) as uow:
        payee = PayeeRef(kind="university", id=office.bill.invoice.university_id, way="stripe")
        batch = paying.request_batch(uow, draft=NewBatch(payees=[payee]))

    def approve(uow: UnitOfWork) -> object:
        return paying.approve_batch(uow, batch_id=batch.id)

    assert sorted(at_once(committed_engine, *[(head, approve)] * 2)) == [DONE, IllegalMove.code]
    with unit_of_work(on=committed_engine) as uow:  # the nightly look told that the payment is settled
        uow.session.connection().exec_driver_sql(
            "INSERT INTO provider_movement (id, version, created_at, provider, ref, kind, source_ref, capture_ref, amount_minor,"
            " fee_minor, net_minor, currency, happened_at, day, settled, available_at) SELECT gen_random_uuid(), 1, now(), provider,"
            " 'txn', 'charge', 'ch', capture_ref, amount_minor, 0, amount_minor, 'CNY', now(), current_date, false, now()"
            " FROM payment_attempt"
        )

    def tick(uow: UnitOfWork) -> object:
        return [completer.complete_transfers(uow, gateway=office.gateway) for _ in range(3)]

    assert at_once(committed_engine, *[(system, tick)] * 3) == [DONE] * 3
    at_once(committed_engine, *[(system, tick)] * 2)
    assert len(office.at_provider()) == 1
    with unit_of_work(actor=head, on=committed_engine) as uow:
        assert [t.state for t in queries.list_transfers(uow)] == ["sent"]
        assert payouts.get_batch(uow, batch_id=batch.id).state == "done"
    with Session(committed_engine) as session:
        assert [found for check in INVARIANTS for found in check(session)] == []


def test_of_two_who_prepare_a_batch_the_second_sees_what_the_first_prepared(
    committed_engine: Engine, double: Simulator
) -> None:
    with unit_of_work(on=committed_engine) as uow:
        desk = paid(a_bill(uow), double)
        desk.book()
        office = Office(desk)
        office.change(office.open(), "activate")
        office.use()
        office.approve()
    prepare = partial(service.prepare_transfers, provider="stripe")
    assert in_turns(committed_engine, office.bill.system.actor, prepare) == (1, 0)
