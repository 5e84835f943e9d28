"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant


class MonthClosing(Row, table=True):
    """One closing of a month of a book: asked for by one person, approved by another; without an organization of all books.

    What is kept when it is closed (`figures`, `transactions`, `bank_accounts`, `chain_…`) is never changed again (trigger in
    migrations/sql). `bank_accounts` are those that were the organization's own on that day.
    """

    __tablename__ = "month_closing"
    __table_args__ = (
        Index(
            "uq_month_closing_live",
            "organization_id",
            "month",
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("state IN ('asked', 'closed', 'reopening')"),
        ),
        Index("ix_month_closing_closed", "month", postgresql_where=text("state IN ('closed', 'reopening')")),
        CheckConstraint("decided_by IS NULL OR decided_by <> asked_by", name="four_eyes"),
        CheckConstraint(
            "reopen_decided_by IS NULL OR reopen_decided_by <> reopen_asked_by", name="reopen_four_eyes"
        ),
        CheckConstraint(
            "state IN ('asked', 'declined', 'withdrawn') OR (closed_at IS NOT NULL AND decided_by IS NOT NULL AND figures IS NOT NULL)",
            name="kept",
        ),
        CheckConstraint(
            "state <> 'reopened' OR (reopen_decided_by IS NOT NULL AND reopen_reason <> '')", name="reopened"
        ),
        CheckConstraint("extract(day FROM month) = 1", name="month"),
    )

    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    month: date
    state: str
    state_since: datetime = instant(nullable=False)
    asked_by: UUID = Field(foreign_key="user_account.id")
    decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    answer: str = ""
    closed_at: datetime | None = instant()
    figures: list[dict[str, Any]] | None = document(nullable=True)
    transactions: int | None = Field(default=None, sa_type=BigInteger)
    bank_accounts: list[str] | None = document(nullable=True)
    chain_seq: int | None = Field(default=None, sa_type=BigInteger)
    chain_digest: str | None = None
    reopen_reason: str = ""
    reopen_asked_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    reopen_decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
