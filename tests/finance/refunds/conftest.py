from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from finance.distributions import queries as splits, service as splitting
from finance.distributions.schemas import DistributionView
from finance.ledger import queries as ledger
from finance.payments import inbox, service as payments
from finance.payments.models import PaymentAttempt
from finance.payments.schemas import OnlineWay
from finance.refunds import completer, looking, queries, service
from finance.refunds.schemas import DebtAfter, NewRefund, RefundView
from marketplace.core.uow import UnitOfWork
from marketplace.events.payments import PaymentSettled
from tests.factories.ledger import booked_for_contract
from tests.factories.payments import Bill, Simulator, a_bill, running_simulator, signed
from workers.checks import INVARIANTS


@pytest.fixture(scope="session")
def _stripe() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@dataclass
class Desk:
    """A paid bill, its provider, and what its people do with refunds."""

    bill: Bill
    double: Simulator
    payment: PaymentAttempt

    @property
    def system(self) -> UnitOfWork:
        return self.bill.system

    def split(self) -> DistributionView:
        """The announcement of the payment reaches the room of splits."""
        [row] = self.system.rows(
            "SELECT payload FROM outbox_event WHERE name = :name AND subject = :id",
            name=PaymentSettled.name,
            id=str(self.payment.id),
        )
        found = splitting.propose_distribution(
            self.system, settled=PaymentSettled.model_validate(row["payload"])
        )
        assert found is not None
        return splits.get_distribution(self.system, distribution_id=found)

    def book(self) -> DistributionView:
        """The head approves the split."""
        return splitting.approve_distribution(self.bill.head, distribution_id=self.split().id)

    def ask(self, amount_minor: int, *, debt: str = "stands", **more: Any) -> RefundView:
        """The officer asks for a refund."""
        form = NewRefund(
            amount_minor=amount_minor, debt=DebtAfter(debt), reason="企业重复付款，已核实", **more
        )
        looking.look_at_method(self.bill.officer, self.payment.id, self.double.gateway)
        return service.request_refund(self.bill.officer, payment_id=self.payment.id, form=form)

    def approve(self, refund: RefundView) -> RefundView:
        """The head approves, and the provider is asked, as the endpoint does."""
        head = self.bill.head
        if service.approve_refund(head, refund_id=refund.id):
            request = service.request_of(head, refund.id)
            head.session.commit()
            service.record_answer(head, refund_id=refund.id, answer=service.ask(self.double.gateway, request))
        return self.look(refund)

    def refund(self, amount_minor: int, **more: Any) -> RefundView:
        return self.approve(self.ask(amount_minor, **more))

    def look(self, refund: RefundView) -> RefundView:
        return queries.get_refund(self.system, refund_id=refund.id)

    def refunds_at_provider(self, refund: RefundView) -> list[dict[str, Any]]:
        return [
            r
            for r in self.double.books().get("refund", [])
            if r["metadata"].get("refund_id") == str(refund.id)
        ]

    def deliver(self, refund: RefundView) -> None:
        """The provider's announcements about a refund arrive."""
        for event in self.double.books()["event"]:
            if event["data"]["object"].get("metadata", {}).get("refund_id") == str(refund.id):
                self.tell(event)
        while completer.apply_refund_notices(self.system, gateway=self.double.gateway):
            pass

    def tell(self, event: dict[str, Any]) -> None:
        body, signature = signed(event)
        inbox.store_notices(self.system, [inbox.read_notice(self.double.gateway, body, signature)])

    def complete(self, **later: Any) -> None:
        """The clock looks after whatever is due by then."""
        at = replace(self.system, **later) if later else self.system
        while completer.complete_refunds(at, gateway=self.double.gateway):
            pass

    def balance(self, key: str) -> int:
        return ledger.get_balance(self.system, key)

    def kinds(self) -> list[str]:
        booked = booked_for_contract(self.system, self.bill.invoice.contract_id)
        return [txn.kind for txn in booked]


def paid(bill: Bill, double: Simulator, *actions: str, way: OnlineWay = OnlineWay.CARD) -> Desk:
    """The firm pays by a way, and the money is booked."""
    attempt, _ = payments.open_attempt(
        bill.firm,
        invoice_id=bill.invoice.id,
        client_key=f"key-{bill.invoice.number}",
        provider="stripe",
        way=way,
    )
    payments.record_answer(
        bill.firm,
        attempt_id=attempt.id,
        answer=payments.ask(double.gateway, payments.request_of(attempt)),
    )
    for action in actions or ("pay",):
        double.act(attempt.provider_ref or "", action)
    desk = Desk(bill, double, attempt)
    for event in double.events_of(attempt.id):
        desk.tell(event)
    while inbox.apply_inbox(bill.system, gateway=double.gateway):
        pass
    bill.system.session.refresh(attempt)
    assert attempt.state == "succeeded"
    return desk


@pytest.fixture
def double(_stripe: Simulator) -> Simulator:
    _stripe.mend()
    return _stripe


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


@pytest.fixture
def desk(bill: Bill, double: Simulator) -> Desk:
    """A bill of 80,000.00 paid by card, its split proposed."""
    made = paid(bill, double)
    made.split()
    return made
