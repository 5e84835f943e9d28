"""A provider that refuses a storm of calls, or is away: nobody waits long, all is done later, and nothing twice."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import stripe

from finance.payments import completer, queries, service
from finance.payments.gateways import stripe as stripe_gateways
from finance.payments.gateways.patience import (
    BURST,
    FAILURES,
    PAUSE_SECONDS,
    PER_SECOND,
    UNBOUNDED,
    Bucket,
    PatientClient,
)
from finance.payments.gateways.stripe import StripeGateway
from finance.payments.schemas import PaymentState
from finance.receivables import queries as receivables
from marketplace.core.uow import UnitOfWork
from tests.app.waiting import ended, until
from tests.factories.payments import KEY, SECRET, Bill, Simulator, a_bill, another_bill, running_simulator
from tests.finance.payments.test_faults_of_the_provider import sessions_of


class MovedClock:
    """Seconds that pass only when somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


def test_turns_come_at_the_pace_that_the_provider_bears(clock: MovedClock) -> None:
    bucket = Bucket(PER_SECOND, clock, clock.wait)
    for _ in range(BURST):
        assert bucket.take(until=1)
    assert clock.now == pytest.approx(0)
    for _ in range(100):
        assert bucket.take(until=clock.now + 1)
    assert clock.now == pytest.approx(100 / PER_SECOND)
    for _ in range(4):
        bucket.refused()
    assert bucket.pace == PER_SECOND / 16
    assert not bucket.take(until=clock.now + 0.5), "nobody waits longer than he may"
    assert bucket.take(until=clock.now + 5)
    for _ in range(100):
        bucket.taken()
    assert bucket.pace == PER_SECOND


def ask(bill: Bill, gateway: StripeGateway, number: int) -> PaymentState:
    """What the endpoint does, by a gateway that stays the same from one payment to the next."""
    attempt, _ = service.open_attempt(
        bill.firm, invoice_id=bill.invoice.id, client_key=f"key-{number:08}", provider="stripe"
    )
    bill.firm.session.commit()
    answer = service.ask(gateway, service.request_of(attempt))
    service.record_answer(bill.firm, attempt_id=attempt.id, answer=answer)
    return queries.get_payment(bill.firm, payment_id=attempt.id).state


def complete(bill: Bill, gateway: StripeGateway, after: timedelta) -> None:
    """Let the clock of unfinished payments tick until nothing is due."""
    at = replace(bill.system, now=bill.system.now + after)
    while completer.complete_attempts(at, gateway=gateway):
        pass


def weather(uow: UnitOfWork, double: Simulator, clock: MovedClock, *, payments: int) -> None:
    """Come through a storm: the provider refuses as many calls as there are payments due, and some more."""
    gateway = double.gateway_at(clock, clock.wait)
    first = a_bill(uow)
    due = [first, *(another_bill(first, amount_minor=1_000 + n) for n in range(payments - 1))]
    double.fault("POST checkout/sessions", "429", times=payments + payments // 5)
    states = {ask(bill, gateway, number) for number, bill in enumerate(due)}
    assert states == {PaymentState.UNKNOWN}
    assert clock.now >= payments - 20, "half the pace with each refusal, down to one call a second"
    for minutes in (5, 60):
        complete(first, gateway, timedelta(minutes=minutes))
    assert uow.rows("SELECT state, count(*) AS n FROM payment_attempt GROUP BY state") == [
        {"state": "requires_action", "n": payments}
    ]
    assert [len(sessions_of(double, bill)) for bill in due] == [1] * payments


@pytest.mark.fault("P17")
def test_a_storm_of_refusals_ends_with_every_page_open_once(
    uow: UnitOfWork, stripe_double: Simulator, clock: MovedClock
) -> None:
    weather(uow, stripe_double, clock, payments=40)


@contextmanager
def refusing(double: Simulator, _: PatientClient) -> Iterator[None]:
    """Nobody listens at the provider's address."""
    os.kill(double.pid, signal.SIGTERM)
    until(lambda: ended(double.pid))
    yield


@contextmanager
def silent(double: Simulator, asking: PatientClient) -> Iterator[None]:
    """The provider takes the connection and never answers: the test does not wait as long for it as people would."""
    allowed, asking.seconds = asking.seconds, 0.3
    os.kill(double.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(double.pid, signal.SIGCONT)
        asking.seconds = allowed


@contextmanager
def failing(double: Simulator, _: PatientClient) -> Iterator[None]:
    """The provider answers with errors only."""
    double.fault("POST checkout/sessions", "503", times=1_000)
    yield
    double.mend()


@pytest.mark.fault("P18")
@pytest.mark.parametrize("away", [refusing, silent, failing])
def test_while_the_provider_is_away_nobody_is_made_to_wait_and_all_is_caught_up(
    uow: UnitOfWork,
    tmp_path: Path,
    clock: MovedClock,
    away: Callable[[Simulator, PatientClient], AbstractContextManager[None]],
) -> None:
    kept = ("--data", os.fspath(tmp_path / "books.sqlite"))
    first = a_bill(uow)
    bills = [first, *(another_bill(first, amount_minor=1_000 + n) for n in range(5))]
    with running_simulator(*kept) as double:
        asking = PatientClient(stripe_gateways.TIMEOUT_SECONDS, UNBOUNDED, clock=clock, sleep=clock.wait)
        gateway, port = StripeGateway(KEY, SECRET, double.url, asking), double.url.rpartition(":")[2]
        with away(double, asking):
            states = {ask(bill, gateway, number) for number, bill in enumerate(bills)}
        assert states == {PaymentState.UNKNOWN}
        errors = uow.rows("SELECT last_error FROM payment_attempt ORDER BY created_at, id")
        down = [row["last_error"] == "APIConnectionError: provider_down" for row in errors]
        assert down == [False] * FAILURES + [True] * 3, "asked three times, then left alone"
        assert all(
            receivables.get_invoice(bill.firm, invoice_id=bill.invoice.id).bank.reference for bill in bills
        ), "the bank stays open"
        complete(first, gateway, timedelta(minutes=2))
        assert {row["state"] for row in uow.rows("SELECT state FROM payment_attempt")} == {"unknown"}
        if away is refusing:
            with running_simulator(*kept, "--port", port) as again:
                back_again(uow, gateway, clock, again, bills)
        else:
            back_again(uow, gateway, clock, double, bills)


def back_again(
    uow: UnitOfWork, gateway: StripeGateway, clock: MovedClock, double: Simulator, bills: list[Bill]
) -> None:
    clock.wait(PAUSE_SECONDS)
    for hours in (2, 4):  # what it was asked while it was silent may still be under way at the first look
        complete(bills[0], gateway, timedelta(hours=hours))
    rows = uow.rows("SELECT state FROM payment_attempt")
    assert [row["state"] for row in rows] == ["requires_action"] * len(bills)
    assert [len(sessions_of(double, bill)) for bill in bills] == [1] * len(bills)


def test_a_call_with_all_its_repeats_is_over_within_its_seconds(clock: MovedClock) -> None:
    client = PatientClient(stripe_gateways.TIMEOUT_SECONDS, clock=clock, sleep=clock.wait)
    client._of_call.until = clock.now + stripe_gateways.TIMEOUT_SECONDS
    assert sum(client._timeout) == pytest.approx(5)
    gone = stripe.APIConnectionError("gone", should_retry=True)
    clock.wait(3.9)
    assert client._should_retry(None, gone, 0, 2)
    assert sum(client._timeout) == pytest.approx(1.1)
    clock.wait(0.2)
    assert not client._should_retry(None, gone, 0, 2), "what is left is less than the pause before a repeat"
