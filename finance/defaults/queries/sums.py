"""What is late in a case and what lateness has cost, to the fen."""

from datetime import date
from uuid import UUID

from finance.bank import queries as bank
from finance.defaults.models import DefaultCase
from finance.defaults.schemas import LateSum
from finance.receivables import queries as receivables
from finance.receivables.schemas import LateInvoice
from marketplace.core.uow import UnitOfWork
from marketplace.terms import interest_on_parts


def of_case(uow: UnitOfWork, case: DefaultCase) -> list[LateSum]:
    """Return the invoices of a case with their interest up to today; a paid part bears none after its day."""
    rows = uow.rows(
        "SELECT invoice_id, demanded_minor FROM default_invoice WHERE case_id = :case ORDER BY due_on, invoice_id",
        case=case.id,
    )
    demanded = {row["invoice_id"]: row["demanded_minor"] for row in rows}
    invoices = receivables.list_with_payments(uow, ids=list(demanded))
    billed = billed_by_invoice(uow, list(demanded))
    until = uow.today
    days = paid_days(uow, invoices)
    interest = interest_of(uow, invoices, bps_per_day=case.late_bps_per_day, until=until)
    return [
        LateSum(
            invoice_id=invoice.id, number=invoice.number, kind=invoice.kind, due_on=invoice.due_on,
            days_late=days_late(invoice, days[invoice.id], until), amount_minor=invoice.amount_minor,
            open_minor=invoice.open_minor, demanded_minor=demanded[invoice.id], interest_minor=interest[invoice.id],
            interest_billed_minor=billed.get(invoice.id, 0),
        )
        for invoice in invoices
    ]  # fmt: skip


def interest_of(
    uow: UnitOfWork, invoices: list[LateInvoice], *, bps_per_day: int, until: date
) -> dict[UUID, int]:
    """Return the late interest in fen on each invoice up to and with a day: every part for its own days, no interest on it.

    A transfer counts on the bank's day, a cover's payment on the day it came, anything else on the day it was received.
    """
    days = paid_days(uow, invoices)
    found = {}
    for invoice in invoices:
        parts = [(payment.applied_minor, days[invoice.id][payment.source_id]) for payment in invoice.payments]
        parts.append((invoice.open_minor, until))
        counted = [(minor, min(day, until)) for minor, day in parts]
        found[invoice.id] = interest_on_parts(bps_per_day, invoice.due_on, counted)
    return found


def paid_days(uow: UnitOfWork, invoices: list[LateInvoice]) -> dict[UUID, dict[UUID, date]]:
    """Return the day on which each payment of each invoice counts."""
    sources = [payment.source_id for invoice in invoices for payment in invoice.payments]
    days = bank.list_value_days(uow, source_ids=sources)
    days |= {
        row["id"]: row["paid_on"]
        for row in uow.rows("SELECT id, paid_on FROM cover_claim_part WHERE id = ANY(:ids)", ids=sources)
    }
    return {
        invoice.id: {
            payment.source_id: days.get(payment.source_id, payment.received_on)
            for payment in invoice.payments
        }
        for invoice in invoices
    }


def days_late(invoice: LateInvoice, days: dict[UUID, date], until: date) -> int:
    """Return how many days after its last day an invoice was paid off, or stands open by a day; never below 0."""
    over = until if invoice.open_minor else max(days.values(), default=until)
    return max((over - invoice.due_on).days, 0)


def billed_by_invoice(uow: UnitOfWork, invoice_ids: list[UUID]) -> dict[UUID, int]:
    """Return in fen what late interest was billed on some invoices."""
    rows = uow.rows(
        "SELECT invoice_id, sum(amount_minor)::bigint AS minor FROM late_interest_bill WHERE invoice_id = ANY(:ids)"
        " GROUP BY invoice_id",
        ids=invoice_ids,
    )
    return {row["invoice_id"]: row["minor"] for row in rows}
