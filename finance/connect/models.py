"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, String, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class ConnectedAccount(Row, table=True):
    """A university's account at the provider, as the provider told of it last; `wanted` is in the provider's words."""

    __tablename__ = "connected_account"
    __table_args__ = (
        Index("ix_connected_account_due", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index(
            "uq_connected_account_ref",
            "provider",
            "provider_ref",
            unique=True,
            postgresql_where=text("provider_ref IS NOT NULL"),
        ),
    )

    organization_id: UUID = Field(foreign_key="organization.id", unique=True)
    provider: str
    provider_key: str = Field(unique=True)
    provider_ref: str | None = None
    country: str = Field(max_length=2)
    state: str
    state_since: datetime = instant(nullable=False)
    submitted: bool = False
    wanted: list[str] = Field(default_factory=list, sa_column=Column(ARRAY(String), nullable=False))
    disabled_reason: str = ""
    opened_by: UUID = Field(foreign_key="user_account.id")
    asked_at: datetime = instant(nullable=False)
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None


class PayoutTransfer(Row, table=True):
    """How a line of a batch goes to a university's account at the provider, and from there to its bank.

    `round` counts what the provider refused for good under one key; `asked_at` is the real time of the last new key.
    """

    __tablename__ = "payout_transfer"
    __table_args__ = (
        Index("ix_payout_transfer_due", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        Index(
            "uq_payout_transfer_ref",
            "provider",
            "provider_ref",
            unique=True,
            postgresql_where=text("provider_ref IS NOT NULL"),
        ),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint(
            "state IN ('waiting', 'submitted', 'unknown', 'failed') OR provider_ref IS NOT NULL", name="sent"
        ),
    )

    payout_id: UUID = Field(foreign_key="payout.id", unique=True)
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    provider: str
    account_ref: str
    batch_number: str
    amount_minor: int = money()
    state: str
    state_since: datetime = instant(nullable=False)
    round: int = 0
    provider_ref: str | None = None
    reason: str = ""
    onward_ref: str | None = None
    onward_state: str | None = None
    onward_on: date | None = None
    onward_reason: str = ""
    asked_at: datetime | None = instant()
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None
