"""Reactions of the room."""

from finance.defaults import service
from marketplace.core.uow import UnitOfWork
from marketplace.events.bank import BankMoneyUnmatched
from marketplace.events.receivables import InvoiceCredited, InvoicePaid


def on_invoice_paid(uow: UnitOfWork, event: InvoicePaid) -> None:
    """Bill what lateness has cost, and end the case in which the invoice was the last one open."""
    service.settle_invoice(uow, invoice_id=event.invoice_id)


def on_invoice_credited(uow: UnitOfWork, event: InvoiceCredited) -> None:
    """A credit note that leaves nothing to pay ends the case as a payment would."""
    if not event.open_minor:
        service.settle_invoice(uow, invoice_id=event.invoice_id, credit_number=event.credit_number)


def on_bank_money(uow: UnitOfWork, event: BankMoneyUnmatched) -> None:
    """Look for payments of insurers and guarantors among the receipts that belong to no invoice."""
    service.recognize_payments(uow, university_id=event.university_id, statement_id=event.statement_id)
