"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money

_LIVE = "state NOT IN ('refused', 'dropped')"
_OPEN = "state IN ('reminded', 'demanded', 'curing', 'rescission_open')"


class DefaultCase(Row, table=True):
    """One default under a contract, from the first day late to its end; a contract has one open case at most."""

    __tablename__ = "default_case"
    __table_args__ = (
        Index("uq_default_case_open", "contract_id", unique=True, postgresql_where=text(_OPEN)),
        Index("ix_default_case_cure", "cure_until_on", "id", postgresql_where=text("state = 'curing'")),
        Index("ix_default_case_firm", "firm_id", "state"),
        Index("ix_default_case_university", "university_id", "state"),
        CheckConstraint("state <> 'curing' OR cure_until_on IS NOT NULL", name="cure_has_an_end"),
        CheckConstraint("delivered_on IS NULL OR delivered_on >= demanded_on", name="delivered_after_demand"),
    )

    serial: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    number: str | None = Field(default=None, unique=True)
    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    opened_on: date
    late_bps_per_day: int
    owner_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    demanded_on: date | None = None
    demand_file_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    cure_days: int | None = None
    delivered_on: date | None = None
    delivered_how: str = ""
    delivery_proof: str = ""
    cure_until_on: date | None = None
    rescinded_on: date | None = None
    rescission_file_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    grace_until_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    settled_by: str = ""


class DefaultInvoice(Row, table=True):
    """An unpaid invoice of a case. `demanded_minor` is what the demand asked for; null for what was not demanded."""

    __tablename__ = "default_invoice"
    __table_args__ = (UniqueConstraint("case_id", "invoice_id"),)

    case_id: UUID = Field(foreign_key="default_case.id")
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    due_on: date
    demanded_minor: int | None = money(nullable=True)


class LateInterestBill(Row, table=True):
    """Late interest billed on an invoice up to a day, both counted from its first day late."""

    __tablename__ = "late_interest_bill"
    __table_args__ = (
        UniqueConstraint("invoice_id", "position"),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id")
    position: int
    until_on: date
    amount_minor: int = money()
    bill_id: UUID = Field(foreign_key="invoice.id", unique=True)


class Cover(Row, table=True):
    """A policy or guarantee for a contract's fees: the provider pays `percent_bps` of what is late, `cap_minor` at most."""

    __tablename__ = "cover"
    __table_args__ = (
        UniqueConstraint("provider_id", "policy_number"),
        CheckConstraint(
            "percent_bps BETWEEN 1 AND 10000 AND cap_minor > 0 AND waiting_days >= 0", name="terms"
        ),
        CheckConstraint("from_on <= until_on", name="period_order"),
    )

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id", index=True)
    provider_id: UUID = Field(foreign_key="organization.id")
    kind: str
    policy_number: str
    percent_bps: int
    cap_minor: int = money()
    waiting_days: int
    from_on: date
    until_on: date
    file_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    registered_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: str
    state_since: datetime = instant(nullable=False)
    declined_reason: str = ""


class CoverClaim(Row, table=True):
    """A claim on a cover in a case. `reference` stands on the provider's transfer; `line_id` is the receipt that paid it."""

    __tablename__ = "cover_claim"
    __table_args__ = (
        Index("uq_cover_claim_live", "case_id", "cover_id", unique=True, postgresql_where=text(_LIVE)),
        Index("ix_cover_claim_provider", "provider_id", "state"),
        CheckConstraint("asked_minor > 0 AND asked_minor <= overdue_minor", name="asked"),
        CheckConstraint("(state = 'paid') = (line_id IS NOT NULL)", name="paid_by_a_receipt"),
        CheckConstraint("repaid_minor >= 0 AND repaid_minor <= paid_minor", name="repaid"),
    )

    serial: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    reference: str | None = Field(default=None, unique=True)
    case_id: UUID = Field(foreign_key="default_case.id")
    cover_id: UUID = Field(foreign_key="cover.id", index=True)
    contract_id: UUID = Field(foreign_key="contract.id")
    university_id: UUID = Field(foreign_key="organization.id", index=True)
    firm_id: UUID = Field(foreign_key="organization.id")
    provider_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    filed_on: date
    overdue_minor: int = money()
    asked_minor: int = money()
    answer_by_on: date
    accepted_on: date | None = None
    pay_by_on: date | None = None
    refused_reason: str = ""
    paid_on: date | None = None
    paid_minor: int = money(default=0)
    repaid_minor: int = money(default=0)
    line_id: UUID | None = Field(default=None, foreign_key="bank_line.id", unique=True)


class CoverClaimPart(Row, table=True):
    """What a cover's payment settled of one invoice; its id is the source of that payment."""

    __tablename__ = "cover_claim_part"
    __table_args__ = (
        UniqueConstraint("claim_id", "invoice_id"),
        CheckConstraint("applied_minor > 0", name="applied"),
    )

    claim_id: UUID = Field(foreign_key="cover_claim.id")
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    applied_minor: int = money()
    paid_on: date


class CoverRepayment(Row, table=True):
    """What the firm paid back to its insurer or guarantor, as the latter told; one row for each of its bank's numbers."""

    __tablename__ = "cover_repayment"
    __table_args__ = (
        UniqueConstraint("claim_id", "bank_number"),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    claim_id: UUID = Field(foreign_key="cover_claim.id")
    bank_number: str
    amount_minor: int = money()
    told_on: date


class CreditRecord(Row, table=True):
    """What is handed to the zone about a default, after the firm was told and could object. One for each case."""

    __tablename__ = "credit_record"
    __table_args__ = (
        Index(
            "ix_credit_record_due", "objection_until_on", "id", postgresql_where=text("state = 'announced'")
        ),
        Index("ix_credit_record_zone", "zone_id", "state"),
        CheckConstraint(
            "state NOT IN ('issued', 'received') OR file_id IS NOT NULL", name="issued_has_a_file"
        ),
    )

    case_id: UUID = Field(foreign_key="default_case.id", unique=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id", index=True)
    zone_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    announced_on: date
    announced_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    objection_until_on: date
    objection: str = ""
    objected_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    issued_on: date | None = None
    content: dict[str, Any] | None = document(nullable=True)
    content_sha256: str = ""
    overdue_minor: int = money()
    file_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    receipt_number: str = ""
    received_on: date | None = None
    received_by: UUID | None = Field(default=None, foreign_key="user_account.id")
