"""A university whose bill was paid online, its account at the provider, and what its people do with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from finance.connect import completer, queries, service
from finance.connect.schemas import ConnectView, TransferView
from finance.payments import inbox
from finance.payments.gateways.stripe_connect import StripeConnect
from finance.payouts import queries as payouts, service as paying
from finance.payouts.schemas import BatchView, NewBatch, PayeeRef
from finance.reconciliation.nightly import reconcile_nightly
from marketplace.core.clock import start_of_day, utc_now
from marketplace.core.uow import UnitOfWork
from tests.factories.payments import KEY, Bill, Simulator, a_bill, running_simulator
from tests.finance.refunds.conftest import Desk, paid
from workers.checks import INVARIANTS

COOLING_DAYS = 3
UNIVERSITY_SHARE = 1_568_000
"""Of 80,000.00, less the platform's part, by the reward policy of the tests."""


@dataclass
class Office:
    """The university's people some days after the bill was paid, and its provider."""

    desk: Desk
    days: int = 0

    @property
    def bill(self) -> Bill:
        return self.desk.bill

    @property
    def double(self) -> Simulator:
        return self.desk.double

    @property
    def gateway(self) -> StripeConnect:
        return StripeConnect(KEY, self.double.url)

    def at(self, side: UnitOfWork, *, minutes: int = 0) -> UnitOfWork:
        return replace(side, now=side.now + timedelta(days=self.days, minutes=minutes), wall=utc_now())

    @property
    def officer(self) -> UnitOfWork:
        return self.at(self.bill.officer)

    @property
    def head(self) -> UnitOfWork:
        return self.at(self.bill.head)

    @property
    def system(self) -> UnitOfWork:
        return self.at(self.bill.system)

    def open(self) -> str:
        """The officer opens the account; returns the provider's number of it."""
        account_id = service.open_account(self.officer)
        row = queries.get_own_account(self.officer)
        assert row.id == account_id
        completer.look_at_account(self.officer, row, self.gateway)
        self.officer.session.refresh(row)
        return row.provider_ref or ""

    def change(self, ref: str, action: str) -> None:
        """The provider, or the owner on its page, changes the account; the notices arrive."""
        self.double.control(f"accounts/{ref}/{action}")
        self.hear()

    def use(self) -> ConnectView:
        """The head makes the account the university's way, and the cooling-off passes."""
        view = service.use_account(self.head)
        self.days += COOLING_DAYS
        return view

    def hear(self) -> None:
        """Every announcement about accounts, transfers and payouts arrives, whether it came before or not."""
        for event in self.double.books()["event"]:
            if event["type"] in inbox.CONNECT_NEWS:
                self.desk.tell(event)
        while completer.apply_connect_notices(self.system, gateway=self.gateway):
            pass

    def approve(self) -> BatchView:
        """The officer requests the university's own share, the head approves."""
        ref = PayeeRef(kind="university", id=self.bill.invoice.university_id, way="stripe")
        batch = paying.request_batch(self.officer, draft=NewBatch(payees=[ref]))
        return paying.approve_batch(self.head, batch_id=batch.id)

    def settle(self) -> None:
        """The provider's own account is read: what it says is settled can go."""
        now = start_of_day(self.system.today) + timedelta(hours=3)
        reconcile_nightly(replace(self.system, now=now), gateway=self.double.gateway)

    def work(self, *, minutes: int = 0) -> None:
        """The clock looks after whatever is due by then."""
        at = self.at(self.bill.system, minutes=minutes)
        for _ in range(20):
            if not completer.complete_transfers(at, gateway=self.gateway):
                return
        raise AssertionError("the clock does not come to rest")

    def transfer(self) -> TransferView:
        [found] = queries.list_transfers(self.system)
        return found

    def at_provider(self) -> list[dict[str, Any]]:
        return self.double.books().get("transfer", [])

    def payable(self) -> int:
        return self.desk.balance(f"payable_university:{self.bill.invoice.university_id}")

    def line_state(self, batch: BatchView) -> tuple[str, str]:
        found = payouts.get_batch(self.officer, batch_id=batch.id)
        return found.state, found.payouts[0].state

    def ready(self) -> str:
        """An account that is the university's way, and money that is settled."""
        ref = self.open()
        self.change(ref, "activate")
        self.use()
        self.settle()
        return ref

    def sent(self) -> tuple[str, BatchView]:
        """A share that arrived in the account."""
        ref, batch = self.ready(), self.approve()
        self.work()
        assert self.transfer().state == "sent"
        return ref, batch


@pytest.fixture
def double() -> Iterator[Simulator]:
    """A provider of its own: what is in its balance decides."""
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def office(uow: UnitOfWork, double: Simulator) -> Iterator[Office]:
    desk = paid(a_bill(uow), double)
    desk.book()
    yield Office(desk)
    assert [found for check in INVARIANTS for found in check(uow.session)] == []
