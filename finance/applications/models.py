"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class FundingRequest(Row, table=True):
    """What a firm needs money for. `declared` holds what only she can tell, with the day she said it."""

    __tablename__ = "funding_request"

    number: str = Field(unique=True)
    firm_id: UUID = Field(foreign_key="organization.id", index=True)
    state: str
    state_since: datetime = instant(nullable=False)
    title: str
    purpose: str
    amount_minor: int = money()
    stage: str
    listing_id: UUID | None = Field(default=None, foreign_key="listing.id")
    declared: list[dict[str, Any]] = document(default_factory=list)
    declared_on: date
    created_by: UUID | None = Field(default=None, foreign_key="user_account.id")


class FactSnapshot(Row, table=True):
    """A fact sheet as it was used; `hash` is the SHA-256 of its canonical form. Never changed (trigger)."""

    __tablename__ = "fact_snapshot"

    hash: str = Field(unique=True)
    body: dict[str, Any] = document()


class FactConsent(Row, table=True):
    """A firm lets one provider read the facts behind one request, until she takes it back."""

    __tablename__ = "fact_consent"
    __table_args__ = (
        Index(
            "uq_fact_consent_in_force",
            "request_id",
            "provider_id",
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    request_id: UUID = Field(foreign_key="funding_request.id")
    provider_id: UUID = Field(foreign_key="organization.id")
    granted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    granted_at: datetime = instant(nullable=False)
    withdrawn_at: datetime | None = instant()


class FundingApplication(Row, table=True):
    """A request handed to a provider, decided on one snapshot and one version of the product."""

    __tablename__ = "funding_application"
    __table_args__ = (
        ForeignKeyConstraint(
            ["instrument_id", "instrument_version"],
            ["instrument_version.instrument_id", "instrument_version.number"],
        ),
        Index(
            "uq_funding_application_under_way",
            "request_id",
            "instrument_id",
            unique=True,
            postgresql_where=text("state NOT IN ('passed', 'withdrawn')"),
        ),
        Index("ix_funding_application_pipeline", "provider_id", "state", "score"),
    )

    number: str = Field(unique=True)
    request_id: UUID = Field(foreign_key="funding_request.id")
    firm_id: UUID = Field(foreign_key="organization.id", index=True)
    provider_id: UUID = Field(foreign_key="organization.id")
    instrument_id: UUID = Field(foreign_key="instrument.id")
    instrument_version: int
    sheet_hash: str = Field(foreign_key="fact_snapshot.hash")
    status: str
    score: int
    message: str = ""
    state: str
    state_since: datetime = instant(nullable=False)
    reason: str | None = None
    owner_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    due_on: date | None = None
    submitted_by: UUID | None = Field(default=None, foreign_key="user_account.id")


class FactLook(Row, table=True):
    """A member of a provider read the facts of an application; once a person and day. Never changed (trigger)."""

    __tablename__ = "fact_look"
    __table_args__ = (UniqueConstraint("application_id", "user_id", "on_day"),)

    application_id: UUID = Field(foreign_key="funding_application.id")
    user_id: UUID = Field(foreign_key="user_account.id")
    on_day: date
    at: datetime = instant(nullable=False)


class ApplicationNote(Row, table=True):
    """A provider's private note: never a fact, never shown to the firm."""

    __tablename__ = "application_note"

    application_id: UUID = Field(foreign_key="funding_application.id", index=True)
    author_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    text: str
    at: datetime = instant(nullable=False)
