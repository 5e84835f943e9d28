"""An attempt to pay is decided, asked, recorded; news from the provider is applied exactly once, in any order."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from finance.ledger import queries as ledger
from finance.payments import completer, inbox, queries, service
from finance.payments.errors import KeyInFlight, KeyReused, PaymentUnderWay
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import PaymentState, PaymentView
from finance.receivables import queries as receivables
from finance.receivables.errors import InvoiceAlreadyPaid
from marketplace.contracts import queries as contracts
from marketplace.core.problems import Forbidden, NotFound
from marketplace.core.uow import UnitOfWork
from tests.factories.ledger import booked_for_contract
from tests.factories.payments import Bill, Simulator, a_bill, signed
from workers.checks import INVARIANTS


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


def start(bill: Bill, double: Simulator, key: str = "key-00000001") -> PaymentView:
    """What the endpoint does."""
    attempt, ask_now = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key=key, provider="stripe"
    )
    if ask_now:
        request = service.request_of(attempt)
        bill.firm.session.commit()
        service.record_answer(bill.firm, attempt_id=attempt.id, answer=service.ask(double.gateway, request))
    return queries.get_payment(bill.firm, payment_id=attempt.id)


def session_of(bill: Bill, payment: PaymentView) -> str:
    return bill.firm.session.get_one(PaymentAttempt, payment.id).provider_ref or ""


def deliver(bill: Bill, double: Simulator, events: list[dict[str, Any]]) -> None:
    for event in events:
        body, signature = signed(event)
        inbox.store_notices(bill.system, [inbox.read_notice(double.gateway, body, signature)])
    drain(bill, double)


def drain(bill: Bill, double: Simulator) -> None:
    while inbox.apply_inbox(bill.system, gateway=double.gateway):
        pass


def booked(bill: Bill) -> list[str]:
    return [txn.kind for txn in booked_for_contract(bill.system, bill.invoice.contract_id)]


def settled(bill: Bill) -> list[dict[str, Any]]:
    bill.system.session.flush()
    return [
        row["payload"]
        for row in bill.system.rows(
            "SELECT payload FROM outbox_event WHERE name = 'payments.payment.settled'"
        )
    ]


def test_a_paid_checkout_is_booked_to_the_fen(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    assert (payment.state, payment.amount_minor) == (PaymentState.REQUIRES_ACTION, 8_000_000)
    assert payment.url == f"{stripe_double.url}/pay/{session_of(bill, payment)}"
    stripe_double.act(session_of(bill, payment), "pay")
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))

    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.SUCCEEDED
    invoice = receivables.get_invoice(bill.firm, invoice_id=bill.invoice.id)
    assert (invoice.state, invoice.open_minor, [p.applied_minor for p in invoice.payments]) == (
        "paid",
        0,
        [8_000_000],
    )
    assert booked(bill) == ["invoice_issued", "payment_captured"]
    balances = ledger.list_balances(bill.system, contract_id=bill.invoice.contract_id)
    assert sorted(balances.values()) == [0, 0, 8_000_000]
    assert ledger.get_balance(bill.system, "clearing:stripe") == 8_000_000
    assert (
        ledger.get_balance(bill.system, "processor_fee") == 0
    )  # never guessed: the provider's account tells it
    [event] = settled(bill)
    assert (event["applied_minor"], event["method"]) == (8_000_000, "stripe")
    [paid] = bill.system.rows("SELECT obligation_key, amount_minor FROM contract_settlement")
    assert (paid["obligation_key"], paid["amount_minor"]) == ("deferred:1", 8_000_000)
    assert (
        contracts.get_contract(bill.system, contract_id=bill.invoice.contract_id).id
        == bill.invoice.contract_id
    )


@pytest.mark.fault("C07", "C08")
def test_a_double_click_and_a_second_tab_get_the_same_page(bill: Bill, stripe_double: Simulator) -> None:
    first = start(bill, stripe_double)

    assert start(bill, stripe_double) == first
    assert start(bill, stripe_double, "another-tab") == first
    assert (
        len(
            [
                s
                for s in stripe_double.books()["checkout.session"]
                if s["client_reference_id"] == str(first.id)
            ]
        )
        == 1
    )


@pytest.mark.fault("C07")
def test_a_key_belongs_to_one_invoice(bill: Bill, stripe_double: Simulator) -> None:
    start(bill, stripe_double)
    other = a_bill(bill.system, amount_minor=5)
    with pytest.raises(NotFound):  # another firm's invoice is not even there
        service.open_attempt(
            bill.firm, invoice_id=other.invoice.id, client_key="key-00000001", provider="stripe"
        )

    bill.firm.session.connection().exec_driver_sql(
        "UPDATE invoice SET firm_id = %s WHERE id = %s", (bill.invoice.firm_id, other.invoice.id)
    )
    with pytest.raises(KeyReused):
        service.open_attempt(
            bill.firm, invoice_id=other.invoice.id, client_key="key-00000001", provider="stripe"
        )


def test_only_the_firm_pays_and_the_university_watches(bill: Bill, stripe_double: Simulator) -> None:
    with pytest.raises(Forbidden):
        service.open_attempt(
            bill.officer, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
        )
    payment = start(bill, stripe_double)

    assert queries.get_payment(bill.officer, payment_id=payment.id) == payment
    stranger = replace(
        bill.firm, actor=replace(bill.firm.actor, organization_id=a_bill(bill.system).invoice.firm_id)
    )
    with pytest.raises(NotFound):
        queries.get_payment(stranger, payment_id=payment.id)


@pytest.mark.fault("C07")
def test_while_the_first_call_runs_the_key_is_in_flight_and_other_keys_wait(bill: Bill) -> None:
    service.open_attempt(bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe")

    with pytest.raises(KeyInFlight):
        service.open_attempt(
            bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
        )
    with pytest.raises(PaymentUnderWay):
        service.open_attempt(
            bill.firm, invoice_id=bill.invoice.id, client_key="key-00000002", provider="stripe"
        )


@pytest.mark.fault("P22", "X14")
def test_a_paid_invoice_cannot_be_paid_again(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay")
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))

    with pytest.raises(InvoiceAlreadyPaid):
        start(bill, stripe_double, "key-00000002")


def crash_after_decision(bill: Bill, _: Simulator) -> None:
    service.open_attempt(bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe")


def crash_after_call(bill: Bill, double: Simulator) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    service.ask(double.gateway, service.request_of(attempt))


def cut_after_work(bill: Bill, double: Simulator) -> None:
    double.fault("POST checkout/sessions", "drop-after-work")
    assert start(bill, double).state == PaymentState.UNKNOWN


@pytest.mark.fault("P13", "W01")
@pytest.mark.parametrize("accident", [crash_after_decision, crash_after_call, cut_after_work])
def test_an_unfinished_attempt_is_completed_with_one_session(
    bill: Bill, stripe_double: Simulator, accident: Callable[[Bill, Simulator], None]
) -> None:
    accident(bill, stripe_double)
    [attempt] = bill.system.rows("SELECT id FROM payment_attempt")
    assert completer.complete_attempts(bill.system, gateway=stripe_double.gateway) == 0
    later = replace(bill.system, now=bill.system.now + timedelta(seconds=61))
    assert completer.complete_attempts(later, gateway=stripe_double.gateway) == 1

    view = queries.get_payment(bill.firm, payment_id=attempt["id"])
    assert view.state == PaymentState.REQUIRES_ACTION
    assert [
        s["id"] for s in stripe_double.books()["checkout.session"] if s["client_reference_id"] == str(view.id)
    ] == [session_of(bill, view)]


def test_money_is_found_without_any_webhook(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay")
    later = replace(bill.system, now=bill.system.now + timedelta(minutes=11))
    completer.complete_attempts(later, gateway=stripe_double.gateway)

    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.SUCCEEDED
    deliver(bill, stripe_double, stripe_double.events_of(payment.id))
    assert len(settled(bill)) == 1


@pytest.mark.fault("P14")
def test_after_a_day_a_lost_attempt_is_looked_for_never_blindly_repeated(
    bill: Bill, stripe_double: Simulator
) -> None:
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key="key-00000001", provider="stripe"
    )
    attempt.created_at -= timedelta(hours=25)
    bill.system.session.flush()
    before = len(stripe_double.books().get("checkout.session", []))
    later = replace(bill.system, now=bill.system.now + timedelta(hours=25))
    completer.complete_attempts(later, gateway=stripe_double.gateway)

    row = bill.system.session.get_one(PaymentAttempt, attempt.id)
    assert (row.state, row.next_at, row.last_error) == (
        "submitted",
        None,
        "not found at the provider: a person decides",
    )
    assert len(stripe_double.books().get("checkout.session", [])) == before


@pytest.mark.fault("P18")
def test_nothing_is_guessed_while_the_provider_is_away(bill: Bill, stripe_double: Simulator) -> None:
    payment = start(bill, stripe_double)
    stripe_double.act(session_of(bill, payment), "pay_later")
    stripe_double.fault("GET checkout/sessions/{id}", "500", times=99)
    deliver(bill, stripe_double, stripe_double.events_of(payment.id)[-1:])
    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.REQUIRES_ACTION

    stripe_double.mend()
    drain(replace_now(bill, minutes=3), stripe_double)
    assert queries.get_payment(bill.firm, payment_id=payment.id).state == PaymentState.PROCESSING
    assert settled(bill) == []


def provider_ref_of(bill: Bill) -> str:
    rows = bill.system.rows(
        "SELECT provider_ref FROM payment_attempt WHERE invoice_id = :id", id=bill.invoice.id
    )
    return str(rows[0]["provider_ref"])


def replace_now(bill: Bill, *, minutes: int) -> Bill:
    return replace(bill, system=replace(bill.system, now=bill.system.now + timedelta(minutes=minutes)))
