"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import INT8RANGE, Range
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant

OPEN_STATES = ("draft", "queued", "submitted", "answering", "price_notice", "objection", "terms_agreed")


class Deal(Row, table=True):
    """A firm's application for a listing.

    `claim` is the part of the listing's licences that an agreed deal occupies: a slot of its own for a non-exclusive
    licence, all slots for an exclusive or sole one. An exclusion constraint (migrations/sql/020_deals.sql) keeps the
    claims of a listing apart, so of two that cannot stand together the second is refused by the database.
    `clock_*` and `answer*` keep the university's first answer for its public record; later clocks do not change them.
    `manager_id` is the technology manager whose commission is agreed, who may follow the deal.
    """

    __tablename__ = "deal"
    __table_args__ = (
        Index(
            "uq_deal_open_of_firm",
            "listing_id",
            "firm_id",
            unique=True,
            postgresql_where=text(
                "state IN ('draft', 'queued', 'submitted', 'answering', 'price_notice', 'objection', 'terms_agreed')"
            ),
        ),
        Index("ix_deal_firm", "firm_id", "state"),
        Index("ix_deal_university", "university_id", "state"),
        Index("ix_deal_queue", "queued_until", postgresql_where=text("state = 'queued'")),
        Index("ix_deal_reply", "reply_due_on", postgresql_where=text("state = 'submitted'")),
        CheckConstraint(
            "state NOT IN ('price_notice', 'objection', 'terms_agreed')"
            " OR (terms_hash IS NOT NULL AND claim IS NOT NULL)",
            name="agreed_terms",
        ),
        CheckConstraint("state <> 'price_notice' OR notice_to IS NOT NULL", name="notice_has_an_end"),
        Index("ix_deal_notice", "notice_to", postgresql_where=text("state = 'price_notice'")),
        Index(
            "ix_deal_record",
            "university_id",
            "clock_started_on",
            postgresql_where=text("clock_started_on IS NOT NULL"),
        ),
        Index("ix_deal_manager", "manager_id", postgresql_where=text("manager_id IS NOT NULL")),
    )

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    number: str = Field(unique=True)
    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    applicant_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: str
    state_since: datetime = instant(nullable=False)
    purpose: str = ""
    product: str = ""
    sales_plan_minor: list[int] = document(default_factory=list)
    contact_name: str = ""
    contact_phone: str = ""
    message: str = ""
    eligibility: dict[str, Any] | None = document(nullable=True)
    priority: bool = False
    terms: dict[str, Any] | None = document(nullable=True)
    terms_hash: str | None = None
    claim: Any = Field(default=None, sa_column=Column(INT8RANGE, nullable=True))
    submitted_at: datetime | None = instant()
    queued_until: date | None = None
    reply_due_on: date | None = None
    overdue_told_at: datetime | None = instant()
    accepted_at: datetime | None = instant()
    answer_due_on: date | None = None
    clock_started_on: date | None = None
    clock_due_on: date | None = None
    answered_on: date | None = None
    answer_workdays: int | None = None
    notice_from: date | None = None
    notice_to: date | None = None
    manager_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    contract_id: UUID | None = None
    is_demo: bool = False


class DealMessage(Row, table=True):
    """One line of the conversation; never edited."""

    __tablename__ = "deal_message"

    deal_id: UUID = Field(foreign_key="deal.id", index=True)
    side: str
    kind: str
    text: str
    author_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    at: datetime = instant(nullable=False)


class DealOffer(Row, table=True):
    """One round of the negotiation: a whole term sheet with what was said about it. Only its state changes."""

    __tablename__ = "deal_offer"
    __table_args__ = (
        UniqueConstraint("deal_id", "position"),
        Index("uq_deal_offer_open", "deal_id", unique=True, postgresql_where=text("state = 'open'")),
    )

    deal_id: UUID = Field(foreign_key="deal.id")
    position: int
    side: str
    terms: dict[str, Any] = document()
    terms_hash: str
    base_terms: dict[str, Any] = document()
    base_hash: str
    message: str
    author_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    at: datetime = instant(nullable=False)
    state: str = "open"
    answered_at: datetime | None = instant()
    answered_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    answer: str = ""


class DealObjection(Row, table=True):
    """An objection raised while the negotiated price of a deal was on notice."""

    __tablename__ = "deal_objection"

    deal_id: UUID = Field(foreign_key="deal.id", index=True)
    name: str
    contact: str
    text: str
    raised_at: datetime = instant(nullable=False)
    settled_at: datetime | None = instant()
    upheld: bool | None = None
    resolution: str | None = None


class DealCommission(Row, table=True):
    """A technology manager's commission: proposed by a side, in force once manager and payer accepted its hash."""

    __tablename__ = "deal_commission"
    __table_args__ = (
        UniqueConstraint("deal_id", "position"),
        Index(
            "uq_deal_commission_current",
            "deal_id",
            unique=True,
            postgresql_where=text("state IN ('proposed', 'agreed')"),
        ),
        Index("ix_deal_commission_manager", "manager_id", "state"),
        CheckConstraint(
            "state <> 'agreed' OR (manager_accepted_at IS NOT NULL AND payer_accepted_at IS NOT NULL)",
            name="both_agreed",
        ),
    )

    deal_id: UUID = Field(foreign_key="deal.id")
    position: int
    manager_id: UUID = Field(foreign_key="user_account.id")
    manager_organization_id: UUID = Field(foreign_key="organization.id")
    proposed_side: str
    proposed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    proposed_at: datetime = instant(nullable=False)
    message: str = ""
    payer: str
    terms: dict[str, Any] = document()
    terms_hash: str
    state: str = "proposed"
    manager_accepted_at: datetime | None = instant()
    payer_accepted_at: datetime | None = instant()
    payer_accepted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    ended_at: datetime | None = instant()
    reason: str = ""


class DealContribution(Row, table=True):
    """What a technology manager did for a deal, on a day: the proof of her part. Never edited."""

    __tablename__ = "deal_contribution"

    deal_id: UUID = Field(foreign_key="deal.id", index=True)
    commission_id: UUID = Field(foreign_key="deal_commission.id")
    author_id: UUID = Field(foreign_key="user_account.id")
    kind: str
    text: str
    worked_on: date
    at: datetime = instant(nullable=False)


def claim_of(licence_type: str, seq: int) -> Range[int]:
    """Return the slots a licence occupies: one of its own, or all of them when it is exclusive or sole."""
    return Range(seq, seq + 1) if licence_type == "non_exclusive" else Range(None, None)
