"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class Obligation(Row, table=True):
    """One sum owed under a contract; `key` is the schedule's stable name for it. `arises_on` is null while awaited.

    `reduced_to_minor` is set when the contract, after the bill was raised, comes to less than it.
    """

    __tablename__ = "obligation"
    __table_args__ = (
        UniqueConstraint("contract_id", "key"),
        Index("ix_obligation_due", "arises_on", "id", postgresql_where=text("state = 'waiting'")),
    )

    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    key: str
    kind: str
    state: str
    state_since: datetime = instant(nullable=False)
    amount_minor: int = money()
    reduced_to_minor: int | None = money(nullable=True)
    arises_on: date | None = None
    due_on: date | None = None
    formula: dict[str, Any] = document()


class Invoice(Row, table=True):
    """A bill for one obligation. Numbers of a university's year have no gaps; `reference` finds bank transfers."""

    __tablename__ = "invoice"
    __table_args__ = (
        UniqueConstraint("university_id", "year", "year_seq"),
        Index("ix_invoice_firm", "firm_id", "due_on"),
        Index("ix_invoice_university", "university_id", "due_on"),
        Index("ix_invoice_unpaid", "due_on", postgresql_where=text("state IN ('open', 'partially_paid')")),
        CheckConstraint(
            "amount_minor > 0 AND paid_minor >= 0 AND credited_minor >= 0 AND written_off_minor >= 0",
            name="signs",
        ),
        CheckConstraint(
            "paid_minor + credited_minor + written_off_minor <= amount_minor", name="open_amount"
        ),
    )

    serial: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    number: str
    year: int
    year_seq: int
    reference: str | None = Field(default=None, unique=True)
    obligation_id: UUID = Field(foreign_key="obligation.id", unique=True)
    contract_id: UUID = Field(index=True)
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    obligation_key: str
    kind: str
    state: str
    state_since: datetime = instant(nullable=False)
    currency: str = Field(default="CNY", max_length=3)
    amount_minor: int = money()
    paid_minor: int = money(default=0)
    credited_minor: int = money(default=0)
    written_off_minor: int = money(default=0)
    formula: dict[str, Any] = document()
    issued_on: date
    due_on: date

    @property
    def open_minor(self) -> int:
        """What is still to be paid."""
        return self.amount_minor - self.paid_minor - self.credited_minor - self.written_off_minor


class InvoicePayment(Row, table=True):
    """Money that settled an invoice, wholly or in part; one row for each source, so a repeat changes nothing.

    Of `amount_minor` that came in, `applied_minor` settles the invoice, `refunded_minor` went back; the rest is the payer's credit.
    `disputed_minor` of it is withheld by the provider while the payer's bank looks at a dispute.
    """

    __tablename__ = "invoice_payment"
    __table_args__ = (
        UniqueConstraint("invoice_id", "source_id"),
        CheckConstraint(
            "applied_minor >= 0 AND refunded_minor >= 0 AND applied_minor + refunded_minor <= amount_minor",
            name="applied",
        ),
        CheckConstraint("disputed_minor >= 0 AND disputed_minor <= amount_minor", name="disputed"),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id")
    method: str
    source_id: UUID
    amount_minor: int = money()
    applied_minor: int = money()
    refunded_minor: int = money(default=0)
    disputed_minor: int = money(default=0)
    received_on: date


class InvoiceReminder(Row, table=True):
    """One rung of the reminder ladder: so many days after (or before) the last day to pay; sent once."""

    __tablename__ = "invoice_reminder"
    __table_args__ = (
        UniqueConstraint("invoice_id", "step_days"),
        Index("ix_invoice_reminder_due", "send_on", "id", postgresql_where=text("state = 'waiting'")),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id")
    step_days: int
    send_on: date
    state: str = "waiting"
    done_at: datetime | None = instant()


class InvoiceCounter(Row, table=True):
    """The last number given in a series of a university's year; its row lock keeps numbers without gaps."""

    __tablename__ = "invoice_counter"
    __table_args__ = (UniqueConstraint("university_id", "year", "series"),)

    university_id: UUID = Field(foreign_key="organization.id")
    year: int
    series: str = "invoice"
    last: int = 0


class Adjustment(Row, table=True):
    """What an officer proposes to take off an invoice and a head decides: a credit note, or a write-off.

    `line` is the line of the invoice, from 1. A credit note gets its number with the approval. `txn_id` is its booking.
    """

    __tablename__ = "invoice_adjustment"
    __table_args__ = (
        UniqueConstraint("university_id", "year", "year_seq"),
        Index(
            "uq_invoice_adjustment_pending",
            "invoice_id",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
        CheckConstraint("amount_minor > 0", name="positive"),
        CheckConstraint(
            "(kind = 'credit_note' AND state = 'approved') = (number IS NOT NULL)", name="numbered"
        ),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    kind: str
    state: str
    state_since: datetime = instant(nullable=False)
    amount_minor: int = money()
    line: int = 1
    reason: str
    evidence: str = ""
    proposed_by: UUID | None = None
    decided_by: UUID | None = None
    answer: str = ""
    number: str | None = None
    year: int | None = None
    year_seq: int | None = None
    approved_on: date | None = None
    txn_id: int | None = Field(default=None, sa_type=BigInteger)


class TaxInvoice(Row, table=True):
    """A firm's request for the 发票 of an invoice and what the university answered; one for each invoice.

    The amount is what the invoice came to on the day of issue; until then it follows the invoice.
    """

    __tablename__ = "tax_invoice"
    __table_args__ = (
        Index("ix_tax_invoice_open", "university_id", postgresql_where=text("state = 'requested'")),
        CheckConstraint("(state = 'issued') = (issued_number IS NOT NULL)", name="issued"),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id", unique=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    kind: str
    title: str
    tax_number: str
    address: str = ""
    phone: str = ""
    bank_name: str = ""
    bank_account: str = ""
    email: str
    amount_minor: int | None = money(nullable=True)
    asked_by: UUID | None = None
    issued_number: str | None = None
    issued_on: date | None = None
    file_id: UUID | None = None
    answered_by: UUID | None = None
    declined_reason: str = ""
