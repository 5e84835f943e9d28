"""Tables of the room."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant


class Notification(Row, table=True):
    """One message to one person. `source` names the event, so that a redelivery adds nothing."""

    __tablename__ = "notification"
    __table_args__ = (
        UniqueConstraint("user_id", "source"),
        Index("ix_notification_unread", "user_id", postgresql_where=text("read_at IS NULL")),
    )

    user_id: UUID = Field(foreign_key="user_account.id")
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    source: str
    template: str
    params: dict[str, Any] = document()
    link: str
    at: datetime = instant(nullable=False)
    read_at: datetime | None = instant()
