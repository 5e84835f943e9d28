"""What the room hands out."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class NotificationView(BaseModel):
    """One message in the reader's language."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    template: str
    title: str
    body: str
    link: str
    at: datetime
    read: bool


class UnreadCount(BaseModel):
    """How many messages wait."""

    model_config = ConfigDict(frozen=True)

    unread: int
