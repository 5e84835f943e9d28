"""What the room hands out and takes in. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen
from marketplace.documents.schemas import SignatureView
from marketplace.terms import ObligationKind, TermSheet


class ContractState(StrEnum):
    """Where a contract stands; the table of moves is in `states.py`."""

    DRAFTED = "drafted"
    SIGNING = "signing"
    IN_USE_FREE = "in_use_free"
    PAYING = "paying"
    COMPLETED = "completed"
    RETURNED = "returned"
    TERMINATED = "terminated"
    RESCINDED = "rescinded"


Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class SignContract(Frozen):
    """The signer agrees to exactly the text with this SHA-256: the one she was shown."""

    content_sha256: Hash


class FirstIncome(Frozen):
    """The day on which the firm first earned something with the technology."""

    first_income_on: date


class NewStatement(Frozen):
    """What the firm reports for a period [from_on, to_on): the royalty base in fen, or units."""

    from_on: date
    to_on: date
    base_minor: int = Field(default=0, ge=0, le=10**15, strict=True)
    units: int = Field(default=0, ge=0, le=10**12, strict=True)


class NewMilestone(Frozen):
    """A milestone of the terms that has been reached, with the evidence named."""

    key: str
    reached_on: date
    evidence: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class Because(Frozen):
    """Why a contract is cancelled or the technology returned; the other side reads it."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]


class PartyView(Frozen):
    """A party with its signature, if it has signed."""

    position: int
    organization_id: UUID
    role: Literal["licensor", "licensee"]
    name: str
    uscc: str
    signed_at: datetime | None
    signer_name: str


class DocumentView(Frozen):
    """One revision of the contract's file: unsigned, then one a signature."""

    file_id: UUID
    kind: Literal["unsigned", "signed"]
    sha256: str
    at: datetime


class ObligationView(Frozen):
    """A sum owed with what was paid on it; `explanation` says in words how it came about."""

    key: str
    kind: ObligationKind
    amount_minor: int
    settled_minor: int
    trigger: str
    arises_on: date | None
    due_on: date | None
    explanation: str


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
    first_income_on: date | None
    ended_on: date | None
    record_by_on: date | None
    parties: list[PartyView]
    documents: list[DocumentView]
    obligations: list[ObligationView]
    timeline: list[TimelineEntry]
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
