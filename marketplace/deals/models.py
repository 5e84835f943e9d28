"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, text
from sqlalchemy.dialects.postgresql import INT8RANGE, Range
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant

OPEN_STATES = ("draft", "queued", "submitted", "answering", "terms_agreed")


class Deal(Row, table=True):
    """A firm's application for a listing.

    `claim` is the part of the listing's licences that an agreed deal occupies: a slot of its own for a non-exclusive
    licence, all slots for an exclusive or sole one. An exclusion constraint (migrations/sql/020_deals.sql) keeps the
    claims of a listing apart, so of two that cannot stand together the second is refused by the database.
    """

    __tablename__ = "deal"
    __table_args__ = (
        Index(
            "uq_deal_open_of_firm",
            "listing_id",
            "firm_id",
            unique=True,
            postgresql_where=text("state IN ('draft', 'queued', 'submitted', 'answering', 'terms_agreed')"),
        ),
        Index("ix_deal_firm", "firm_id", "state"),
        Index("ix_deal_university", "university_id", "state"),
        Index("ix_deal_queue", "queued_until", postgresql_where=text("state = 'queued'")),
        Index("ix_deal_reply", "reply_due_on", postgresql_where=text("state = 'submitted'")),
        CheckConstraint(
            "state <> 'terms_agreed' OR (terms_hash IS NOT NULL AND claim IS NOT NULL)", name="agreed_terms"
        ),
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


def claim_of(licence_type: str, seq: int) -> Range[int]:
    """Return the slots a licence occupies: one of its own, or all of them when it is exclusive or sole."""
    return Range(seq, seq + 1) if licence_type == "non_exclusive" else Range(None, None)
