"""Tables of the room."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant


class Instrument(Row, table=True):
    """A finance product. `live_version` is the number in force; None until the first one is published."""

    __tablename__ = "instrument"

    provider_id: UUID = Field(foreign_key="organization.id", index=True)
    state: str = Field(index=True)
    state_since: datetime = instant(nullable=False)
    family: str
    kind: str
    latest_version: int
    live_version: int | None = None
    is_demo: bool = False


class InstrumentVersion(Row, table=True):
    """One version of a product as its provider wrote it; rows are never changed (trigger in migrations/sql)."""

    __tablename__ = "instrument_version"
    __table_args__ = (UniqueConstraint("instrument_id", "number"),)

    instrument_id: UUID = Field(foreign_key="instrument.id")
    number: int
    draft: dict[str, Any] = document()
    created_by: UUID | None = Field(default=None, foreign_key="user_account.id")
