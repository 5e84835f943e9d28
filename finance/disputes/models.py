"""Tables of the room."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class Dispute(Row, table=True):
    """A payer's bank wants money of a payment back; the provider names it `provider_ref`, and only its word ends it.

    `opened_txn_id` booked what the provider took, null while it only asks. `evidence` is what was sent, frozen before the provider
    was asked, under `provider_key`; `asked_at` is the real time of that.
    """

    __tablename__ = "dispute"
    __table_args__ = (
        UniqueConstraint("provider", "provider_ref"),
        Index(
            "uq_dispute_live",
            "payment_id",
            unique=True,
            postgresql_where=text("state IN ('opened', 'sending', 'evidence_sent')"),
        ),
        Index("ix_dispute_university", "university_id", "state"),
        Index("ix_dispute_next", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    payment_id: UUID = Field(foreign_key="payment_attempt.id")
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    contract_id: UUID
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    provider: str
    provider_ref: str
    amount_minor: int = money()
    reason: str
    state: str
    state_since: datetime = instant(nullable=False)
    opened_at: datetime = instant(nullable=False)
    due_at: datetime | None = instant()
    evidence: dict[str, Any] = document()
    sent_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    asked_at: datetime | None = instant()
    provider_key: str = Field(unique=True)
    opened_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")
    lost_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None


class DisputeClaim(Row, table=True):
    """What a payee owes back of shares that were paid out before their payment was lost; of `amount_minor`, `kept_minor` is back."""

    __tablename__ = "dispute_claim"
    __table_args__ = (
        UniqueConstraint("dispute_id", "holder_id", "payee_kind", "payee_id"),
        Index(
            "ix_dispute_claim_open",
            "holder_id",
            "payee_id",
            postgresql_where=text("state IN ('open', 'asked')"),
        ),
        CheckConstraint("amount_minor > 0 AND kept_minor >= 0 AND kept_minor <= amount_minor", name="amount"),
        CheckConstraint("decided_by IS NULL OR decided_by <> asked_by", name="four_eyes"),
        CheckConstraint("state <> 'written_off' OR decided_by IS NOT NULL", name="approved"),
    )

    dispute_id: UUID = Field(foreign_key="dispute.id")
    university_id: UUID = Field(foreign_key="organization.id")
    contract_id: UUID
    holder_id: UUID = Field(foreign_key="organization.id")
    payee_kind: str
    payee_id: UUID
    payee_name: str
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    amount_minor: int = money()
    kept_minor: int = money(default=0)
    state: str
    state_since: datetime = instant(nullable=False)
    reason: str = ""
    asked_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
