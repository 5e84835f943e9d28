"""Tables of the room."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from marketplace.core.tables import Row, document, instant, money


class ContractCounter(SQLModel, table=True):
    """The last contract number of a year; taken under its row lock, so numbers have no gaps."""

    __tablename__ = "contract_counter"

    year: int = Field(primary_key=True)
    last: int


class Contract(Row, table=True):
    """A licence contract. `content` is what its text was typeset from, `content_sha256` the hash that everybody signs.

    `free_until_on` is the day on which free use ends as far as it is known: the scan for due contracts reads it.
    """

    __tablename__ = "contract"
    __table_args__ = (
        Index("ix_contract_free_until", "free_until_on", postgresql_where=text("state = 'in_use_free'")),
        Index("ix_contract_ends", "ends_on", postgresql_where=text("state IN ('in_use_free', 'paying')")),
        Index("ix_contract_firm", "firm_id", "state"),
        Index("ix_contract_university", "university_id", "state"),
        CheckConstraint(
            "state IN ('drafted', 'signing', 'terminated') OR effective_on IS NOT NULL",
            name="effective_when_running",
        ),
    )

    number: str = Field(unique=True)
    deal_id: UUID = Field(foreign_key="deal.id", unique=True)
    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    project_name: str
    terms: dict[str, Any] = document()
    terms_hash: str
    content: dict[str, Any] = document()
    content_sha256: str
    file_id: UUID = Field(foreign_key="stored_file.id")
    effective_on: date | None = None
    free_until_on: date | None = None
    ends_on: date | None = None
    first_income_on: date | None = None
    ended_on: date | None = None
    is_demo: bool = False


class ContractParty(Row, table=True):
    """A party and its signature; `method` says whether it was given electronically or on paper (`wet_ink`)."""

    __tablename__ = "contract_party"
    __table_args__ = (
        UniqueConstraint("contract_id", "position"),
        UniqueConstraint("contract_id", "organization_id"),
    )

    contract_id: UUID = Field(foreign_key="contract.id")
    position: int
    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    role: str
    name: str
    uscc: str = ""
    signed_at: datetime | None = instant()
    signed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    signer_name: str = ""
    method: str = "electronic"


class ContractDocument(Row, table=True):
    """One revision of the contract's file."""

    __tablename__ = "contract_document"
    __table_args__ = (UniqueConstraint("contract_id", "position"),)

    contract_id: UUID = Field(foreign_key="contract.id")
    position: int
    file_id: UUID = Field(foreign_key="stored_file.id")
    sha256: str = Field(index=True)
    at: datetime = instant(nullable=False)


class ContractScan(Row, table=True):
    """A scan of the text that a party signed on paper. It counts once a party of the other side has confirmed it."""

    __tablename__ = "contract_scan"
    __table_args__ = (
        Index(
            "uq_contract_scan_waiting",
            "contract_id",
            "organization_id",
            unique=True,
            postgresql_where=text("state = 'waiting'"),
        ),
    )

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    organization_id: UUID = Field(foreign_key="organization.id")
    file_id: UUID = Field(foreign_key="stored_file.id")
    sha256: str
    content_sha256: str
    state: str = "waiting"
    uploaded_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    uploader_name: str
    uploaded_at: datetime = instant(nullable=False)
    answered_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    answering_id: UUID | None = Field(default=None, foreign_key="organization.id")
    answered_at: datetime | None = instant()
    reason: str = ""


class ContractAmendment(Row, table=True):
    """New terms for a running contract from a day on. `before_terms` are what they replace; a signed one never changes."""

    __tablename__ = "contract_amendment"
    __table_args__ = (
        UniqueConstraint("contract_id", "number"),
        Index(
            "uq_contract_amendment_proposed",
            "contract_id",
            unique=True,
            postgresql_where=text("state = 'proposed'"),
        ),
        CheckConstraint("(state = 'in_force') = (in_force_at IS NOT NULL)", name="in_force_dated"),
    )

    contract_id: UUID = Field(foreign_key="contract.id")
    number: int
    state: str = "proposed"
    proposed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    proposing_id: UUID = Field(foreign_key="organization.id")
    proposed_at: datetime = instant(nullable=False)
    reason: str
    from_on: date
    terms: dict[str, Any] = document()
    terms_hash: str
    before_terms: dict[str, Any] = document()
    before_hash: str
    content: dict[str, Any] = document()
    content_sha256: str
    file_id: UUID = Field(foreign_key="stored_file.id")
    sha256: str = Field(index=True)
    in_force_at: datetime | None = instant()
    withdrawn_at: datetime | None = instant()
    withdrawal: str = ""


class ContractAmendmentSignature(Row, table=True):
    """A party's signature on an amendment."""

    __tablename__ = "contract_amendment_signature"
    __table_args__ = (UniqueConstraint("amendment_id", "organization_id"),)

    amendment_id: UUID = Field(foreign_key="contract_amendment.id")
    position: int
    organization_id: UUID = Field(foreign_key="organization.id")
    signed_at: datetime = instant(nullable=False)
    signed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    signer_name: str


class ContractStatement(Row, table=True):
    """An income statement for one reporting period."""

    __tablename__ = "contract_statement"
    __table_args__ = (
        UniqueConstraint("contract_id", "from_on"),
        CheckConstraint("from_on < to_on", name="period_order"),
        CheckConstraint("base_minor >= 0 AND units >= 0", name="not_negative"),
    )

    contract_id: UUID = Field(foreign_key="contract.id")
    from_on: date
    to_on: date
    base_minor: int = money()
    units: int = Field(default=0, sa_type=BigInteger)
    filed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    filed_at: datetime = instant(nullable=False)


class ContractMilestone(Row, table=True):
    """A milestone that was reached."""

    __tablename__ = "contract_milestone"
    __table_args__ = (UniqueConstraint("contract_id", "key"),)

    contract_id: UUID = Field(foreign_key="contract.id")
    key: str
    reached_on: date
    evidence: str
    accepted_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    accepted_at: datetime = instant(nullable=False)


class ContractSettlement(Row, table=True):
    """Money that arrived for an obligation; `receipt_id` is the payment it came with, counted once."""

    __tablename__ = "contract_settlement"
    __table_args__ = (
        UniqueConstraint("receipt_id", "obligation_key"),
        CheckConstraint("amount_minor > 0", name="positive"),
    )

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    obligation_key: str
    amount_minor: int = money()
    receipt_id: UUID
    settled_on: date
