"""News from the provider: applied exactly once, in any order, alone or together; what is not ours moves nothing."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from sqlalchemy import text

from finance.ledger import recipes
from finance.ledger.errors import LedgerError
from finance.payments import inbox, queries, service
from finance.payments.errors import WebhookRefused
from finance.payments.schemas import PaymentState
from marketplace.core.problems import Forbidden
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import Bill, Simulator, a_bill, signed
from tests.finance.payments.test_checkout import (
    booked,
    deliver,
    drain,
    provider_ref_of,
    session_of,
    settled,
    start,
)
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def test_the_same_events_ten_times_book_once(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay")
    deliver(bill, stripe_double, stripe_double.events_of(payment.id) * 10)

    assert booked(bill) == ["invoice_issued", "payment_captured"]
    assert len(settled(bill)) == 1


@pytest.mark.fault("P03")
@pytest.mark.parametrize("order", list(permutations(range(4)))[::3])
def test_events_in_any_order_end_the_same(
    bill: Bill, stripe_double: Simulator, order: tuple[int, ...]
) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "decline")
    stripe_double.act(session_of(bill, payment), "pay")
    events = [e for e in stripe_double.events_of(payment.id) if e["type"] != "payment_intent.payment_failed"]
    assert len(events) == 4
    deliver(bill, stripe_double, [events[i] for i in order])

    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.SUCCEEDED
    assert booked(bill) == ["invoice_issued", "payment_captured"]


@pytest.mark.parametrize(
    ("actions", "state"),
    [
        (["pay_later"], "processing"),
        (["pay_later", "arrive"], "succeeded"),
        (["pay_later", "fail"], "failed"),
        (["expire"], "canceled"),
    ],
)
def test_late_money_failures_and_expiry_are_followed(
    bill: Bill, stripe_double: Simulator, actions: list[str], state: str
) -> None:
    payment = start(bill, stripe_double)
    session = session_of(bill, payment)
    for action in actions:
        stripe_double.act(session, action)
        deliver(
            bill,
            stripe_double,
            [e for e in stripe_double.books()["event"] if e["data"]["object"]["id"] == session],
        )

    assert queries.get_payment(bill.firm, payment_id=payment.id).state == state
    assert len(settled(bill)) == (state == "succeeded")
    if state in ("failed", "canceled"):
        assert start(bill, stripe_double, "key-00000002").state == PaymentState.REQUIRES_ACTION


@pytest.mark.fault("P05")
def test_a_webhook_before_our_own_answer_is_applied(bill: Bill, stripe_double: Simulator) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    answer = service.ask(stripe_double.gateway, service.request_of(attempt))
    assert not isinstance(answer, Exception)
    stripe_double.act(answer.provider_ref, "pay")
    deliver(bill, stripe_double, stripe_double.events_of(attempt.id))
    service.record_answer(bill.firm, attempt_id=attempt.id, answer=answer)

    assert queries.get_payment(bill.firm, payment_id=attempt.id).state == PaymentState.SUCCEEDED
    assert len(settled(bill)) == 1


def paid_at_once(bill: Bill, double: Simulator) -> list[Bill]:
    """Three contracts, each with a bill that was just paid; nobody has heard of it yet."""
    bills = [bill, *(a_bill(bill.system) for _ in range(2))]
    for number, each in enumerate(bills):
        payment = start(each, double, key=f"key-{number:08}")
        double.act(session_of(each, payment), "pay")
        body = signed(double.events_of(payment.id)[-1])
        inbox.store_notices(bill.system, [inbox.read_notice(double.gateway, *body)])
    return bills


def test_payments_that_came_in_together_are_booked_together(bill: Bill, stripe_double: Simulator) -> None:
    bills = paid_at_once(bill, stripe_double)

    assert inbox.apply_inbox(bill.system, gateway=stripe_double.gateway) == 3
    assert [booked(each) for each in bills] == [["invoice_issued", "payment_captured"]] * 3
    assert sorted(event["invoice_id"] for event in settled(bill)) == sorted(str(b.invoice.id) for b in bills)
    assert bill.system.rows("SELECT state FROM provider_notice") == [{"state": "done"}] * 3


@pytest.mark.fault("P11")
def test_a_wrong_amount_among_them_holds_up_no_other(bill: Bill, stripe_double: Simulator) -> None:
    _, wrong, _ = bills = paid_at_once(bill, stripe_double)
    bill.system.session.connection().execute(
        text("UPDATE payment_attempt SET amount_minor = amount_minor - 1 WHERE invoice_id = :id"),
        {"id": wrong.invoice.id},
    )
    bill.system.session.expire_all()

    assert inbox.apply_inbox(bill.system, gateway=stripe_double.gateway) == 3
    assert [len(booked(each)) for each in bills] == [2, 1, 2]
    states = bill.system.rows("SELECT state FROM provider_notice ORDER BY received_at, id")
    assert [row["state"] for row in states] == ["done", "parked", "done"]


def test_one_that_cannot_be_booked_holds_up_no_other_and_is_told(
    bill: Bill, stripe_double: Simulator
) -> None:
    _, wrong, _ = bills = paid_at_once(bill, stripe_double)
    [intent] = [
        session["payment_intent"]
        for session in stripe_double.books()["checkout.session"]
        if session["id"] == provider_ref_of(wrong)
    ]
    taken = recipes.Capture(
        wrong.invoice.id,
        "stripe",
        intent,
        wrong.invoice.id,
        wrong.invoice.contract_id,
        wrong.invoice.firm_id,
        1,
        0,
    )
    recipes.payment_captured(bill.system, taken)
    bill.system.session.commit()

    with pytest.raises(LedgerError, match="another posting"):
        inbox.apply_inbox(bill.system, gateway=stripe_double.gateway)
    assert [len(booked(each)) for each in bills] == [2, 1, 2]
    reversal = bill.system.rows("SELECT id FROM ledger_txn WHERE idem_key = :key", key=f"cap:stripe:{intent}")
    recipes.reverse(bill.system, txn_id=reversal[0]["id"], reason="it was no payment")


@pytest.mark.fault("P06")
def test_an_object_that_is_not_ours_moves_no_money(bill: Bill, stripe_double: Simulator) -> None:
    event = {
        "id": "evt_foreign",
        "type": "checkout.session.completed",
        "data": {"object": {"id": "cs_foreign"}},
    }
    deliver(bill, stripe_double, [event])

    [notice] = bill.system.rows("SELECT state, last_error FROM provider_notice")
    assert notice == {"state": "parked", "last_error": "unknown_object"}
    assert [parked.event_id for parked in queries.list_parked_notices(bill.system)] == ["evt_foreign"]
    with pytest.raises(Forbidden):
        queries.list_parked_notices(bill.head)
    assert booked(bill) == ["invoice_issued"]


def test_money_for_a_payment_that_had_ended_is_never_passed_over(
    bill: Bill, stripe_double: Simulator
) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay")
    bill.system.session.connection().exec_driver_sql("UPDATE payment_attempt SET state = 'canceled'")
    bill.system.session.expire_all()
    deliver(bill, stripe_double, stripe_double.events_of(payment.id)[-1:])

    [notice] = bill.system.rows("SELECT state, last_error FROM provider_notice")
    assert notice == {
        "state": "parked",
        "last_error": "came_too_late CNY 8000000 for a payment that is canceled",
    }
    assert settled(bill) == []
    bill.system.session.connection().exec_driver_sql("UPDATE payment_attempt SET state = 'requires_action'")


@pytest.mark.fault("P11")
def test_another_amount_than_asked_for_is_parked_for_a_person(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay")
    bill.system.session.connection().exec_driver_sql(
        "UPDATE payment_attempt SET amount_minor = amount_minor - 1"
    )
    bill.system.session.expire_all()
    deliver(bill, stripe_double, stripe_double.events_of(payment.id)[-1:])

    [notice] = bill.system.rows("SELECT state, last_error FROM provider_notice")
    assert notice == {"state": "parked", "last_error": "amount_differs CNY 8000000 for CNY 7999999"}
    assert settled(bill) == []
    inbox_ids = bill.system.rows("SELECT id FROM provider_notice")
    bill.system.session.connection().exec_driver_sql(
        "UPDATE payment_attempt SET amount_minor = amount_minor + 1"
    )
    bill.system.session.expire_all()
    inbox.replay_notice(bill.system, notice_id=inbox_ids[0]["id"])
    drain(bill, stripe_double)
    assert len(settled(bill)) == 1


@pytest.mark.fault("P07")
def test_a_forged_notice_leaves_no_trace(bill: Bill, stripe_double: Simulator) -> None:
    body, signature = signed(
        {"id": "evt_x", "type": "checkout.session.completed", "data": {"object": {"id": "cs"}}},
        secret="whsec_wrong",
    )
    with pytest.raises(WebhookRefused) as refused:
        inbox.store_notices(bill.system, [inbox.read_notice(stripe_double.gateway, body, signature)])

    assert refused.value.reason == "signature"
    assert bill.system.rows("SELECT count(*) AS n FROM provider_notice") == [{"n": 0}]
