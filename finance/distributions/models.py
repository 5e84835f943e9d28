"""Tables of the room."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class Distribution(Row, table=True):
    """The split of one payment. `rule` keeps what it was counted by."""

    __tablename__ = "distribution"
    __table_args__ = (
        Index("ix_distribution_university", "university_id", "state"),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    payment_id: UUID = Field(unique=True)
    invoice_id: UUID = Field(foreign_key="invoice.id")
    contract_id: UUID = Field(index=True)
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    amount_minor: int = money()
    rule: dict[str, Any] = document()
    approved_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    ledger_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")


class DistributionShare(Row, table=True):
    """One payee's part of a split, in the order in which ties are broken."""

    __tablename__ = "distribution_share"
    __table_args__ = (
        UniqueConstraint("distribution_id", "position"),
        CheckConstraint("amount_minor >= 0", name="amount"),
    )

    distribution_id: UUID = Field(foreign_key="distribution.id")
    position: int
    payee_kind: str
    payee_id: UUID = Field(index=True)
    payee_name: str
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id", index=True)
    amount_minor: int = money()
