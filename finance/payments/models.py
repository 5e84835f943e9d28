"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class PaymentAttempt(Row, table=True):
    """One try to collect an invoice through a provider. `provider_key` makes a repeated request harmless.

    `way` is what the payer chose; the provider is told to take nothing else, so `method`, its word for how it was paid
    (card, alipay, wechat_pay), says the same. `url` or `qr` is what the payer needs; `link_id` is the pay link it came by.
    """

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
    way: str
    link_id: UUID | None = Field(default=None, foreign_key="pay_link.id")
    provider: str
    provider_key: str = Field(unique=True)
    provider_ref: str | None = None
    capture_ref: str | None = None
    url: str | None = None
    qr: str | None = None
    title: str
    locale: str
    state: str
    state_since: datetime = instant(nullable=False)
    currency: str = Field(default="CNY", max_length=3)
    amount_minor: int = money()
    fee_minor: int | None = money(nullable=True)
    method: str | None = None
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None


class PayLink(Row, table=True):
    """A bill shown to somebody without an account. The address is made from `id` with the house's secret and kept nowhere."""

    __tablename__ = "pay_link"

    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    firm_id: UUID = Field(foreign_key="organization.id")
    made_by: UUID = Field(foreign_key="user_account.id")
    for_whom: str
    expires_at: datetime = instant(nullable=False)
    withdrawn_at: datetime | None = instant()
    opened_times: int = 0
    last_opened_at: datetime | None = instant()


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
    refund_id: UUID | None = None
    body: bytes = Field(sa_type=LargeBinary)
    received_at: datetime = instant(nullable=False)
    state: str = "received"
    tries: int = 0
    next_at: datetime | None = instant()
    handled_at: datetime | None = instant()
    last_error: str | None = None


class ProviderTrouble(Row, table=True):
    """How often something of one kind went wrong with a provider on a day, and what it was the last time."""

    __tablename__ = "provider_trouble"
    __table_args__ = (UniqueConstraint("provider", "kind", "day"), CheckConstraint("count > 0", name="count"))

    provider: str
    kind: str
    day: date
    count: int
    last_at: datetime = instant(nullable=False)
    detail: str = ""
