"""The audit trail: who did what to which thing, when, from where. Append-only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Identity, Index, text
from sqlmodel import Field, SQLModel

from marketplace.core.clock import utc_now
from marketplace.core.tables import document, instant


class AuditEntry(SQLModel, table=True):
    """One act. `detail` holds plain values, never secrets; rows are never changed (trigger in migrations/sql)."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index("ix_audit_entry_subject", "subject_type", "subject_id", "seq"),)

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), primary_key=True)
    )
    at: datetime = instant(nullable=False)
    recorded_at: datetime = instant(
        nullable=False,
        default_factory=utc_now,
        sa_column_kwargs={"server_default": text("clock_timestamp()")},
    )
    """The real instant, whatever day the demo lives in: seals go by it."""
    actor_kind: str
    actor_id: UUID | None = None
    organization_id: UUID | None = None
    request_id: str
    action: str
    subject_type: str
    subject_id: UUID | None = None
    detail: dict[str, Any] = document()
