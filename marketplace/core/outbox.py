"""Announcements: facts that leave a room in the same transaction as the change itself.

`publish` on the unit of work inserts a row here; the relay in `workers` hands it to every
subscriber, each in a transaction of its own, once in effect and in order for each subject.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import BigInteger, Column, Identity, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from marketplace.core.ids import new_id
from marketplace.core.tables import document, instant


class Event(BaseModel):
    """Base of every announcement: past tense, ids, money, dates and codes only; fields are only ever added."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: ClassVar[str]

    @property
    def subject(self) -> str:
        """The thing the event is about: events of one subject are delivered in order. First field by default."""
        return str(getattr(self, next(iter(type(self).model_fields))))


class OutboxEvent(SQLModel, table=True):
    """One announced event. `seq` orders the events of a subject, whose row was locked by the writer."""

    __tablename__ = "outbox_event"
    __table_args__ = (Index("ix_outbox_event_unfanned", "seq", postgresql_where=text("fanned_at IS NULL")),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    name: str
    subject: str
    payload: dict[str, Any] = document()
    occurred_at: datetime = instant(nullable=False)
    actor_id: UUID | None = None
    request_id: str = ""
    fanned_at: datetime | None = instant()


class OutboxDelivery(SQLModel, table=True):
    """One event for one handler: pending → done, or parked after too many attempts.

    `deaths` are the attempts of which nobody told the end: their process had ended, unless one is just running.
    """

    __tablename__ = "outbox_delivery"
    __table_args__ = (
        UniqueConstraint("event_id", "handler"),
        Index(
            "ix_outbox_delivery_open", "handler", "subject", "seq", postgresql_where=text("state <> 'done'")
        ),
        Index("ix_outbox_delivery_next", "seq", "handler", postgresql_where=text("state = 'pending'")),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    event_id: UUID = Field(foreign_key="outbox_event.id")
    seq: int = Field(sa_type=BigInteger)
    handler: str
    subject: str
    state: str = "pending"
    attempts: int = 0
    deaths: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    next_at: datetime = instant(nullable=False)
    done_at: datetime | None = instant()
    last_error: str | None = None
