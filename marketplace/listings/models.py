"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, instant, money


class Listing(Row, table=True):
    """A result on offer. `terms` is the canonical form of a TermSheet, `terms_hash` its SHA-256."""

    __tablename__ = "listing"
    __table_args__ = (
        Index("ix_listing_open", "published_at", "id", postgresql_where=text("state = 'open'")),
        Index("ix_listing_university_state", "university_id", "state"),
        Index("ix_listing_expiry", "expires_on", postgresql_where=text("state = 'open'")),
        CheckConstraint("notice_from IS NULL OR notice_from <= notice_to", name="notice_order"),
        CheckConstraint("trl BETWEEN 1 AND 9", name="trl_range"),
    )

    seq: int | None = Field(
        default=None, sa_column=Column(BigInteger, Identity(always=True), nullable=False, unique=True)
    )
    number: str = Field(unique=True)
    university_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    submitted_by: UUID | None = None
    title: str
    title_en: str = ""
    problem: str = ""
    mechanism: str = ""
    benefit: str = ""
    present_solution: str = ""
    evidence: str = ""
    keywords: list[str] = document(default_factory=list)
    industry: str | None = None
    track: str | None = None
    trl: int | None = None
    ipc: str = ""
    unit: str = ""
    contact_name: str = ""
    price_mode: str
    public_funded: bool = False
    sales_hint_minor: int | None = money(nullable=True)
    outright_price_minor: int | None = money(nullable=True)
    terms: dict[str, Any] | None = document(nullable=True)
    terms_hash: str | None = None
    pay_after_use: bool = False
    free_period_months: int = 0
    fixed_fee_minor: int | None = money(nullable=True)
    royalty_bps: int | None = None
    licence_type: str | None = None
    notice_from: date | None = None
    notice_to: date | None = None
    published_at: datetime | None = instant()
    priority_to: date | None = None
    expires_on: date | None = None
    is_demo: bool = False


class ListingRight(Row, table=True):
    """A right behind a listing. `number` passed its check digit; `status` says how far it is confirmed."""

    __tablename__ = "listing_right"
    __table_args__ = (Index("ix_listing_right_number", "number"),)

    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    position: int
    kind: str
    number: str = ""
    title: str = ""
    filed_on: date | None = None
    granted_on: date | None = None
    annuity_paid_to: date | None = None
    co_owner: str = ""
    co_owner_consent: bool = False
    status: str = "format_ok"


class ListingInventor(Row, table=True):
    """An inventor of a listing with her agreed share of the inventors' part."""

    __tablename__ = "listing_inventor"
    __table_args__ = (UniqueConstraint("listing_id", "position"),)

    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    position: int
    name: str
    share_bps: int
    user_id: UUID | None = Field(default=None, foreign_key="user_account.id", index=True)


class ListingHolder(Row, table=True):
    """Another registered organization that owns the rights together with the university, and its agreed share of the income.

    The university's own share is what is left of 10,000 bps. A consent binds to the terms it was given for.
    """

    __tablename__ = "listing_holder"
    __table_args__ = (
        UniqueConstraint("listing_id", "organization_id"),
        CheckConstraint("share_bps BETWEEN 1 AND 9999", name="share_range"),
    )

    listing_id: UUID = Field(foreign_key="listing.id")
    position: int
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    share_bps: int
    consent_at: datetime | None = instant()
    consent_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    consent_hash: str | None = None


class ListingObjection(Row, table=True):
    """An objection raised while a price was on notice."""

    __tablename__ = "listing_objection"

    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    name: str
    contact: str
    text: str
    raised_at: datetime = instant(nullable=False)
    settled_at: datetime | None = instant()
    upheld: bool | None = None
    resolution: str | None = None


class ImportBatch(Row, table=True):
    """A spreadsheet that was read. The same file twice is the same batch."""

    __tablename__ = "import_batch"
    __table_args__ = (UniqueConstraint("university_id", "sha256"),)

    university_id: UUID = Field(foreign_key="organization.id")
    file_name: str
    sha256: str
    created_by: UUID | None
    read_at: datetime = instant(nullable=False)


class ImportRow(Row, table=True):
    """One row of the sheet: its cells as read, what is wrong with it, and the draft it became."""

    __tablename__ = "import_row"
    __table_args__ = (UniqueConstraint("batch_id", "row_number"),)

    batch_id: UUID = Field(foreign_key="import_batch.id", index=True)
    row_number: int
    cells: dict[str, str] = document()
    errors: list[dict[str, Any]] = document(default_factory=list)
    listing_id: UUID | None = Field(default=None, foreign_key="listing.id")
