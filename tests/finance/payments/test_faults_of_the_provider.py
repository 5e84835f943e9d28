"""What the provider, the net between us and strangers do wrong, in every order: the books end the same."""

import random
import time
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import Connection, text

from finance.ledger import queries as ledger
from finance.payments import completer, inbox, queries, service
from finance.payments.errors import WebhookRefused
from finance.payments.gateway import GatewayUnknown
from finance.payments.gateways import stripe as stripe_gateways
from finance.payments.schemas import PaymentState, PaymentView
from finance.reconciliation.nightly import reconcile_nightly
from marketplace.core.clock import start_of_day
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import SECRET, Bill, Simulator, a_bill, signed
from tests.finance.payments.test_checkout import (
    booked,
    deliver,
    drain,
    provider_ref_of,
    settled,
    start,
)

STORY = ["invoice_issued", "payment_captured"]


@pytest.fixture
def bill(uow: UnitOfWork) -> Bill:
    return a_bill(uow)


def paid(
    bill: Bill, double: Simulator, key: str = "key-00000001"
) -> tuple[PaymentView, list[dict[str, Any]]]:
    """A payment that was first declined and then made, and its five announcements."""
    payment = start(bill, double, key)
    for action in ("decline", "pay"):
        double.act(provider_ref_of(bill), action)
    return payment, double.events_of(payment.id)


def after(bill: Bill, **later: float) -> Bill:
    return replace(bill, system=replace(bill.system, now=bill.system.now + timedelta(**later)))


def complete(bill: Bill, double: Simulator, **later: float) -> None:
    while completer.complete_attempts(after(bill, **later).system, gateway=double.gateway):
        pass


def sessions_of(double: Simulator, bill: Bill) -> list[dict[str, Any]]:
    ids = [
        str(row["id"])
        for row in bill.system.rows(
            "SELECT id FROM payment_attempt WHERE invoice_id = :id", id=bill.invoice.id
        )
    ]
    return [s for s in double.books().get("checkout.session", []) if s["client_reference_id"] in ids]


def night(bill: Bill, double: Simulator) -> int:
    now = start_of_day(bill.system.today + timedelta(days=1)) + timedelta(hours=3)
    return reconcile_nightly(replace(bill.system, now=now), gateway=double.gateway)


@pytest.mark.fault("P01", "P08")
@pytest.mark.parametrize("times", [2, 10, 100])
def test_an_announcement_that_comes_again_and_again_books_once(
    bill: Bill, stripe_double: Simulator, times: int
) -> None:
    _, events = paid(bill, stripe_double)
    deliver(bill, stripe_double, events * times)
    assert booked(bill) == STORY
    assert len(settled(bill)) == 1


@pytest.mark.fault("P03", "P04")
def test_all_orders_of_five_announcements_end_the_same(
    bill: Bill, stripe_double: Simulator, connection: Connection
) -> None:
    _, events = paid(bill, stripe_double)
    bill.system.session.commit()
    assert len(events) == 5
    ends = set()
    for order in permutations(events):
        point = connection.begin_nested()
        deliver(bill, stripe_double, list(order))
        balances = ledger.list_balances(bill.system, contract_id=bill.invoice.contract_id)
        ends.add((*booked(bill), *sorted(balances.values())))
        bill.system.session.commit()
        point.rollback()
        bill.system.session.expire_all()
    assert (
        ends == {(*STORY, 0, 0, 8_000_000)}
        or ends == {(*STORY, *sorted((0, 8_000_000, 0)))}
        or len(ends) == 1
    )


@pytest.mark.fault("P04")
@pytest.mark.parametrize("seed", range(5))
def test_three_payments_told_in_any_mixture_end_the_same(
    bill: Bill, stripe_double: Simulator, seed: int
) -> None:
    bills = [bill, *(a_bill(bill.system) for _ in range(2))]
    events = [event for n, each in enumerate(bills) for event in paid(each, stripe_double, f"key-{n:08}")[1]]
    random.Random(seed).shuffle(events)
    deliver(bill, stripe_double, events)
    assert [booked(each) for each in bills] == [STORY] * 3


@pytest.mark.fault("P07")
def test_news_of_the_other_mode_are_refused(stripe_double: Simulator) -> None:
    event = {"id": "evt_1", "type": "x", "livemode": True, "data": {"object": {"id": "cs_1"}}}
    live = stripe_gateways.StripeGateway("sk_live_x", SECRET, stripe_double.url)
    assert inbox.read_notice(live, *signed(event)).event.event_id == "evt_1"
    for gateway, body in ((stripe_double.gateway, event), (live, event | {"livemode": False})):
        with pytest.raises(WebhookRefused) as refused:
            inbox.read_notice(gateway, *signed(body))
        assert refused.value.reason == "mode"


