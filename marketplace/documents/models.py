"""Tables of the room."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from marketplace.core.tables import Row, instant


class StoredFile(Row, table=True):
    """Bytes known by their SHA-256; they lie below the data folder under that name and never change."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size > 0", name="not_empty"),)

    sha256: str = Field(unique=True, min_length=64, max_length=64)
    media_type: str
    size: int = Field(sa_type=BigInteger)
    stored_at: datetime = instant(nullable=False)


class FileShare(Row, table=True):
    """An organization that may read a file, and the name it has there."""

    __tablename__ = "file_share"
    __table_args__ = (UniqueConstraint("file_id", "organization_id"),)

    file_id: UUID = Field(foreign_key="stored_file.id")
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    name: str
