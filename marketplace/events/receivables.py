"""What the room `receivables` announces. Numbers and names travel along, so that messages need no further look."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class InvoiceEvent(Event):
    """The fields every announcement about an invoice carries; amounts in fen."""

    invoice_id: UUID
    number: str
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    amount_minor: int
    open_minor: int
    due_on: date


class InvoiceIssued(InvoiceEvent):
    """A sum fell due under a contract and was billed; `due_on` is the last day to pay."""

    name: ClassVar[str] = "receivables.invoice.issued"
    reference: str


class InvoiceReminded(InvoiceEvent):
    """A rung of the reminder ladder was reached: `step_days` days after the last day to pay, negative before it."""

    name: ClassVar[str] = "receivables.invoice.reminded"
    step_days: int


class InvoicePaid(InvoiceEvent):
    """Nothing is left to pay on an invoice."""

    name: ClassVar[str] = "receivables.invoice.paid"
