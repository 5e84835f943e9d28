"""Tables of seals and of checks."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from marketplace.core.ids import new_id
from marketplace.core.tables import instant


class ChainHead(SQLModel, table=True):
    """The end of a chain; whoever seals locks it. What is up to `low_id` and unsealed came too late to be honest."""

    __tablename__ = "chain_head"

    chain: str = Field(primary_key=True)
    seq: int = Field(default=0, sa_type=BigInteger)
    digest: str
    sealed_at: datetime | None = instant()
    low_id: int = Field(default=0, sa_type=BigInteger)


class ChainSeal(SQLModel, table=True):
    """One sealed row: the SHA-256 of the seal before it and of the row's content. Never changed (trigger in migrations/sql)."""

    __tablename__ = "chain_seal"
    __table_args__ = (UniqueConstraint("chain", "item_id"),)

    chain: str = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger, primary_key=True)
    item_id: int = Field(sa_type=BigInteger)
    digest: str
    sealed_at: datetime = instant(nullable=False)


class ChainDay(SQLModel, table=True):
    """The head of a chain as a Shanghai day ended; a copy kept elsewhere shows what was cut off or rewritten later."""

    __tablename__ = "chain_day"

    chain: str = Field(primary_key=True)
    day: date = Field(primary_key=True)
    seq: int = Field(sa_type=BigInteger)
    digest: str
    kept_at: datetime = instant(nullable=False)


class InvariantState(SQLModel, table=True):
    """When a promise about the whole is looked at next, and since when every look found nothing."""

    __tablename__ = "invariant_state"

    name: str = Field(primary_key=True)
    due_at: datetime = instant(nullable=False)
    green_since_at: datetime | None = instant()


class CheckRun(SQLModel, table=True):
    """One look at a promise: how many rows, how long, and how many things were wrong."""

    __tablename__ = "check_run"
    __table_args__ = (Index("ix_check_run_latest", "invariant", "ran_at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    invariant: str
    ran_at: datetime = instant(nullable=False)
    took_ms: int
    rows_seen: int = Field(sa_type=BigInteger)
    found: int


class CheckFinding(SQLModel, table=True):
    """One thing that was wrong at a look."""

    __tablename__ = "check_finding"

    run_id: UUID = Field(foreign_key="check_run.id", primary_key=True)
    position: int = Field(primary_key=True)
    subject: str
    detail: str
