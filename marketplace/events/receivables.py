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


class InvoiceAboveContract(InvoiceEvent):
    """After an invoice was raised, its contract has come to less: `overbilled_minor` of what is open is no longer owed."""

    name: ClassVar[str] = "receivables.invoice.above_contract"
    overbilled_minor: int


class AdjustmentProposed(InvoiceEvent):
    """An officer proposed to take `off_minor` off an invoice, by a credit note or a write-off; a head has to decide."""

    name: ClassVar[str] = "receivables.adjustment.proposed"
    adjustment_id: UUID
    kind: str
    off_minor: int
    reason: str


class AdjustmentRefused(InvoiceEvent):
    """A head refused a proposal, and said why."""

    name: ClassVar[str] = "receivables.adjustment.refused"
    adjustment_id: UUID
    kind: str
    off_minor: int
    reason: str
    proposed_by: UUID | None


class InvoiceCredited(InvoiceEvent):
    """A credit note takes `off_minor` off an invoice; `open_minor` is what is left to pay."""

    name: ClassVar[str] = "receivables.invoice.credited"
    adjustment_id: UUID
    credit_number: str
    off_minor: int
    reason: str


class InvoiceWrittenOff(InvoiceEvent):
    """A university no longer expects the rest of an invoice; the claim itself is kept."""

    name: ClassVar[str] = "receivables.invoice.written_off"
    adjustment_id: UUID
    off_minor: int


class InvoiceRecovered(InvoiceEvent):
    """Money came for an invoice that was written off: the write-off was taken back, `open_minor` is owed again."""

    name: ClassVar[str] = "receivables.invoice.recovered"
    adjustment_id: UUID


class TaxInvoiceEvent(Event):
    """The fields every announcement about a request for a 发票 carries."""

    tax_invoice_id: UUID
    invoice_id: UUID
    number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str


class TaxInvoiceRequested(TaxInvoiceEvent):
    """A firm asks for the 发票 of an invoice."""

    name: ClassVar[str] = "receivables.tax_invoice.requested"


class TaxInvoiceIssued(TaxInvoiceEvent):
    """The university issued the 发票."""

    name: ClassVar[str] = "receivables.tax_invoice.issued"
    issued_number: str


class TaxInvoiceDeclined(TaxInvoiceEvent):
    """The university sent the request back, and said why."""

    name: ClassVar[str] = "receivables.tax_invoice.declined"
    reason: str
