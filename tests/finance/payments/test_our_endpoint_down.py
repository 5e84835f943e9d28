"""Our endpoint is down: what is sent again later, and what only the provider's list still tells, ends in equal books."""

from collections.abc import Iterator

import pytest

from finance.ledger import queries as ledger
from finance.payments import inbox, queries
from finance.payments.missed import fetch_missed
from finance.payments.schemas import PaymentState
from marketplace.core.uow import UnitOfWork
from tests.factories.endpoint import Endpoint, listening
from tests.factories.payments import SECRET, Bill, Simulator, a_bill, another_bill, running_simulator
from tests.finance.payments.test_checkout import booked, drain, provider_ref_of, settled, start
from tests.finance.payments.test_faults_of_the_provider import STORY, night

HOUR = 3_600


class Ours(Endpoint):
    """Our endpoint, which is down until somebody says otherwise."""

    bill: Bill
    double: Simulator
    down = True

    def hear(self, body: bytes, signature: str) -> int:
        """Answer as the product does."""
        if self.down:
            return 503
        notice = inbox.read_notice(self.double.gateway, body, signature)
        inbox.store_notices(self.bill.system, [notice])
        return 202

    def after(self, seconds: float) -> set[str]:
        """Let time pass at the provider, which then sends what is due; gives how that went."""
        self.double.control("clock", advance_seconds=seconds)
        return {one["state"] for one in self.double.control("deliver?due_only=true")}

    def notices(self) -> int:
        return int(self.bill.system.rows("SELECT count(*) AS n FROM provider_notice")[0]["n"])


@pytest.fixture
def ours(uow: UnitOfWork) -> Iterator[Ours]:
    with (
        listening(Ours()) as endpoint,
        running_simulator("--webhook-url", endpoint.url, "--webhook-secret", SECRET) as double,
    ):
        endpoint.bill, endpoint.double = a_bill(uow), double
        yield endpoint


@pytest.mark.fault("P19")
def test_down_for_three_hours_everything_is_sent_again_and_booked_once(ours: Ours) -> None:
    bills = [ours.bill, *(another_bill(ours.bill, amount_minor=1_000 * n) for n in (1, 2))]
    for number, bill in enumerate(bills):
        start(bill, ours.double, f"key-{number:08}")
        ours.double.act(provider_ref_of(bill), "pay")
        assert ours.after(HOUR) == {"pending"}
    assert ours.notices() == 0
    ours.down = False
    states: set[str] = set()
    while (said := ours.after(HOUR)) or "pending" in states:
        states = said
        assert said <= {"delivered"}
    drain(ours.bill, ours.double)
    assert ours.notices() == len(ours.double.books()["event"])
    assert sorted(event["amount_minor"] for event in settled(ours.bill)) == [1_000, 2_000, 8_000_000]
    assert sorted(booked(ours.bill)) == sorted(STORY * 3)
    assert fetch_missed(ours.bill.system, gateway=ours.double.gateway) == 0
    assert ours.notices() == len(ours.double.books()["event"]), "what was delivered is not fetched again"


@pytest.mark.fault("P20")
def test_down_for_longer_than_the_provider_tries_its_list_tells_everything(ours: Ours) -> None:
    bills = [ours.bill, *(another_bill(ours.bill, amount_minor=1_000 * n) for n in (1, 2, 3))]
    acts = (("pay",), ("pay_later", "arrive"), ("pay_later", "fail"), ("expire",))
    payments = []
    for number, (bill, pressed) in enumerate(zip(bills, acts, strict=True)):
        payments.append(start(bill, ours.double, f"key-{number:08}"))
        for action in pressed:
            ours.double.act(provider_ref_of(bill), action)
    said: set[str] = set()
    for _ in range(10):
        said = ours.after(12 * HOUR) or said
    assert said == {"failed"}
    ours.down = False
    assert ours.after(12 * HOUR) == set(), "nothing is sent any more"
    drain(ours.bill, ours.double)
    assert ours.notices() == 0

    for _ in range(2):
        assert fetch_missed(ours.bill.system, gateway=ours.double.gateway) == 0
        drain(ours.bill, ours.double)
        assert ours.notices() == len(ours.double.books()["event"])
    states = [queries.get_payment(ours.bill.firm, payment_id=payment.id).state for payment in payments]
    assert states == [
        PaymentState.SUCCEEDED, PaymentState.SUCCEEDED, PaymentState.FAILED, PaymentState.CANCELED,
    ]  # fmt: skip
    assert sorted(event["amount_minor"] for event in settled(ours.bill)) == [1_000, 8_000_000]
    assert ledger.get_balance(ours.bill.system, "clearing:stripe") == 8_001_000


@pytest.mark.fault("P20", "P33")
def test_without_the_list_the_night_finds_the_money(ours: Ours) -> None:
    start(ours.bill, ours.double)
    ours.double.act(provider_ref_of(ours.bill), "pay")
    for _ in range(10):
        ours.after(12 * HOUR)
    ours.double.fault("GET events", "500", times=9)
    assert fetch_missed(ours.bill.system, gateway=ours.double.gateway) == 0
    assert night(ours.bill, ours.double) == 1
    assert [event["amount_minor"] for event in settled(ours.bill)] == [8_000_000]
    assert ledger.get_balance(ours.bill.system, "clearing:stripe") == 8_000_000 - 232_000
