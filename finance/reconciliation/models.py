"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class ProviderMovement(Row, table=True):
    """One line of a payment provider's own account of our money; amounts as the provider counts them, signed."""

    __tablename__ = "provider_movement"
    __table_args__ = (
        UniqueConstraint("provider", "ref"),
        Index("ix_provider_movement_day", "provider", "day"),
    )

    provider: str
    ref: str
    kind: str
    source_ref: str
    capture_ref: str
    attempt_id: UUID | None = None
    amount_minor: int = money()
    fee_minor: int = money()
    net_minor: int = money()
    currency: str = Field(max_length=3)
    happened_at: datetime = instant(nullable=False)
    day: date
    settled: bool = False
    available_at: datetime = instant(nullable=False)


class ReconciliationRun(Row, table=True):
    """One night's look at a provider: claimed once a day, asked again until it has answered."""

    __tablename__ = "reconciliation_run"
    __table_args__ = (
        UniqueConstraint("account_key", "for_on"),
        Index("ix_reconciliation_run_due", "next_at", postgresql_where=text("done_at IS NULL")),
    )

    account_key: str
    for_on: date
    next_at: datetime = instant(nullable=False)
    done_at: datetime | None = instant()
    tries: int = 0
    last_error: str | None = None


class ReconciliationDay(Row, table=True):
    """The balance of an account at the end of a day, by our books and by what the other side says."""

    __tablename__ = "reconciliation_day"
    __table_args__ = (UniqueConstraint("account_key", "day"),)

    account_key: str
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    day: date
    ours_minor: int = money()
    theirs_minor: int = money()
    ran_at: datetime = instant(nullable=False)


class ReconciliationDifference(Row, table=True):
    """Something that only one side knows, or that both know differently. It stays until it is booked or explained."""

    __tablename__ = "reconciliation_difference"
    __table_args__ = (
        UniqueConstraint("account_key", "kind", "subject"),
        Index("ix_reconciliation_difference_open", "account_key", postgresql_where=text("state = 'open'")),
    )

    account_key: str
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    kind: str
    subject: str
    label: str
    day: date
    ours_minor: int = money()
    theirs_minor: int = money()
    state: str
    state_since: datetime = instant(nullable=False)
    owner_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    line_id: UUID | None = Field(default=None, foreign_key="bank_line.id")
    txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")
    reason: str = ""
