"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Shown
from marketplace.terms import ContractFacts, TermSheet

LATE_INTEREST = "late_interest"
"""The kind of an invoice for late interest; it bears none itself, and being late with it opens no default case."""


class InvoiceState(StrEnum):
    """Where an invoice stands; the table of moves is in `states.py`."""

    OPEN = "open"
    PARTIALLY_PAID = "partially_paid"
    PAID = "paid"
    CREDITED = "credited"
    WRITTEN_OFF = "written_off"


class AdjustmentKind(StrEnum):
    """What takes something off an invoice."""

    CREDIT_NOTE = "credit_note"
    WRITE_OFF = "write_off"


class AdjustmentState(StrEnum):
    """Where a proposal stands; the table of moves is in `states.py`."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    REVERSED = "reversed"


class TaxInvoiceState(StrEnum):
    """Where a request for a 发票 stands; the table of moves is in `states.py`."""

    REQUESTED = "requested"
    ISSUED = "issued"
    DECLINED = "declined"


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
    """A line of the list of invoices. `owed_minor` (fen) is to be paid: what was written off may still be, what is overbilled is not."""

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
    owed_minor: int
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
    """Money that settled a part of an invoice; what was over, and did not go back, is the payer's credit.

    `disputed_minor` is withheld by the provider while the payer's bank looks at a dispute.
    """

    method: str
    source_id: UUID
    amount_minor: int
    applied_minor: int
    refunded_minor: int
    disputed_minor: int
    received_on: date


class BankDetails(Shown):
    """Where to send a bank transfer, and the reference that must be written on it."""

    account_name: str
    bank_name: str
    account_no: str
    reference: str


class ReminderView(Shown):
    """A rung of the ladder of reminders; `sent_on` is null for one that is still to come or was passed over."""

    step_days: int
    send_on: date
    state: Literal["waiting", "sent", "passed"]
    sent_on: date | None


class AdjustmentView(Shown):
    """A credit note or write-off of an invoice: who proposed it and why, who decided. The firm sees approved ones only.

    `moves` are the reader's next steps, `refused` those that start here but that she cannot take now, and why.
    """

    id: UUID
    invoice_id: UUID
    invoice_number: str
    kind: AdjustmentKind
    state: AdjustmentState
    number: str | None
    amount_minor: int
    line: int
    reason: str
    evidence: str
    proposed_on: date
    proposed_by_name: str
    decided_by_name: str
    approved_on: date | None
    answer: str
    moves: list[str]
    refused: list[RefusedMove]


class TaxInvoiceView(Shown):
    """A request for the 发票 of an invoice, with all that a 数电发票 needs, and what came of it. Amount in fen, tax included.

    `vat_bps` and `category_code` are what the rulebook suggests for a transfer of technology; `tax_source` says from where,
    `tax_confirmed` whether it was checked with the tax office. `tax_treatment` is what the university decided instead.
    """

    id: UUID
    invoice_id: UUID
    invoice_number: str
    contract_number: str
    project: str
    charge_kind: str
    charge: str
    university_id: UUID
    university_name: str
    university_uscc: str
    firm_id: UUID
    state: TaxInvoiceState
    kind: Literal["special", "ordinary"]
    title: str
    tax_number: str
    address: str
    phone: str
    bank_name: str
    bank_account: str
    email: str
    amount_minor: int
    requested_on: date
    category_code: str
    vat_bps: int
    tax_source: str
    tax_confirmed: bool
    tax_treatment: str
    issued_number: str | None
    issued_on: date | None
    file_id: UUID | None
    declined_reason: str
    may_answer: bool


class InvoiceView(InvoiceBrief):
    """A whole invoice: how its amount came about, where to pay, what was paid, taken off and reminded of.

    `may` names what the reader can begin here: propose_credit, propose_write_off, ask_tax_invoice. `write_off_from` is the
    first day on which it may be written off. `overbilled_minor` is what of the open sum its contract no longer comes to (fen).
    """

    version: int
    obligation_key: str
    credited_minor: int
    written_off_minor: int
    overbilled_minor: int
    formula_code: str
    formula_inputs: dict[str, int | str]
    formula_text: str
    lines: list[InvoiceLine]
    bank: BankDetails
    payments: list[AppliedPayment]
    adjustments: list[AdjustmentView]
    reminders: list[ReminderView]
    write_off_from: date
    tax_invoice: TaxInvoiceView | None
    may: list[str]


_Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]
_Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]


class WaitingOnBill(Shown):
    """A step beside payment that is the reader's.

    A bill above its contract to credit, a proposal to decide, a 发票 to issue, a request for one that was sent back.
    """

    step: Literal["credit_overbilled", "decide_adjustment", "issue_tax_invoice", "ask_tax_again"]
    id: UUID
    invoice_id: UUID
    number: str
    title: str
    party: str
    amount_minor: int
    since: datetime


class NewCreditNote(Frozen):
    """A proposal to take an amount (fen) off a line of an invoice."""

    amount_minor: int = Field(gt=0, le=10**14)
    line: int = Field(default=1, ge=1, le=100)
    reason: _Reason


class NewWriteOff(Frozen):
    """A proposal to write off what is open on an invoice: why it cannot be collected, and what shows it."""

    reason: _Reason
    evidence: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2000)]


class AdjustmentAnswer(Frozen):
    """Why a proposal is refused."""

    reason: _Reason


class NewTaxInvoice(Frozen):
    """What a firm wants on its 发票: 抬头, tax number (its USCC), and where to send it. `special`: 专用, `ordinary`: 普通."""

    kind: Literal["special", "ordinary"]
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=100)]
    tax_number: Annotated[
        str, StringConstraints(strip_whitespace=True, to_upper=True, min_length=18, max_length=18)
    ]
    address: _Short = ""
    phone: _Short = ""
    bank_name: _Short = ""
    bank_account: _Short = ""
    email: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
    ]


TAX_INVOICE_NUMBER = r"^\d{20}$|^\d{8}$"


class IssuedTaxInvoice(Frozen):
    """The 发票 that a university issued: its 20 digits (数电) and its day."""

    number: Annotated[str, StringConstraints(pattern=TAX_INVOICE_NUMBER)]
    issued_on: date


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
