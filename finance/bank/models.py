"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class BankStatement(Row, table=True):
    """A bank statement that was imported. The same file twice is the same statement; balances are null where untold."""

    __tablename__ = "bank_statement"
    __table_args__ = (
        UniqueConstraint("organization_id", "sha256"),
        Index("ix_bank_statement_account", "account_no", "to_on"),
    )

    organization_id: UUID = Field(foreign_key="organization.id")
    account_no: str
    layout: str = Field(default="general", sa_column_kwargs={"server_default": text("'general'")})
    file_name: str
    sha256: str
    lines: int
    from_on: date | None = None
    to_on: date | None = None
    opening_minor: int | None = money(nullable=True)
    closing_minor: int | None = money(nullable=True)
    imported_by: UUID | None = None
    imported_at: datetime = instant(nullable=False)


class BankLine(Row, table=True):
    """Money that a bank statement shows as come or gone. `line_key` is the bank's own number or what makes it unique.

    `placed_minor` is how much of it somebody has said what it was for, or asked to have confirmed.
    """

    __tablename__ = "bank_line"
    __table_args__ = (
        UniqueConstraint("account_no", "line_key"),
        Index(
            "ix_bank_line_unmatched",
            "organization_id",
            "booked_on",
            postgresql_where=text("state = 'unmatched'"),
        ),
        Index("ix_bank_line_day", "account_no", "booked_on"),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("placed_minor BETWEEN 0 AND amount_minor", name="placed"),
        CheckConstraint("direction IN ('in', 'out')", name="direction"),
    )

    statement_id: UUID = Field(foreign_key="bank_statement.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    account_no: str
    line_key: str
    booked_on: date
    direction: str = Field(default="in", sa_column_kwargs={"server_default": text("'in'")})
    amount_minor: int = money()
    placed_minor: int = money(default=0, sa_column_kwargs={"server_default": text("0")})
    balance_minor: int | None = money(nullable=True)
    payer_name: str
    payer_account: str
    memo: str
    state: str = "unmatched"
    owner_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    how: str = ""


class BankMatch(Row, table=True):
    """A part of a receipt that pays an invoice. Its id is the payment's everywhere else: invoice, contract, split, ledger."""

    __tablename__ = "bank_match"
    __table_args__ = (
        Index(
            "uq_bank_match_live",
            "line_id",
            "invoice_id",
            unique=True,
            postgresql_where=text("state IN ('asked', 'booked')"),
        ),
        Index("ix_bank_match_asked", "organization_id", postgresql_where=text("state = 'asked'")),
        CheckConstraint("amount_minor > 0", name="amount"),
    )

    line_id: UUID = Field(foreign_key="bank_line.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    amount_minor: int = money()
    state: str
    state_since: datetime = instant(nullable=False)
    how: str
    asked_by: UUID | None = None
    decided_by: UUID | None = None
    reason: str = ""
    ledger_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")


class BankReturn(Row, table=True):
    """Money that goes back to its payer: from a receipt (`line_id`) or out of a payer's credit (`firm_id`)."""

    __tablename__ = "bank_return"
    __table_args__ = (
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("(line_id IS NULL) <> (firm_id IS NULL)", name="source"),
    )

    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    account_no: str
    line_id: UUID | None = Field(default=None, foreign_key="bank_line.id", index=True)
    firm_id: UUID | None = Field(default=None, foreign_key="organization.id")
    amount_minor: int = money()
    payee_name: str
    payee_account: str
    reason: str
    state: str
    state_since: datetime = instant(nullable=False)
    asked_by: UUID | None = None
    decided_by: UUID | None = None
    out_line_id: UUID | None = Field(default=None, foreign_key="bank_line.id", unique=True)
    ledger_txn_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")


class CreditUse(Row, table=True):
    """What became of a payer's credit with a university: it settled an invoice, or went back (`return_id`)."""

    __tablename__ = "credit_use"
    __table_args__ = (
        Index("ix_credit_use_payer", "university_id", "firm_id"),
        CheckConstraint("amount_minor > 0", name="amount"),
        CheckConstraint("(invoice_id IS NULL) <> (return_id IS NULL)", name="purpose"),
    )

    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    invoice_id: UUID | None = Field(default=None, foreign_key="invoice.id")
    return_id: UUID | None = Field(default=None, foreign_key="bank_return.id")
    amount_minor: int = money()
    by_id: UUID | None = None
