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
    `clock_on` is the next day on which the parties have to be told of a report or a certificate: the scan reads it too.
    `lost_rights` are the positions of rights in `content` that were invalidated or have lapsed.
    """

    __tablename__ = "contract"
    __table_args__ = (
        Index("ix_contract_free_until", "free_until_on", postgresql_where=text("state = 'in_use_free'")),
        Index("ix_contract_ends", "ends_on", postgresql_where=text("state IN ('in_use_free', 'paying')")),
        Index("ix_contract_firm", "firm_id", "state"),
        Index("ix_contract_university", "university_id", "state"),
        Index("ix_contract_clock", "clock_on", postgresql_where=text("clock_on IS NOT NULL")),
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
    first_income_declared_on: date | None = None
    bought_out_on: date | None = None
    converted_on: date | None = None
    invalidated_on: date | None = None
    transfer_recorded_on: date | None = None
    transfer_number: str = Field(default="", sa_column_kwargs={"server_default": ""})
    clock_on: date | None = None
    lost_rights: list[int] | None = document(nullable=True)


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
    """An income statement for one reporting period; a corrected one is a new revision, the one before it superseded."""

    __tablename__ = "contract_statement"
    __table_args__ = (
        Index(
            "uq_contract_statement_current",
            "contract_id",
            "from_on",
            unique=True,
            postgresql_where=text("superseded_at IS NULL"),
        ),
        UniqueConstraint("contract_id", "from_on", "revision"),
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
    revision: int = Field(default=1, sa_column_kwargs={"server_default": "1"})
    correction: str = Field(default="", sa_column_kwargs={"server_default": ""})
    superseded_at: datetime | None = instant()


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
    """What an obligation no longer waits for: money that arrived, or a sum that the licensor let go by a credit note.

    `receipt_id` is the payment or credit note it came with, counted once; only a `payment` counts as money received.
    """

    __tablename__ = "contract_settlement"
    __table_args__ = (
        UniqueConstraint("receipt_id", "obligation_key"),
        CheckConstraint("amount_minor > 0", name="positive"),
        CheckConstraint("kind IN ('payment', 'credit')", name="kind"),
    )

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    obligation_key: str
    amount_minor: int = money()
    receipt_id: UUID
    settled_on: date
    kind: str = "payment"


class ContractMatter(Row, table=True):
    """Something one party puts to the other and that has to be answered by a day: a claim, a notice, a certificate.

    `about` is the milestone's key or the right's position, else empty; `day` the day it speaks of; `details` the validated
    rest of its kind. `overdue_told_at`: both sides were told that the day passed. `proposed_on` with `proposed_by_id`
    is the latest offer to settle a dispute (no day: the claim is dropped), `outcome_on` the day that came out of it.
    """

    __tablename__ = "contract_matter"
    __table_args__ = (
        Index(
            "uq_contract_matter_live", "contract_id", "kind", "about", unique=True,
            postgresql_where=text("state IN ('open', 'contested')"),
        ),
        Index(
            "ix_contract_matter_unanswered", "answer_by_on", "id",
            postgresql_where=text("state = 'open' AND overdue_told_at IS NULL"),
        ),
        CheckConstraint("raised_by_id <> answer_by_id", name="two_sides"),
    )  # fmt: skip

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    kind: str
    about: str = ""
    state: str
    state_since: datetime = instant(nullable=False)
    raised_on: date
    raised_by_id: UUID = Field(foreign_key="organization.id")
    raised_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    answer_by_id: UUID = Field(foreign_key="organization.id")
    answer_by_on: date
    day: date | None = None
    text: str = ""
    details: dict[str, Any] | None = document(nullable=True)
    overdue_told_at: datetime | None = instant()
    answered_on: date | None = None
    answer: str = ""
    has_proposal: bool = False
    proposed_by_id: UUID | None = Field(default=None, foreign_key="organization.id")
    proposed_on: date | None = None
    proposal: str = ""
    outcome_on: date | None = None


class ContractEvidence(Row, table=True):
    """A file of a contract. `subject_id` is the matter, statement or right event it belongs to, or the contract itself.

    `part` tells whose file it is: of the claim, of the answer to it, or made by the platform.
    """

    __tablename__ = "contract_evidence"
    __table_args__ = (UniqueConstraint("subject_id", "part", "file_id"),)

    contract_id: UUID = Field(foreign_key="contract.id", index=True)
    subject_id: UUID
    part: str
    file_id: UUID = Field(foreign_key="stored_file.id")
    name: str
    media_type: str
    size: int = Field(sa_type=BigInteger)
    sha256: str
    organization_id: UUID | None = Field(default=None, foreign_key="organization.id")
    at: datetime = instant(nullable=False)


class ContractUseReport(Row, table=True):
    """How the licensee used the technology in a period [from_on, to_on)."""

    __tablename__ = "contract_use_report"
    __table_args__ = (
        UniqueConstraint("contract_id", "from_on"),
        CheckConstraint("from_on < to_on", name="period_order"),
    )

    contract_id: UUID = Field(foreign_key="contract.id")
    from_on: date
    to_on: date
    usage: str
    stage: str
    problems: str
    outlook: str
    filed_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    filed_at: datetime = instant(nullable=False)


class ContractRightEvent(Row, table=True):
    """What happened to a licensed right after the signature; `position` is its place in the contract's text."""

    __tablename__ = "contract_right_event"
    __table_args__ = (UniqueConstraint("contract_id", "position", "kind"),)

    contract_id: UUID = Field(foreign_key="contract.id")
    position: int
    kind: str
    happened_on: date
    document_number: str = ""
    recorded_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    recorded_at: datetime = instant(nullable=False)


class ContractBilled(SQLModel, table=True):
    """A sum as it was billed: it stands so, and the statement behind it can no longer be corrected. Written by whoever bills."""

    __tablename__ = "contract_billed"

    contract_id: UUID = Field(foreign_key="contract.id", primary_key=True)
    obligation_key: str = Field(primary_key=True)
    kind: str
    amount_minor: int = money()
    arises_on: date
    due_on: date
    formula: dict[str, Any] = document()
    billed_at: datetime = instant(nullable=False)
