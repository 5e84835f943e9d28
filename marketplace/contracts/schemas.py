"""What the room hands out and takes in. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.contracts.after_signature import (  # offered here too
    AfterSignature,
    Files,
    MatterKind as MatterKind,  # noqa: PLC0414
    MatterState as MatterState,  # noqa: PLC0414
)
from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Reason
from marketplace.documents.schemas import SignatureView, SpecialClause
from marketplace.terms import ObligationKind, Revision, TermSheet


class ContractState(StrEnum):
    """Where a contract stands; the table of moves is in `states.py`."""

    DRAFTED = "drafted"
    SIGNING = "signing"
    IN_USE_FREE = "in_use_free"
    PAYING = "paying"
    COMPLETED = "completed"
    RETURNED = "returned"
    TERMINATED = "terminated"
    CONVERTED = "converted"
    INVALIDATED = "invalidated"
    RESCINDED = "rescinded"


Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class SignContract(Frozen):
    """The signer agrees to exactly the text with this SHA-256: the one she was shown."""

    content_sha256: Hash


class FirstIncome(Frozen):
    """The day on which the firm first earned something with the technology."""

    first_income_on: date
    file_ids: Files = Field(default_factory=list)


class NewStatement(Frozen):
    """What the firm reports for a period [from_on, to_on): the royalty base in fen, or units."""

    from_on: date
    to_on: date
    base_minor: int = Field(default=0, ge=0, le=10**15, strict=True)
    units: int = Field(default=0, ge=0, le=10**12, strict=True)


class FiledStatement(NewStatement):
    """A statement for one period, with the accounts it comes from if at hand."""

    file_ids: Files = Field(default_factory=list)


class CorrectedStatement(FiledStatement):
    """A statement that replaces the one filed for the same period, and why."""

    correction: Reason


class NewMilestone(Frozen):
    """A milestone of the terms that has been reached, with the evidence named."""

    key: str
    reached_on: date
    evidence: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class PartyView(Frozen):
    """A party with its signature, if it has signed."""

    position: int
    organization_id: UUID
    role: Literal["licensor", "licensee"]
    name: str
    uscc: str
    signed_at: datetime | None
    signer_name: str
    method: Literal["electronic", "wet_ink"]


class ScanView(Frozen):
    """A scan of a text signed on paper: whose, and what the other side says. `may_answer`: the reader may confirm or reject."""

    id: UUID
    organization_id: UUID
    file_id: UUID
    sha256: str
    state: Literal["waiting", "confirmed", "rejected", "replaced"]
    uploader_name: str
    uploaded_at: datetime
    answered_at: datetime | None
    reason: str
    may_answer: bool = False


class DocumentView(Frozen):
    """One revision of the contract's file: unsigned, then one a signature."""

    file_id: UUID
    kind: Literal["unsigned", "signed"]
    sha256: str
    at: datetime


class ObligationView(Frozen):
    """A sum owed with what was paid on it and what the licensor let go; `explanation` says in words how it came about."""

    key: str
    kind: ObligationKind
    amount_minor: int
    settled_minor: int
    credited_minor: int
    arises_on: date | None
    due_on: date | None
    explanation: str

    @property
    def done(self) -> bool:
        """Nothing is owed any more: it was paid, or let go."""
        return self.settled_minor + self.credited_minor >= self.amount_minor


class TimelineEntry(Frozen):
    """One line of the life of a contract: `done` has happened, the rest lies ahead; `on` None: not yet dated."""

    on: date | None
    kind: str
    title: str
    amount_minor: int | None = None
    done: bool


class ContractBrief(Frozen):
    """One row of a list. `my_turn`: the reader's side has yet to sign."""

    id: UUID
    number: str
    version: int
    state: ContractState
    state_since: datetime
    project_name: str
    deal_id: UUID
    listing_id: UUID
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    effective_on: date | None
    free_until_on: date | None
    ends_on: date | None
    my_turn: bool
    is_demo: bool


class CurrentContract(Frozen):
    """A contract that is being signed or runs. `free_ends_on` is the first day after free use, as far as it is known.

    `report_from_on` and `report_due_on` belong to the earliest ended reporting period without a statement.
    """

    id: UUID
    number: str
    project_name: str
    state: ContractState
    state_since: datetime
    listing_id: UUID
    effective_on: date | None
    free_ends_on: date | None
    ends_on: date | None
    university_name: str
    firm_id: UUID
    firm_name: str
    my_turn: bool
    report_from_on: date | None
    report_due_on: date | None


class LicenceFacts(Frozen):
    """What rules of rooms above look at of a licence. `is_use_first`: something is paid only after use began."""

    contract_id: UUID
    listing_id: UUID
    state: ContractState
    is_use_first: bool
    ends_on: date | None


class ContractView(ContractBrief):
    """A whole contract as its parties see it. `moves` are the steps open to the reader now, `refused` those that are not."""

    terms: TermSheet
    terms_hash: str
    terms_text: list[str]
    content_sha256: str
    special_clauses: list[str]
    declaration: str
    first_income_on: date | None
    ended_on: date | None
    record_by_on: date | None
    parties: list[PartyView]
    documents: list[DocumentView]
    scans: list[ScanView]
    obligations: list[ObligationView]
    timeline: list[TimelineEntry]
    life: AfterSignature | None
    moves: list[str]
    refused: list[RefusedMove]


class ContractVerification(Frozen):
    """What a file handed in by anybody proves. `number` is empty unless it is a complete contract of this platform."""

    valid: bool
    reason: str
    explanation: str
    sha256: str
    number: str
    signatures: list[SignatureView]


class HolderShare(Frozen):
    """A licensor's part of everything a contract brings in, in bps."""

    organization_id: UUID
    name: str
    share_bps: int


class SpecialClauses(Frozen):
    """Clauses of the parties' own for a contract whose text has this SHA-256 now."""

    content_sha256: Hash
    clauses: list[SpecialClause] = Field(max_length=20)


class ClausesToCheck(Frozen):
    """Clauses somebody thinks of."""

    clauses: list[SpecialClause] = Field(max_length=20)


class NewAmendment(Frozen):
    """New terms for a running contract from a day on, and why."""

    terms: TermSheet
    from_on: date
    reason: Reason


class AmendmentSignatureView(Frozen):
    """A party's signature on an amendment; `signed_at` None: still to come."""

    organization_id: UUID
    name: str
    signed_at: datetime | None
    signer_name: str


class AmendedTerms(Frozen):
    """Terms that are not proposed yet, to see what they would change."""

    terms: TermSheet


class AmendmentView(Revision):
    """An amendment with what it changes and costs. `moves`: what the reader may do with it now (sign, withdraw)."""

    number: int
    state: Literal["proposed", "in_force", "withdrawn"]
    proposed_by_name: str
    proposed_at: datetime
    reason: str
    from_on: date
    before_hash: str
    terms_hash: str
    content_sha256: str
    file_id: UUID
    sha256: str
    in_force_at: datetime | None
    withdrawal: str
    signatures: list[AmendmentSignatureView]
    moves: list[Literal["sign", "withdraw"]]
