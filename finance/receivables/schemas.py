"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from marketplace.core.values import Shown
from marketplace.terms import ContractFacts, TermSheet

LATE_INTEREST = "late_interest"
"""The kind of an invoice for late interest; it bears none itself, and being late with it opens no default case."""


class InvoiceState(StrEnum):
    """Where an invoice stands; the table of moves is in `states.py`."""

    OPEN = "open"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"


class ContractBilling(Shown):
    """What the schedule of a contract is counted from, and who owes whom."""

    contract_id: UUID
    number: str
    title: str
    university_id: UUID
    firm_id: UUID
    sheet: TermSheet
    facts: ContractFacts


class ObligationView(Shown):
    """One sum owed under a contract; days are null while what triggers it is awaited."""

    id: UUID
    key: str
    kind: str
    state: str
    amount_minor: int
    arises_on: date | None
    due_on: date | None
    invoice_id: UUID | None
    formula_text: str


class InvoiceBrief(Shown):
    """A line of the list of invoices."""

    id: UUID
    number: str
    reference: str
    state: InvoiceState
    contract_id: UUID
    contract_number: str
    title: str
    kind: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    currency: str
    amount_minor: int
    paid_minor: int
    open_minor: int
    issued_on: date
    due_on: date
    overdue: bool
    days_left: int


class ComingSum(Shown):
    """A sum of the schedule that is not billed yet but has its day. Fen."""

    contract_id: UUID
    contract_number: str
    title: str
    kind: str
    amount_minor: int
    due_on: date


class YearFigures(Shown):
    """What a university's contracts came to between two days, in fen.

    `contracted`: agreed in contracts of that time; `due`: billed with a last day in it; `received`: arrived in it.
    """

    contracted_minor: int
    due_minor: int
    received_minor: int


class InvoiceLine(Shown):
    """One line of an invoice."""

    text: str
    amount_minor: int


class AppliedPayment(Shown):
    """Money that settled a part of an invoice; what was over is the payer's credit."""

    method: str
    source_id: UUID
    amount_minor: int
    applied_minor: int
    received_on: date


class BankDetails(Shown):
    """Where to send a bank transfer, and the reference that must be written on it."""

    account_name: str
    bank_name: str
    account_no: str
    reference: str


class InvoiceView(InvoiceBrief):
    """A whole invoice: how its amount came about, where to pay, what was paid."""

    version: int
    obligation_key: str
    credited_minor: int
    formula_code: str
    formula_inputs: dict[str, int | str]
    formula_text: str
    lines: list[InvoiceLine]
    bank: BankDetails
    payments: list[AppliedPayment]


class Applied(Shown):
    """How a payment was applied: what settled the invoice, what is over, and whether this was news."""

    invoice_id: UUID
    invoice_number: str
    contract_id: UUID
    title: str
    university_id: UUID
    firm_id: UUID
    firm_name: str
    obligation_key: str
    applied_minor: int
    excess_minor: int
    paid_minor: int
    settled: bool
    repeated: bool


class LateInvoice(Shown):
    """An invoice that a firm has not paid by its last day, with what was paid on it: fen and Shanghai days."""

    id: UUID
    number: str
    contract_id: UUID
    contract_number: str
    title: str
    kind: str
    university_id: UUID
    firm_id: UUID
    state: InvoiceState
    amount_minor: int
    credited_minor: int
    open_minor: int
    due_on: date
    payments: list[AppliedPayment]
