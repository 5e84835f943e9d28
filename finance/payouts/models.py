"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class PayeeAccount(Row, table=True):
    """Where a payee is paid in one way, as it was set once; a change is a new row, and the old one ends.

    `way` is `bank` or the name of a provider: then `account_no` is the provider's number of the account.
    """

    __tablename__ = "payee_account"
    __table_args__ = (
        Index(
            "uq_payee_account_current",
            "payee_kind",
            "payee_id",
            "way",
            unique=True,
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    payee_kind: str
    payee_id: UUID
    way: str = "bank"
    account_name: str
    bank_name: str
    bank_code: str = ""
    account_no: str
    usable_from: date
    set_at: datetime = instant(nullable=False)
    set_by: UUID = Field(foreign_key="user_account.id")
    replaced_at: datetime | None = instant()


class PayoutArrangement(Row, table=True):
    """Who prepares the payouts of a right holder; without a row it does so itself."""

    __tablename__ = "payout_arrangement"

    organization_id: UUID = Field(foreign_key="organization.id", unique=True)
    run_by: str
    set_by: UUID = Field(foreign_key="user_account.id")
    set_at: datetime = instant(nullable=False)


class PayoutBatch(Row, table=True):
    """Payouts of one right holder that go to the bank together; requested by one person, approved by another."""

    __tablename__ = "payout_batch"
    __table_args__ = (
        Index("ix_payout_batch_organization", "organization_id", "state"),
        CheckConstraint("approved_by IS NULL OR approved_by <> requested_by", name="four_eyes"),
        CheckConstraint("state IN ('requested', 'withdrawn') OR approved_by IS NOT NULL", name="approved"),
    )

    serial: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    organization_id: UUID = Field(foreign_key="organization.id")
    run_by: str
    from_bank: str = ""
    from_account: str
    state: str
    state_since: datetime = instant(nullable=False)
    requested_by: UUID = Field(foreign_key="user_account.id")
    approved_by: UUID | None = Field(default=None, foreign_key="user_account.id")


class Payout(Row, table=True):
    """One line of a batch: a payee, the account as it stood when it was requested, which says the way, and a sum."""

    __tablename__ = "payout"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        UniqueConstraint("batch_id", "account_id"),
        Index("ix_payout_payee", "payee_id", "payee_kind"),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    batch_id: UUID = Field(foreign_key="payout_batch.id")
    position: int
    payee_kind: str
    payee_id: UUID
    payee_name: str
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    account_id: UUID = Field(foreign_key="payee_account.id")
    amount_minor: int = money()
    state: str
    state_since: datetime = instant(nullable=False)
    reason: str = ""


class PayoutItem(Row, table=True):
    """A share that a payout pays, whole; a share is in one payout at a time."""

    __tablename__ = "payout_item"
    __table_args__ = (
        Index("uq_payout_item_share", "share_id", unique=True, postgresql_where=text("active")),
        Index("ix_payout_item_payout_id", "payout_id"),
    )

    payout_id: UUID = Field(foreign_key="payout.id")
    share_id: UUID = Field(foreign_key="distribution_share.id")
    active: bool = True


class PayoutResultFile(Row, table=True):
    """A bank's answer to a batch as it was imported; the same bytes are imported once."""

    __tablename__ = "payout_result_file"
    __table_args__ = (UniqueConstraint("batch_id", "sha256"),)

    batch_id: UUID = Field(foreign_key="payout_batch.id")
    file_name: str
    sha256: str
    layout: str
    lines: int
    confirmed: int
    returned: int
    imported_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    imported_at: datetime = instant(nullable=False)
