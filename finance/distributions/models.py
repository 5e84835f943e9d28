"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class Distribution(Row, table=True):
    """The split of one payment, the `position`th of its contract. `rule` keeps all that it was counted by.

    `refunded_minor` of it went back to the payer; while `refunding_minor` may still go, or `disputed_minor` is withheld
    by the provider, nothing of it is approved or paid out.
    """

    __tablename__ = "distribution"
    __table_args__ = (
        UniqueConstraint("contract_id", "position"),
        Index("ix_distribution_university", "university_id", "state"),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint(
            "refunded_minor >= 0 AND refunding_minor >= 0 AND refunded_minor + refunding_minor <= amount_minor",
            name="refunded",
        ),
        CheckConstraint("disputed_minor >= 0 AND disputed_minor <= amount_minor", name="disputed"),
    )

    payment_id: UUID = Field(unique=True)
    invoice_id: UUID = Field(foreign_key="invoice.id")
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    position: int
    state: str
    state_since: datetime = instant(nullable=False)
    received_on: date
    amount_minor: int = money()
    refunded_minor: int = money(default=0)
    refunding_minor: int = money(default=0)
    disputed_minor: int = money(default=0)
    rule: dict[str, Any] = document()
    ledger_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")


class DistributionShare(Row, table=True):
    """One payee's part of a split, in the order in which ties are broken; `holder_id` is the right holder it comes from.

    `why` keeps the figures of its arithmetic: base and exact part in fen, rates in basis points. `claimed_minor` of it was paid out
    before its payment was lost in a dispute and is owed back; `kept_minor` was kept back for what its payee owes.
    """

    __tablename__ = "distribution_share"
    __table_args__ = (
        UniqueConstraint("distribution_id", "position"),
        Index("ix_distribution_share_payee", "payee_id", "payee_kind"),
        Index("ix_distribution_share_holder_id", "holder_id"),
        CheckConstraint("amount_minor >= 0", name="amount"),
        CheckConstraint(
            "refunded_minor >= 0 AND claimed_minor >= 0 AND kept_minor >= 0"
            " AND greatest(claimed_minor, kept_minor) + refunded_minor <= amount_minor",
            name="refunded",
        ),
    )

    distribution_id: UUID = Field(foreign_key="distribution.id")
    position: int
    payee_kind: str
    payee_id: UUID
    payee_name: str
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id", index=True)
    holder_id: UUID | None = Field(default=None, foreign_key="organization.id")
    amount_minor: int = money()
    refunded_minor: int = money(default=0)
    claimed_minor: int = money(default=0)
    kept_minor: int = money(default=0)
    why: dict[str, Any] = document()


class DistributionApproval(Row, table=True):
    """A right holder's own yes or no; the split is booked with the last yes."""

    __tablename__ = "distribution_approval"
    __table_args__ = (
        UniqueConstraint("distribution_id", "organization_id"),
        Index("ix_distribution_approval_organization", "organization_id", "state"),
        CheckConstraint("(state = 'waiting') = (at IS NULL)", name="answered"),
    )

    distribution_id: UUID = Field(foreign_key="distribution.id")
    organization_id: UUID = Field(foreign_key="organization.id")
    position: int
    share_bps: int
    state: str = "waiting"
    by_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    at: datetime | None = instant()
    reason: str = ""


class DistributionCost(Row, table=True):
    """A cost that comes out of a contract's first income, once; `organization_id` bore it and gets it back."""

    __tablename__ = "distribution_cost"
    __table_args__ = (
        Index("ix_distribution_cost_contract", "contract_id", "state"),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("agreed_by IS NULL OR agreed_by <> recorded_by", name="four_eyes"),
    )

    contract_id: UUID
    contract_number: str
    title: str
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    kind: str
    amount_minor: int = money()
    source: str
    agreed_on: date
    state: str
    state_since: datetime = instant(nullable=False)
    recorded_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    agreed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
