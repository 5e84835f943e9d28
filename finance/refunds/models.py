"""Tables of the room."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class Refund(Row, table=True):
    """Money of one payment on its way back; asked for by one person, approved by another, one at a time for each payment.

    `payment_id` is the attempt or the bank match. `ledger_txn_id` set the money aside. `provider_key` makes a repeated
    request harmless; `submitted_at` is the real time of the first one.
    """

    __tablename__ = "refund"
    __table_args__ = (
        Index(
            "uq_refund_live",
            "payment_id",
            unique=True,
            postgresql_where=text("state IN ('requested', 'submitted', 'unknown', 'processing')"),
        ),
        Index("ix_refund_university", "university_id", "state"),
        Index("ix_refund_due", "next_at", postgresql_where=text("next_at IS NOT NULL")),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("decided_by IS NULL OR decided_by <> requested_by", name="four_eyes"),
        CheckConstraint(
            "state IN ('requested', 'declined', 'withdrawn') OR decided_by IS NOT NULL",
            name="approved",
        ),
    )

    payment_id: UUID
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    contract_id: UUID
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    amount_minor: int = money()
    way: str
    debt: str
    reason: str
    state: str
    state_since: datetime = instant(nullable=False)
    requested_by: UUID = Field(foreign_key="user_account.id")
    decided_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    answer: str = ""
    provider: str = ""
    capture_ref: str = ""
    provider_key: str = Field(unique=True)
    provider_ref: str | None = None
    payee_account: str = ""
    bank_return_id: UUID | None = Field(default=None, foreign_key="bank_return.id")
    ledger_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")
    submitted_at: datetime | None = instant()
    tries: int = 0
    next_at: datetime | None = instant()
    last_error: str | None = None
