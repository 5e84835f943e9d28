"""A running stand-in for Stripe, and what tests tell it to do."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx
import stripe

from finance.payments.gateways.patience import UNBOUNDED, PatientClient
from finance.payments.gateways.stripe import TIMEOUT_SECONDS, StripeGateway
from finance.receivables import queries as invoices, service as receivables
from finance.receivables.models import Obligation
from finance.receivables.schemas import AdjustmentView, InvoiceView, NewCreditNote
from finance.receivables.states import OBLIGATION
from marketplace.core.actor import SYSTEM
from marketplace.core.fsm import begin
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.factories.contracts import a_contract
from tests.factories.deals import Market, a_market
from tests.factories.laid_down import laid_down
from tests.factories.nursery import a_double
from tests.factories.receivables import a_billing, a_sheet, invoice_of

KEY, SECRET = "sk_test_of_the_tests", "whsec_of_the_tests"


class Simulator:
    """The address of a stand-in and its control interface."""

    def __init__(self, url: str, pid: int) -> None:
        self.url, self.pid = url, pid
        self._http = httpx.Client(base_url=url, trust_env=False, timeout=20)

    @property
    def gateway(self) -> StripeGateway:
        """Our gateway, pointed at this stand-in."""
        return StripeGateway(KEY, SECRET, self.url)

    def gateway_at(
        self, clock: Callable[[], float], wait: Callable[[float], object] = lambda _: None,
        seconds: float = TIMEOUT_SECONDS,
    ) -> StripeGateway:  # fmt: skip
        """Our gateway whose pace and pauses go by a clock of the test's; what it waits for an answer is real."""
        asking = PatientClient(seconds, UNBOUNDED, clock=clock, sleep=wait)
        return StripeGateway(KEY, SECRET, self.url, asking)

    @property
    def client(self) -> stripe.StripeClient:
        """The official SDK without our gateway."""
        return stripe.StripeClient(KEY, base_addresses={"api": self.url}, max_network_retries=0)

    def control(self, path: str, **body: Any) -> Any:
        """Tell the stand-in to do something."""
        answer = self._http.post(f"/_control/{path}", json=body)
        answer.raise_for_status()
        return answer.json()

    def fault(self, op: str, do: str, **more: Any) -> None:
        """Make a coming call go wrong."""
        self.control("faults", op=op, do=do, **more)

    def act(self, session_id: str, action: str) -> Any:
        """Press a button of the pay page."""
        return self.control(f"sessions/{session_id}/{action}")

    def books(self) -> dict[str, list[dict[str, Any]]]:
        """Everything the stand-in remembers."""
        kept: dict[str, list[dict[str, Any]]] = self._http.get("/_control/books").json()
        return kept

    def page(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Visit the pay page as a browser does, without following redirects."""
        return self._http.request(method, path, **more)

    def mend(self) -> None:
        """Forget all faults."""
        self._http.delete("/_control/faults").raise_for_status()

    def events_of(self, attempt_id: object) -> list[dict[str, Any]]:
        """The events about an attempt, oldest first."""
        return [
            e
            for e in self.books()["event"]
            if e["data"]["object"].get("metadata", {}).get("attempt_id") == str(attempt_id)
        ]


def signed(
    event: dict[str, Any] | bytes, secret: str = SECRET, timestamp: int | None = None
) -> tuple[bytes, str]:
    """The body and signature header with which Stripe would send an event."""
    body = event if isinstance(event, bytes) else json.dumps(event, ensure_ascii=False).encode()
    text = body.decode("utf-8", "replace")
    return body, stripe.WebhookSignature.generate_signature_header(
        payload=text, secret=secret, timestamp=timestamp
    )


@contextmanager
def running_simulator(*arguments: str) -> Iterator[Simulator]:
    """Run the stand-in as the process that it is."""
    with a_double(*arguments) as (url, pid):
        simulator = Simulator(url, pid)
        yield simulator
        simulator._http.close()


@dataclass(frozen=True)
class Bill:
    """An invoice of a real contract, and its two sides on the day on which it was raised."""

    market: Market
    invoice: InvoiceView
    firm: UnitOfWork
    officer: UnitOfWork
    head: UnitOfWork
    system: UnitOfWork


def another_sum(bill: Bill, *, amount_minor: int) -> Obligation:
    """A second sum that is owed under the same contract, to be billed today."""
    first = bill.invoice
    obligation = Obligation(
        contract_id=first.contract_id, contract_number=first.contract_number, title=first.title, university_id=first.university_id,
        firm_id=first.firm_id, key=f"deferred:{amount_minor}", kind="deferred_fee", state=OBLIGATION.initial, state_since=bill.system.now,
        amount_minor=amount_minor, arises_on=bill.system.today, due_on=first.due_on, formula=_formula_of(bill),
    )  # fmt: skip
    begin(bill.system, OBLIGATION, obligation)
    bill.system.session.add(obligation)
    bill.system.session.flush()
    return obligation


def another_bill(bill: Bill, *, amount_minor: int) -> Bill:
    """A second sum that is owed under the same contract, billed today."""
    obligation = another_sum(bill, amount_minor=amount_minor)
    receivables.raise_due_invoices(bill.system)
    [row] = bill.system.rows("SELECT id FROM invoice WHERE obligation_id = :id", id=obligation.id)
    return replace(bill, invoice=invoices.get_invoice(bill.system, invoice_id=row["id"]))


def _formula_of(bill: Bill) -> dict[str, Any]:
    [row] = bill.system.rows("SELECT formula FROM invoice WHERE id = :id", id=bill.invoice.id)
    formula: dict[str, Any] = row["formula"]
    return formula


@laid_down
def a_bill(uow: UnitOfWork, *, amount_minor: int = 8_000_000, market: Market | None = None) -> Bill:
    """A contract that took effect a year ago owes one sum, billed today."""
    where = market or a_market(uow)
    contract = a_contract(where)
    today = uow.today
    billing = a_billing(
        uow, contract_id=contract.id, number=contract.number, title=contract.project_name, university_id=where.university_id,
        firm_id=where.firm_id, sheet=a_sheet(deferred_fee_minor=amount_minor), effective_on=add_months(today, -12),
    )  # fmt: skip
    system = replace(uow, actor=SYSTEM)
    invoice = invoice_of(system, billing, today=today)
    sides = [replace(uow, actor=side.actor) for side in (where.firm, where.officer, where.head)]
    return Bill(where, invoice, *sides, system)


def a_credit_note(bill: Bill, *, amount_minor: int = 3_000_000) -> AdjustmentView:
    """A credit note that the officer has proposed and nobody has decided on."""
    form = NewCreditNote(amount_minor=amount_minor, reason="双方协商减免")
    return receivables.propose_credit_note(bill.officer, invoice_id=bill.invoice.id, form=form)