@pytest.mark.fault("P09")
@pytest.mark.parametrize("ahead", [600, -600])
def test_a_clock_that_is_off_loses_nothing(bill: Bill, stripe_double: Simulator, ahead: int) -> None:
    _, events = paid(bill, stripe_double)
    for event in events:
        body = signed(event, timestamp=int(time.time()) - ahead)
        if ahead > 0:  # to a clock that runs ahead, every announcement is an old one
            with pytest.raises(WebhookRefused):
                inbox.read_notice(stripe_double.gateway, *body)
        else:
            inbox.store_notices(bill.system, [inbox.read_notice(stripe_double.gateway, *body)])
    drain(bill, stripe_double)
    assert night(bill, stripe_double) == 1
    assert booked(bill)[:2] == STORY
    assert len(settled(bill)) == 1


@pytest.mark.fault("P14")
def test_a_session_whose_key_is_forgotten_is_found_by_our_number(
    bill: Bill, stripe_double: Simulator
) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    answer = service.ask(stripe_double.gateway, service.request_of(attempt))
    assert not isinstance(answer, Exception)
    attempt.created_at -= timedelta(hours=25)  # our answer was lost, and a day has passed
    complete(bill, stripe_double, hours=25)
    assert (attempt.state, attempt.provider_ref) == ("requires_action", answer.provider_ref)
    assert len(sessions_of(stripe_double, bill)) == 1


@pytest.mark.fault("P15")
def test_a_key_that_is_in_use_is_asked_for_again(bill: Bill, stripe_double: Simulator) -> None:
    stripe_double.fault("POST checkout/sessions", "409", times=3)
    assert start(bill, stripe_double).state == PaymentState.UNKNOWN
    complete(bill, stripe_double, minutes=2)
    [session] = sessions_of(stripe_double, bill)
    assert bill.system.rows("SELECT state, provider_ref FROM payment_attempt") == [
        {"state": "requires_action", "provider_ref": session["id"]}
    ]


@pytest.mark.fault("P18", "P13")
def test_a_provider_that_is_silent_keeps_nobody_waiting_and_is_asked_again(
    bill: Bill, stripe_double: Simulator
) -> None:
    impatient = stripe_double.gateway_at(time.monotonic, seconds=0.05)
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    stripe_double.fault("POST checkout/sessions", "delay", seconds=0.3, times=3)
    answer = service.ask(impatient, service.request_of(attempt))
    assert isinstance(answer, GatewayUnknown)
    service.record_answer(bill.firm, attempt_id=attempt.id, answer=answer)
    assert attempt.state == "unknown"
    complete(bill, stripe_double, minutes=2)
    assert attempt.state == "requires_action"
    assert len(sessions_of(stripe_double, bill)) == 1


@pytest.mark.fault("P22", "P11")
def test_money_of_another_currency_waits_for_a_person(bill: Bill, stripe_double: Simulator) -> None:
    payment, events = paid(bill, stripe_double)
    bill.system.session.connection().execute(text("UPDATE payment_attempt SET currency = 'USD'"))
    bill.system.session.expire_all()
    deliver(bill, stripe_double, events[-1:])
    assert bill.system.rows("SELECT state, last_error FROM provider_notice") == [
        {"state": "parked", "last_error": "amount_differs CNY 8000000 for USD 8000000"}
    ]
    assert booked(bill) == ["invoice_issued"]
    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.REQUIRES_ACTION


@pytest.mark.fault("W06")
def test_a_notice_that_is_worked_on_is_left_alone_until_its_lease_has_run_out(
    bill: Bill, stripe_double: Simulator
) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(provider_ref_of(bill), "pay_later")
    event = stripe_double.events_of(payment.id)[-1]
    inbox.store_notices(bill.system, [inbox.read_notice(stripe_double.gateway, *signed(event))])
    worked_on = text("UPDATE provider_notice SET tries = 1, next_at = next_at + interval '60 seconds'")
    bill.system.session.connection().execute(worked_on)
    assert inbox.apply_inbox(bill.system, gateway=stripe_double.gateway) == 0
    assert inbox.apply_inbox(after(bill, seconds=61).system, gateway=stripe_double.gateway) == 1
    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.PROCESSING
