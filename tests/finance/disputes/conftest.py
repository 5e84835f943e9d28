from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from finance.disputes import completer, queries, service
from finance.disputes.schemas import NewEvidence, PaymentDisputeView
from finance.payouts import queries as payouts, service as paying
from finance.payouts.schemas import BatchView, NewBatch, PayeeRef, Results
from marketplace.core.uow import UnitOfWork
from marketplace.identity.permissions import Role
from tests.factories.identity import a_member
from tests.factories.payments import Bill, Simulator, a_bill, another_bill, running_simulator
from tests.finance.payouts.test_payouts import account
from tests.finance.refunds.conftest import Desk, paid
from workers.checks import INVARIANTS

WHOLE = 8_000_000


class Court(Desk):
    """A paid bill whose payer's bank may dispute it, and what the people of the university do."""

    @property
    def admin(self) -> UnitOfWork:
        """An administrator of the platform."""
        member = a_member(
            self.system, self.bill.market.university_id, "department", Role.ADMINISTRATOR, "平台"
        )
        return replace(self.bill.head, actor=replace(member, organization_id=None))

    def dispute(self, amount: int | None = None, **more: Any) -> str:
        """The payer's bank takes the charge, or a part of it, back; returns the provider's name of the dispute."""
        [charge] = [
            c for c in self.double.books()["charge"] if c["payment_intent"] == self.payment.capture_ref
        ]
        told = self.double.control(f"charges/{charge['id']}/dispute", amount=amount, **more)
        return str(told["id"])

    def decide(self, ref: str, how: str) -> None:
        self.double.control(f"disputes/{ref}/{how}")

    def news(self, ref: str) -> list[dict[str, Any]]:
        """The provider's announcements of a dispute, oldest first."""
        return [e for e in self.double.books()["event"] if e["data"]["object"]["id"] == ref]

    def hear(self, *events: dict[str, Any]) -> None:
        """Announcements arrive in this order."""
        for event in events:
            self.tell(event)
        while completer.apply_dispute_notices(self.system, gateway=self.double.gateway):
            pass

    def opened(self, amount: int | None = None, **more: Any) -> PaymentDisputeView:
        """The bank opens a dispute, and we hear of it."""
        ref = self.dispute(amount, **more)
        self.hear(*self.news(ref))
        return self.of(ref)

    def ended(self, amount: int | None = None, *, how: str) -> PaymentDisputeView:
        """The bank opens a dispute and decides it, and we hear of both."""
        view = self.opened(amount)
        ref = self.ref(view)
        self.decide(ref, how)
        self.hear(*self.news(ref))
        return self.of(ref)

    def of(self, ref: str) -> PaymentDisputeView:
        [row] = self.system.rows("SELECT id FROM dispute WHERE provider_ref = :ref", ref=ref)
        return queries.get_dispute(self.bill.officer, dispute_id=row["id"])

    def ref(self, view: PaymentDisputeView) -> str:
        [row] = self.system.rows("SELECT provider_ref FROM dispute WHERE id = :id", id=view.id)
        return str(row["provider_ref"])

    def at_provider(self, view: PaymentDisputeView) -> dict[str, Any]:
        ref = self.ref(view)
        return next(d for d in self.double.books()["dispute"] if d["id"] == ref)

    def send(self, view: PaymentDisputeView, **form: Any) -> PaymentDisputeView:
        """The officer sends evidence, and the provider is asked, as the endpoint does."""
        officer = self.bill.officer
        service.send_evidence(
            officer,
            dispute_id=view.id,
            form=NewEvidence(**{"text": "许可已交付并使用十二个月，有合同与账单为证"} | form),
        )
        answer = service.evidence_of(officer, view.id)
        officer.session.commit()
        service.record_answer(officer, dispute_id=view.id, answer=service.ask(self.double.gateway, answer))
        return queries.get_dispute(officer, dispute_id=view.id)

    def payables(self) -> dict[str, int]:
        return {
            row["key"]: row["minor"]
            for row in self.system.rows(
                "SELECT key, -balance_minor AS minor FROM ledger_account WHERE kind LIKE 'payable_%'"
            )
        } | {"platform_fee": self.balance("platform_fee")}

    def payee(self) -> PayeeRef:
        """Somebody without a login who is owed something, with an account."""
        ref: PayeeRef = next(
            one.payee for one in payouts.list_payables(self.bill.officer).payees if not one.has_login
        )
        paying.set_account(self.bill.officer, draft=account(ref))
        return ref

    def pay(self, ref: PayeeRef, *, until: str = "confirmed") -> BatchView:
        """The university pays what it owes somebody: requested, held or confirmed."""
        batch = paying.request_batch(self.bill.officer, draft=NewBatch(payees=[ref]))
        if until != "requested":
            batch = paying.approve_batch(self.bill.head, batch_id=batch.id)
        if until == "confirmed":
            results = Results(confirmed=[line.id for line in batch.payouts])
            batch = paying.record_results(self.bill.officer, batch_id=batch.id, results=results)
        return batch

    def another(self, amount_minor: int) -> "Court":
        """A second bill of the same contract, paid."""
        return court_of(paid(another_bill(self.bill, amount_minor=amount_minor), self.double))


def court_of(desk: Desk) -> Court:
    return Court(desk.bill, desk.double, desk.payment)


@pytest.fixture(scope="session")
def _stripe() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def double(_stripe: Simulator) -> Simulator:
    _stripe.mend()
    return _stripe


@pytest.fixture
def bill(uow: UnitOfWork) -> Iterator[Bill]:
    yield a_bill(uow)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []


@pytest.fixture
def court(bill: Bill, double: Simulator) -> Court:
    """A bill of 80,000.00 paid by card, its split proposed."""
    made = court_of(paid(bill, double))
    made.split()
    return made
