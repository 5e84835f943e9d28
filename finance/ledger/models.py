"""The tables of the ledger. Only the database function `ledger_post` writes them (migrations/sql/010_ledger.sql)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Identity, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from marketplace.core.tables import document, instant, money


def _identity() -> Any:
    return Field(default=None, sa_type=BigInteger, primary_key=True, sa_column_args=[Identity(always=True)])


class LedgerAccount(SQLModel, table=True):
    """One account of one currency. `balance_minor` is debit-positive; a roll-up account keeps none.

    `floor_minor` is counted on the normal side. What it says of the balance, debit-positive too, the database works out
    when the account is opened: `least_minor` and `most_minor` (`ledger_bound`).
    """

    __tablename__ = "ledger_account"
    __table_args__ = (
        CheckConstraint("balance_minor >= least_minor AND balance_minor <= most_minor", name="floor"),
        CheckConstraint("NOT rollup OR version = 0", name="rollup"),
        Index("ix_ledger_account_owner_id", "owner_id"),
        Index("ix_ledger_account_contract_id", "contract_id"),
        {"postgresql_with": {"fillfactor": 70}},  # balances are updated in place
    )

    id: int | None = _identity()
    key: str = Field(sa_type=Text, unique=True)
    kind: str
    side: str
    currency: str = Field(max_length=3)
    owner_id: UUID | None = None
    contract_id: UUID | None = None
    floor_minor: int | None = money(nullable=True)
    least_minor: int | None = money(nullable=True)
    most_minor: int | None = money(nullable=True)
    rollup: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    balance_minor: int = money(default=0, sa_column_kwargs={"server_default": text("0")})
    version: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": text("0")})


class LedgerTxn(SQLModel, table=True):
    """One business fact, booked once: `idem_key` names it."""

    __tablename__ = "ledger_txn"
    __table_args__ = (
        Index("ix_ledger_txn_source_id", "source_id", postgresql_where=text("source_id IS NOT NULL")),
        Index(
            "uq_ledger_txn_reverses_id",
            "reverses_id",
            unique=True,
            postgresql_where=text("reverses_id IS NOT NULL"),
        ),
    )

    id: int | None = _identity()
    idem_key: str = Field(sa_type=Text, unique=True)
    kind: str
    currency: str = Field(max_length=3)
    source_type: str
    source_id: UUID | None = None
    effective_at: datetime = instant(nullable=False)
    created_at: datetime = instant(nullable=False)
    reverses_id: int | None = Field(default=None, sa_type=BigInteger, foreign_key="ledger_txn.id")
    meta: dict[str, Any] = document()


class LedgerEntry(SQLModel, table=True):
    """One leg, debit-positive; an account has one leg in a transaction. `balance_after_minor` and `version` are null on roll-up accounts.

    That transaction and account exist is proved by the trigger that proves the sum (`ledger_prove_zero`), without foreign keys.
    """

    __tablename__ = "ledger_entry"
    __table_args__ = (
        UniqueConstraint("account_id", "version"),
        CheckConstraint("amount_minor <> 0", name="amount"),
    )

    txn_id: int = Field(sa_type=BigInteger, primary_key=True)
    account_id: int = Field(sa_type=BigInteger, primary_key=True)
    amount_minor: int = money()
    balance_after_minor: int | None = money(nullable=True)
    version: int | None = Field(default=None, sa_type=BigInteger)
