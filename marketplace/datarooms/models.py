"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant


class DataRoom(Row, table=True):
    """The data room of a listing; made when the university first touches it, and closed until it is opened."""

    __tablename__ = "data_room"

    listing_id: UUID = Field(foreign_key="listing.id", unique=True)
    university_id: UUID = Field(foreign_key="organization.id", index=True)
    is_open: bool = False
    access_days: int


class DataFile(Row, table=True):
    """A file of a room. Its bytes are shared with nobody in the room of documents: only this room hands them out."""

    __tablename__ = "data_file"
    __table_args__ = (
        Index(
            "uq_data_file_of_room",
            "listing_id",
            "sha256",
            unique=True,
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    listing_id: UUID = Field(foreign_key="listing.id")
    file_id: UUID = Field(foreign_key="stored_file.id")
    name: str
    kind: str
    media_type: str
    size: int = Field(sa_type=BigInteger)
    sha256: str
    added_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    added_at: datetime = instant(nullable=False)
    removed_at: datetime | None = instant()


class DataAccess(Row, table=True):
    """A firm's access to the documents of a listing. `undertaking` is what its text was typeset from."""

    __tablename__ = "data_access"
    __table_args__ = (
        Index(
            "uq_data_access_open_of_firm",
            "listing_id",
            "firm_id",
            unique=True,
            postgresql_where=text("state IN ('asked', 'offered', 'firm_signed', 'active')"),
        ),
        Index("ix_data_access_firm", "firm_id", "state"),
        Index("ix_data_access_university", "university_id", "state"),
        Index("ix_data_access_expiry", "expires_on", postgresql_where=text("state = 'active'")),
        Index(
            "ix_data_access_reply", "reply_due_on", postgresql_where=text("state IN ('asked', 'firm_signed')")
        ),
        CheckConstraint(
            "state <> 'active' OR (expires_on IS NOT NULL AND firm_signed_at IS NOT NULL"
            " AND university_signed_at IS NOT NULL)",
            name="signed_by_both",
        ),
    )

    number: str = Field(unique=True)
    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    asked_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: str
    state_since: datetime = instant(nullable=False)
    purpose: str
    asked_at: datetime = instant(nullable=False)
    reply_due_on: date | None = None
    overdue_told_at: datetime | None = instant()
    access_days: int | None = None
    undertaking: dict[str, Any] | None = document(nullable=True)
    content_sha256: str | None = None
    document_id: UUID | None = Field(default=None, foreign_key="stored_file.id")
    firm_signed_at: datetime | None = instant()
    firm_signed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    firm_signer: str = ""
    university_signed_at: datetime | None = instant()
    university_signed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    university_signer: str = ""
    expires_on: date | None = None
    end_reason: str = ""
    is_demo: bool = False


class DataLook(Row, table=True):
    """One look at a file or one download of it. Never changed and never deleted (trigger in migrations/sql)."""

    __tablename__ = "data_look"
    __table_args__ = (Index("ix_data_look_listing", "listing_id", "at"),)

    number: str = Field(unique=True)
    listing_id: UUID = Field(foreign_key="listing.id")
    access_id: UUID | None = Field(default=None, foreign_key="data_access.id", index=True)
    data_file_id: UUID = Field(foreign_key="data_file.id")
    file_name: str
    file_sha256: str
    action: str
    organization_id: UUID = Field(foreign_key="organization.id")
    organization_name: str
    user_id: UUID = Field(foreign_key="user_account.id")
    person_name: str
    at: datetime = instant(nullable=False)
