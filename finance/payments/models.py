"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class PaymentAttempt(Row, table=True):
    """One try to collect an invoice through a provider. `provider_key` makes a repeated request harmless."""

    __tablename__ = "payment_attempt"
    __table_args__ = (
        Index(
            "uq_payment_attempt_live",
            "invoice_id",
            unique=True,
            postgresql_where=text(
                "state IN ('created', 'submitted', 'unknown', 'requires_action', 'processing')"
            ),
        ),
        Index(
            "uq_payment_attempt_ref",
            "provider",
            "provider_ref",
            unique=True,
            postgresql_where=text("provider_ref IS NOT NULL"),
        ),
        UniqueConstraint("organization_id", "client_key"),
        Index("ix_payment_attempt_due", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    client_key: str
    provider: str
    provider_key: str = Field(unique=True)
    provider_ref: str | None = None
    capture_ref: str | None = None
    url: str | None = None
    title: str
    locale: str
    state: str
    state_since: datetime = instant(nullable=False)
    currency: str = Field(default="CNY", max_length=3)
    amount_minor: int = money()
    fee_minor: int | None = money(nullable=True)
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None


class ProviderNotice(Row, table=True):
    """A verified webhook as it came in: stored raw, once for each event of the provider, worked on later."""

    __tablename__ = "provider_notice"
    __table_args__ = (
        UniqueConstraint("provider", "event_id"),
        Index("ix_provider_notice_due", "next_at", postgresql_where=text("state = 'received'")),
    )

    provider: str
    event_id: str
    kind: str
    object_ref: str
    attempt_id: UUID | None = None
    body: bytes = Field(sa_type=LargeBinary)
    received_at: datetime = instant(nullable=False)
    state: str = "received"
    tries: int = 0
    next_at: datetime | None = instant()
    handled_at: datetime | None = instant()
    last_error: str | None = None


class BankStatement(Row, table=True):
    """A bank statement that was imported. The same file twice is the same statement."""

    __tablename__ = "bank_statement"
    __table_args__ = (UniqueConstraint("organization_id", "sha256"),)

    organization_id: UUID = Field(foreign_key="organization.id")
    account_no: str
    file_name: str
    sha256: str
    lines: int
    imported_by: UUID | None = None
    imported_at: datetime = instant(nullable=False)


class BankLine(Row, table=True):
    """Money that a bank statement shows as received. `line_key` is the bank's own number or what makes it unique."""

    __tablename__ = "bank_line"
    __table_args__ = (
        UniqueConstraint("account_no", "line_key"),
        Index(
            "ix_bank_line_unmatched",
            "organization_id",
            "booked_on",
            postgresql_where=text("state = 'unmatched'"),
        ),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("(state = 'matched') = (invoice_id IS NOT NULL)", name="matched"),
    )

    statement_id: UUID = Field(foreign_key="bank_statement.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    account_no: str
    line_key: str
    booked_on: date
    amount_minor: int = money()
    payer_name: str
    payer_account: str
    memo: str
    state: str = "unmatched"
    invoice_id: UUID | None = Field(default=None, foreign_key="invoice.id", index=True)
    matched_by: UUID | None = None
    matched_at: datetime | None = instant()
    how: str = ""
