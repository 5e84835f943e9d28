"""What the room hands out and takes in. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen
from marketplace.organizations.eligibility import EligibilityDecision
from marketplace.terms import Comparison, Simulation, TermSheet


class DealState(StrEnum):
    """Where an application stands; the table of moves is in `states.py`."""

    DRAFT = "draft"
    QUEUED = "queued"
    SUBMITTED = "submitted"
    ANSWERING = "answering"
    TERMS_AGREED = "terms_agreed"
    CONTRACTED = "contracted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1200)]
Yearly = Annotated[int, Field(strict=True, ge=0, le=10**12)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class NewDeal(Frozen):
    """The listing a firm wants to apply for."""

    listing_id: UUID


class DealPatch(Frozen):
    """What the wizard saves as it goes; a missing field stays as it is. Sales are fen a year, first year first."""

    purpose: Paragraph | None = None
    product: Line | None = None
    sales_plan_minor: Annotated[list[Yearly], Field(min_length=3, max_length=3)] | None = None
    contact_name: Line | None = None
    contact_phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)] | None = None
    message: Paragraph | None = None


class SubmitDeal(Frozen):
    """The firm applies for exactly these terms: the hash it was shown."""

    terms_hash: Hash


class AgreeTerms(Frozen):
    """The firm confirms exactly these terms: the hash it was shown."""

    terms_hash: Hash


class Answer(Frozen):
    """The university's answer. `decline` and `ask` need a text that the firm will read."""

    kind: Literal["accept", "decline", "ask"]
    text: Paragraph = ""
    terms_hash: Hash | None = None


class Reply(Frozen):
    """The firm's reply to a question."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1200)]


class Withdrawal(Frozen):
    """Why the firm withdraws; may stay empty."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""


class MessageView(Frozen):
    """One line of the conversation between the two sides."""

    id: UUID
    side: Literal["firm", "university"]
    kind: Literal["question", "reply", "acceptance", "decline"]
    text: str
    author_name: str
    at: datetime


class DealStep(Frozen):
    """One step in the life of an application."""

    from_state: DealState | None
    to_state: DealState
    move: str
    at: datetime
    reason: str | None


class DealBrief(Frozen):
    """One row of a list. `my_turn`: the reader's side has to act; `overdue`: the reply clock has run out."""

    id: UUID
    number: str
    version: int
    state: DealState
    state_since: datetime
    listing_id: UUID
    listing_number: str
    listing_title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    priority: bool
    submitted_at: datetime | None
    reply_due_on: date | None
    queued_until: date | None
    accepted: bool
    my_turn: bool
    overdue: bool
    is_demo: bool


class DealView(DealBrief):
    """A whole application as either side sees it. `moves` are the steps open to the reader now, `refused` those that are not."""

    purpose: str
    product: str
    sales_plan_minor: list[int]
    contact_name: str
    contact_phone: str
    message: str
    eligibility: EligibilityDecision | None
    terms: TermSheet | None
    terms_hash: str | None
    terms_text: list[str]
    simulation: Simulation | None
    comparison: Comparison | None
    messages: list[MessageView]
    steps: list[DealStep]
    moves: list[str]
    refused: list[RefusedMove]
    contract_id: UUID | None
