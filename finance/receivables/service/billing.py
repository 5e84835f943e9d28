"""What of a contract's schedule has come into being becomes bills; late interest too; and the reminders of them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import col, select

from finance.receivables import queries
from finance.receivables.models import Invoice, InvoiceReminder, Obligation
from finance.receivables.schemas import LATE_INTEREST
from finance.receivables.service.issuing import all_facts_of, issue
from finance.receivables.states import OBLIGATION, UNPAID
from marketplace.contracts import service as contracts
from marketplace.core.due import all_due
from marketplace.core.fsm import begin
from marketplace.core.uow import UnitOfWork
from marketplace.events.receivables import InvoiceReminded
from marketplace.terms import Formula

_FROM_STATEMENTS = ("royalty", "minimum_royalty")


def raise_due_invoices(uow: UnitOfWork, *, limit: int = 100) -> int:
    """Bill every obligation that has come into being by today, at most `limit`; returns how many, announces each.

    Rows are claimed with SKIP LOCKED and change state in the same transaction, so that any number of scans at
    once, or a scan after days of downtime, bills each obligation once.
    """
    due = (
        select(Obligation)
        .where(col(Obligation.state) == "waiting", col(Obligation.arises_on) <= uow.today)
        .order_by(col(Obligation.arises_on), col(Obligation.id))
    )

    def bill(owed: Sequence[Obligation]) -> int:
        contracts.hold_for_billing(uow, {obligation.contract_id for obligation in owed})
        standing = [obligation for obligation in owed if _stands(uow, obligation)]
        invoices = issue(uow, standing)
        contracts.note_billed(uow, [_billed(*pair) for pair in zip(standing, invoices, strict=True)])
        return len(invoices)

    return all_due(uow, "raise_due_invoices", due, bill, limit=limit)


def _stands(uow: UnitOfWork, obligation: Obligation) -> bool:
    """Ask the contract whether a running fee is still what the statements come to.

    A statement may have been corrected a moment ago, with its announcement still on the way: the sum then waits.
    """
    return obligation.kind not in _FROM_STATEMENTS or contracts.is_still_owed(
        uow, contract_id=obligation.contract_id, key=obligation.key, amount_minor=obligation.amount_minor
    )


def _billed(obligation: Obligation, invoice: Invoice) -> contracts.Billed:
    return contracts.Billed(
        contract_id=obligation.contract_id, obligation_key=obligation.key, kind=obligation.kind,
        amount_minor=invoice.amount_minor, arises_on=obligation.arises_on or invoice.issued_on, due_on=invoice.due_on,
        formula=obligation.formula,
    )  # fmt: skip


def bill_late_interest(
    uow: UnitOfWork, *, invoice_id: UUID, key: str, amount_minor: int, due_on: date, formula: Formula
) -> UUID:
    """Bill the late interest (fen, above 0) on an invoice as a sum of its own (民法典 §873); returns the new invoice.

    `key` names it within the contract: a second call with it bills nothing and returns the first bill.
    """
    late = queries.lock_invoice(uow, invoice_id)
    known = uow.rows(
        "SELECT v.id FROM obligation o JOIN invoice v ON v.obligation_id = o.id WHERE o.contract_id = :contract AND o.key = :key",
        contract=late.contract_id,
        key=key,
    )
    if known:
        first: UUID = known[0]["id"]
        return first
    obligation = Obligation(
        contract_id=late.contract_id, contract_number=late.contract_number, title=late.title, university_id=late.university_id,
        firm_id=late.firm_id, key=key, kind=LATE_INTEREST, state=OBLIGATION.initial, state_since=uow.now,
        amount_minor=amount_minor, arises_on=uow.today, due_on=due_on, formula=formula.model_dump(mode="json"),
    )  # fmt: skip
    begin(uow, OBLIGATION, obligation)
    uow.session.add(obligation)
    uow.session.flush()
    return issue(uow, [obligation])[0].id


def send_due_reminders(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce every rung of the ladder reached by today, once each; those of invoices of which nothing is owed are passed over."""
    due = (
        select(InvoiceReminder)
        .where(col(InvoiceReminder.state) == "waiting", col(InvoiceReminder.send_on) <= uow.today)
        .order_by(col(InvoiceReminder.send_on), col(InvoiceReminder.id))
    )

    return all_due(uow, "send_due_reminders", due, partial(_remind, uow), limit=limit)


def _remind(uow: UnitOfWork, due: Sequence[InvoiceReminder]) -> int:
    reminded = []
    overbilled = queries.find_overbilled(uow, invoice_ids={reminder.invoice_id for reminder in due})
    for reminder in due:
        invoice = uow.session.get_one(Invoice, reminder.invoice_id)
        unpaid = invoice.state in UNPAID and invoice.open_minor > overbilled.get(invoice.id, 0)
        reminder.state, reminder.done_at = "sent" if unpaid else "passed", uow.now
        if unpaid:
            reminded.append((invoice, reminder.step_days))
    facts = all_facts_of(uow, [invoice for invoice, _ in reminded])
    uow.publish(
        *(InvoiceReminded(**of, step_days=step) for of, (_, step) in zip(facts, reminded, strict=True))
    )
    return len(due)
