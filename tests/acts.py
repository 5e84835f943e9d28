"""What the people of a university and its firms do about money, one transaction each, for the month and the jackhammer.

Every act looks for its own work in the database, does at most one piece of it and commits; a refusal of the product is
an answer, not an error. What was acknowledged to a person is noted, so that its presence can be asked for at the end.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Engine
from sqlmodel import Session

from finance.bank import service as bank
from finance.bank.schemas import ReturnCredit
from finance.connect import completer as connect
from finance.disputes import completer as disputes
from finance.distributions import service as distributions
from finance.payments import completer, inbox, service as payments
from finance.payments.errors import KeyInFlight, PaymentUnderWay, WayClosed, WebhookRefused
from finance.payments.gateway import Gateway
from finance.payouts import queries as payouts, service as paying
from finance.payouts.schemas import BatchView, NewBatch, Results, Returned
from finance.receivables import service as receivables
from finance.receivables.errors import CreditExceedsOpen, InvoiceAlreadyPaid
from finance.receivables.schemas import NewCreditNote
from marketplace.contracts import service as contracts
from marketplace.contracts.schemas import NewStatement
from marketplace.core.actor import SYSTEM, Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.terms import add_months
from tests.factories.licences import FREE_MONTHS, University, a_licence, fee_sheet, give_accounts, plan
from tests.factories.payments import signed
from workers import relay
from workers.subscriptions import SUBSCRIPTIONS

HEAD = "交易日期,交易流水号,收入金额,支出金额,对方户名,对方账号,摘要"


@dataclass
class People:
    """Everybody at one university, acting at `now` on one database."""

    engine: Engine
    university: University
    gateway: Gateway
    chance: random.Random
    now: Callable[[], datetime]
    acknowledge: Callable[[str, UUID], None] = lambda _table, _id: None
    clicks: int = field(default=0)

    @contextmanager
    def as_(self, actor: Actor = SYSTEM) -> Iterator[UnitOfWork]:
        """One transaction of one person, or of the clocks."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield UnitOfWork(session, actor, self.now())
            session.commit()

    def rows(self, sql: str, **params: Any) -> list[dict[str, Any]]:
        """Look behind the product."""
        with self.as_() as uow:
            return uow.rows(sql, **params)

    # the clocks

    def license_anew(self) -> None:
        """Another contract whose sum comes into being today."""
        with self.as_() as uow:
            firm_id = self.chance.choice(list(self.university.firms))
            number, sheet = new_id().hex[-12:], fee_sheet(self.chance)
            first = self.university.first_contract
            a_licence(uow, first, number=number, firm_id=firm_id, sheet=sheet, day=uow.today)

    def bill(self) -> int:
        """Bill what has come into being; returns how many."""
        billed = 0
        with self.as_() as uow:
            while found := receivables.raise_due_invoices(uow):
                billed += found
                uow.session.commit()
        return billed

    def hear(self, body: bytes, signature: str) -> bool:
        """Take an announcement of the provider; False unless it is genuine."""
        try:
            notice = inbox.read_notice(self.gateway, body, signature)
        except WebhookRefused:
            return False
        with self.as_() as uow:
            inbox.store_notices(uow, [notice])
        return True

    def hear_event(self, event: dict[str, Any]) -> None:
        """Take an event that the provider lists, as if it had been sent."""
        assert self.hear(*signed(event)), event

    def look_after_payments(self) -> int:
        """Apply what was announced and finish what was left open; returns how much there was."""
        done = 0
        with self.as_() as uow:
            for work in (inbox.apply_inbox, disputes.apply_dispute_notices, completer.complete_attempts):
                while found := work(uow, gateway=self.gateway):  # type: ignore[operator]
                    done += found
            while found := connect.apply_connect_notices(
                uow
            ):  # payouts of our own balance: nothing is asked about them
                done += found
        return done

    def tell(self, limit: int = 10_000) -> int:
        """Hand every announced fact to its handlers."""
        return relay.drain(partial(Session, self.engine, expire_on_commit=False), SUBSCRIPTIONS, limit=limit)

    # firms

    def report_sales(self, contract_id: UUID, base_minor: int) -> None:
        """A firm files the statement of its first quarter."""
        [row] = self.rows("SELECT firm_id, effective_on FROM contract WHERE id = :id", id=contract_id)
        start = add_months(row["effective_on"], FREE_MONTHS)
        statement = NewStatement(from_on=start, to_on=add_months(start, 3), base_minor=base_minor)
        with self.as_(self.university.firms[row["firm_id"]].actor) as uow:
            contracts.file_statement(uow, contract_id=contract_id, statement=statement)
        with self.as_() as uow:
            plan(uow, contract_id)

    def an_open_bill(self) -> dict[str, Any] | None:
        """Some bill that is not paid."""
        unpaid = "FROM invoice WHERE state IN ('open', 'partially_paid')"
        found = self.rows(
            "SELECT id, firm_id, reference, amount_minor - paid_minor - credited_minor - written_off_minor AS open_minor"
            f" {unpaid} ORDER BY year, year_seq OFFSET floor(:share * (SELECT count(*) {unpaid})) LIMIT 1",
            share=self.chance.random(),
        )
        return found[0] if found else None

    def checkout(self, bill: dict[str, Any]) -> str | None:
        """The firm clicks on paying; returns the provider's session if its page is open."""
        self.clicks += 1
        with self.as_(self.university.firms[bill["firm_id"]].actor) as uow:
            try:
                attempt, ask_now = payments.open_attempt(
                    uow, invoice_id=bill["id"], client_key=f"click-{new_id()}", provider="stripe"
                )
            except (KeyInFlight, PaymentUnderWay, InvoiceAlreadyPaid, WayClosed):
                return None
            if ask_now:
                request = payments.request_of(attempt)
                uow.session.commit()
                answer = payments.ask(self.gateway, request)
                payments.record_answer(uow, attempt_id=attempt.id, answer=answer)
                uow.session.commit()
            self.acknowledge("payment_attempt", attempt.id)
            return attempt.provider_ref if attempt.state == "requires_action" else None

    def use_credit(self) -> None:
        """A firm pays a bill with what it has paid too much before."""
        for credit in self._credits():
            bills = self.rows(
                "SELECT id, amount_minor - paid_minor - credited_minor AS open_minor FROM invoice"
                " WHERE firm_id = :firm AND state IN ('open', 'partially_paid') ORDER BY due_on, id LIMIT 1",
                firm=credit["firm_id"],
            )
            for bill in bills:
                with self.as_(self.university.firms[credit["firm_id"]].actor) as uow:
                    part = min(bill["open_minor"], credit["minor"])
                    bank.use_credit(uow, invoice_id=bill["id"], amount_minor=part)

    def _credits(self) -> list[dict[str, Any]]:
        found = self.rows(
            "SELECT owner_id AS firm_id, -balance_minor AS minor FROM ledger_account WHERE kind = 'credit' AND balance_minor < 0"
            " ORDER BY id"
        )
        return [self.chance.choice(found)] if found else []

    # the university

    def import_statement(self, rows: list[str], name: str, *, head: str = HEAD) -> None:
        """The officer imports what the bank shows."""
        with self.as_(self.university.officer) as uow:
            view = bank.import_statement(uow, content="\n".join([head, *rows]).encode(), file_name=name)
            uow.session.commit()
            self.acknowledge("bank_statement", view.id)

    def place(self) -> int:
        """The officer gives receipts without a reference to their payer's oldest bill; the head confirms large ones."""
        lines = self.rows(
            "SELECT id, payer_account FROM bank_line WHERE state = 'unmatched' AND direction = 'in' AND placed_minor = 0 ORDER BY id LIMIT 20"
        )
        accounts = {firm.account: firm_id for firm_id, firm in self.university.firms.items()}
        placed = 0
        for line in lines:
            bills = self.rows(
                "SELECT id FROM invoice WHERE firm_id = :firm AND state IN ('open', 'partially_paid') ORDER BY due_on, id LIMIT 1",
                firm=accounts[line["payer_account"]],
            )
            with self.as_(self.university.officer) as uow:
                if bills:
                    bank.match_line(uow, line_id=line["id"], invoice_id=bills[0]["id"])
                else:
                    bank.ask_line_return(uow, line_id=line["id"], reason="没有待付的账单")
            placed += 1
        self.decide()
        return placed

    def send_credit_back(self) -> None:
        """The officer sends a firm's credit back to the account that it came from."""
        for credit in self._credits():
            firm = self.university.firms[credit["firm_id"]]
            form = ReturnCredit(
                firm_id=credit["firm_id"], amount_minor=credit["minor"], payee_account=firm.account, reason="多付退回"
            )  # fmt: skip
            with self.as_(self.university.officer) as uow:
                bank.ask_credit_return(uow, form=form)

    def decide(self) -> None:
        """The head decides what waits for a second person: matches, returns, credit notes."""
        head = self.university.head
        for row in self.rows("SELECT id FROM bank_match WHERE state = 'asked' ORDER BY id LIMIT 20"):
            with self.as_(head) as uow:
                bank.confirm_match(uow, match_id=row["id"])
        for row in self.rows("SELECT id FROM bank_return WHERE state = 'asked' ORDER BY id LIMIT 20"):
            with self.as_(head) as uow:
                bank.approve_return(uow, return_id=row["id"])
        for row in self.rows(
            "SELECT id FROM invoice_adjustment WHERE state = 'proposed' ORDER BY id LIMIT 20"
        ):
            try:
                with self.as_(head) as uow:
                    receivables.approve_adjustment(uow, adjustment_id=row["id"])
            except CreditExceedsOpen:  # money came before the approval
                with self.as_(head) as uow:
                    receivables.refuse_adjustment(uow, adjustment_id=row["id"], reason="已付清")

    def credit(self, bill: dict[str, Any]) -> None:
        """The officer lets a firm off a part of a bill; the head approves later."""
        part = max(1, bill["open_minor"] // 10)
        with self.as_(self.university.officer) as uow:
            receivables.propose_credit_note(
                uow, invoice_id=bill["id"], form=NewCreditNote(amount_minor=part, reason="质量让价")
            )

    def split(self, limit: int = 1_000) -> int:
        """The head approves the splits that wait; returns how many."""
        waiting = self.rows(
            "SELECT id FROM distribution WHERE state = 'proposed' ORDER BY id LIMIT :limit", limit=limit
        )
        for row in waiting:
            with self.as_(self.university.head) as uow:
                distributions.approve_distribution(uow, distribution_id=row["id"])
                uow.session.commit()
                self.acknowledge("distribution", row["id"])
        return len(waiting)

    def request_payouts(self) -> None:
        """The officer requests what is owed to every payee, the head approves it."""
        with self.as_(self.university.officer) as uow:
            give_accounts(uow, self.university)
        with self.as_(self.university.officer) as uow:
            ready = [
                p.payee
                for p in payouts.list_payables(uow).payees
                if p.ready and p.open_minor > 0 and p.payee.kind != "university"
            ]
            if not ready:
                return
            batch = paying.request_batch(uow, draft=NewBatch(payees=ready))
        with self.as_(self.university.head) as uow:
            paying.approve_batch(uow, batch_id=batch.id)

    def record_payouts(self) -> list[BatchView]:
        """The officer notes what the bank did with each batch: now and then a line comes back."""
        told = []
        for row in self.rows("SELECT id FROM payout_batch WHERE state = 'held' ORDER BY id LIMIT 5"):
            with self.as_(self.university.officer) as uow:
                lines = [
                    line
                    for line in payouts.get_batch(uow, batch_id=row["id"]).payouts
                    if line.state == "held"
                ]
                back = [line.id for line in lines if self.chance.random() < 0.1]
                results = Results(
                    confirmed=[line.id for line in lines if line.id not in back],
                    returned=[Returned(payout_id=line, reason="账户不存在") for line in back],
                )
                told.append(paying.record_results(uow, batch_id=row["id"], results=results))
        return told
