"""What every table has: a time-ordered key, a version that counts changes, and strict column types."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, MetaData
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

from marketplace.core.clock import utc_now
from marketplace.core.ids import new_id
from marketplace.core.problems import StaleVersion

# Names that a migration can refer to, the same on every machine.
SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention


class Row(SQLModel):
    """A mutable row. `version` rises by one with each change and is checked by every update."""

    id: UUID = Field(default_factory=new_id, primary_key=True)
    version: int = Field(default=1, nullable=False)
    created_at: datetime = Field(default_factory=utc_now, sa_type=DateTime(timezone=True), nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.__table__.c.version} if hasattr(cls, "__table__") else {}


def instant(*, nullable: bool = True, **kwargs: Any) -> Any:
    """A `timestamptz` column; the name of the field ends in `_at`."""
    if nullable:
        kwargs.setdefault("default", None)
    return Field(sa_type=DateTime(timezone=True), nullable=nullable, **kwargs)


def money(*, nullable: bool = False, **kwargs: Any) -> Any:
    """A `bigint` column of minor units; the name of the field ends in `_minor`."""
    if nullable:
        kwargs.setdefault("default", None)
    return Field(sa_type=BigInteger, nullable=nullable, **kwargs)


def document(*, nullable: bool = False, **kwargs: Any) -> Any:
    """A `jsonb` column holding a validated, frozen object."""
    if nullable:
        kwargs.setdefault("default", None)
    return Field(sa_column=Column(JSONB(none_as_null=True), nullable=nullable), **kwargs)


def check_version(row: Row, expected: int) -> None:
    """Raise `StaleVersion` unless the locked row still has the version that the editor saw."""
    if row.version != expected:
        raise StaleVersion(current=row.version)
