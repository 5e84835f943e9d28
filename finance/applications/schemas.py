"""What the room hands out and takes in. Amounts are fen, scores thousandths, days calendar days."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Final, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from finance.instruments.schemas import InstrumentBrief, InstrumentView
from finance.matching import FIELDS, Fact, FactValue, Frozen, Match, Provenance, Status
from finance.matching.fields import ChangeableBy, Kind, Unit
from marketplace.core.i18n import Text

FACTS_MAX: Final = 40
ASKED: Final = ("amount_minor", "purpose", "stage")
"""Facts that are the request itself."""
OF_RECORD: Final = (
    "legal_form", "firm_age_months", "city", "in_pilot_zone", "staff", "sales_minor", "assets_minor", "tech_sme", "hnte",
    "specialized_sme",
)  # fmt: skip
"""Facts kept in the firm's record: they are mended there, never typed here."""
DECLARABLE: Final = tuple(name for name in FIELDS if name not in (*ASKED, *OF_RECORD))
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]


class RequestState(StrEnum):
    """Where a funding request stands."""

    OPEN = "open"
    CLOSED = "closed"


class ApplicationState(StrEnum):
    """Where an application stands in the provider's pipeline; the table of moves is in `states.py`."""

    NEW_MATCH = "new_match"
    SCREENING = "screening"
    DUE_DILIGENCE = "due_diligence"
    COMMITTEE = "committee"
    COMMITTED = "committed"
    PASSED = "passed"
    WITHDRAWN = "withdrawn"


class WrongFact(ValueError):
    """A declared fact that is of record, or whose value does not fit; carries its words for the form."""

    def __init__(self, code: str, text: Text) -> None:
        super().__init__(text.en)
        self.code, self.text = code, text


class DeclaredFact(Frozen):
    """Something only the firm can tell; `valid_to` is the last day it holds, for certificates their end."""

    field: str
    value: FactValue
    valid_to: date | None = None

    @model_validator(mode="after")
    def _declarable(self) -> Self:
        if self.field not in DECLARABLE:
            raise WrongFact(
                "not_declarable",
                Text(
                    "这一项取自企业资料或申请本身，请在原处修改。",
                    "This comes from the firm's record or the request; change it there.",
                ),
            )
        try:
            self.fact(date(2000, 1, 1))
        except ValueError as error:
            raise WrongFact(
                "wrong_value", Text("填写的值不符合这一项。", "The value does not fit.")
            ) from error
        return self

    def fact(self, as_of: date) -> Fact:
        """Return the fact as declared on a day."""
        return Fact(
            field=self.field, value=self.value, as_of=as_of, provenance="declared", valid_to=self.valid_to
        )


class FundingRequestDraft(Frozen):
    """What a firm needs money for. `listing_id`: the university result that the money brings to production."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=80)]
    purpose: Literal[
        "proof_of_concept", "development", "pilot_line", "equipment", "working_capital", "licence_fee", "trial_risk",
        "challenge_risk", "share_transfer", "expansion",
    ]  # fmt: skip
    amount_minor: int = Field(ge=1_000_000, le=10**13)
    stage: Literal["seed", "angel", "early", "growth", "mature"]
    listing_id: UUID | None = None
    facts: tuple[DeclaredFact, ...] = Field(default=(), max_length=FACTS_MAX)

    @model_validator(mode="after")
    def _once(self) -> Self:
        fields = [fact.field for fact in self.facts]
        if len(fields) != len(set(fields)):
            raise WrongFact("twice", Text("同一项填写了两次。", "A fact is given twice."))
        return self


class ChoiceView(Frozen):
    """One word of a closed list."""

    value: str
    label: Text


class FactFieldView(Frozen):
    """One fact the firm may be asked for, for building the form."""

    field: str
    kind: Kind
    unit: Unit | None
    label: Text
    document: Text
    changeable_by: ChangeableBy
    choices: tuple[ChoiceView, ...]
    declarable: bool


class FactView(Frozen):
    """One fact of the sheet with its origin."""

    field: str
    label: Text
    value: FactValue | None
    text: Text
    provenance: Provenance
    as_of: date
    valid_to: date | None
    source_id: str | None


class FirmApplication(Frozen):
    """An application as the firm sees it. `reason` is what the provider wrote when passing."""

    id: UUID
    number: str
    version: int
    instrument_id: UUID
    instrument_version: int
    instrument_name: Text
    provider_id: UUID
    provider_name: str
    status: Status
    score: int
    state: ApplicationState
    state_since: datetime
    submitted_at: datetime
    reason: str | None
    consent_withdrawn_at: datetime | None
    looks: int


class FundingRequestBrief(Frozen):
    """One row of a firm's own requests."""

    id: UUID
    number: str
    version: int
    state: RequestState
    title: str
    purpose: str
    amount_minor: int
    stage: str
    listing_id: UUID | None
    created_at: datetime
    applications: tuple[FirmApplication, ...]


class FundingRequestView(FundingRequestBrief):
    """A whole request with the facts as they stand today."""

    listing_title: str | None
    declared: tuple[DeclaredFact, ...]
    facts: tuple[FactView, ...]


class MatchView(Frozen):
    """One product and how it answers: status, score, parts, gates, papers to add, and the flip."""

    instrument: InstrumentBrief
    match: Match
    application_id: UUID | None


class Matches(Frozen):
    """All products in force for one request on one day, in the stable order."""

    request_id: UUID
    on: date
    sheet_hash: str
    facts: tuple[FactView, ...]
    eligible: tuple[MatchView, ...]
    possible: tuple[MatchView, ...]
    excluded: tuple[MatchView, ...]


class SubmitApplication(Frozen):
    """Hand a request to a provider. `consent`: she may read the fact sheet. `message`: words to the provider."""

    instrument_id: UUID
    consent: bool = False
    message: Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)] = ""


class LookView(Frozen):
    """Who read the facts, for the firm."""

    provider_name: str
    reader_name: str
    at: datetime


class WaitingDeal(Frozen):
    """A deal on which a provider's member has to act: nobody has looked yet, or her own work has a day."""

    id: UUID
    number: str
    title: str
    firm_name: str
    amount_minor: int
    state: ApplicationState
    state_since: datetime
    due_on: date | None


class PipelineItem(Frozen):
    """One row of a provider's inbox, table or board."""

    id: UUID
    number: str
    version: int
    request_id: UUID
    firm_id: UUID
    firm_name: str
    firm_city: str
    title: str
    purpose: str
    stage: str
    amount_minor: int
    instrument_id: UUID
    instrument_name: Text
    status: Status
    score: int
    trl: int | None
    fields: tuple[str, ...]
    state: ApplicationState
    state_since: datetime
    days_in_state: int
    owner_id: UUID | None
    owner_name: str | None
    due_on: date | None
    submitted_at: datetime
    consented: bool


class NoteView(Frozen):
    """A private note of the provider."""

    id: UUID
    author_name: str
    text: str
    at: datetime


class StepView(Frozen):
    """One step in the life of a deal: who, when, why."""

    from_state: str | None
    to_state: str
    move: str
    at: datetime
    actor_name: str | None
    reason: str | None


class MoveView(Frozen):
    """One step that is open now, and what it asks for."""

    to: ApplicationState
    label: Text
    needs_reason: bool
    needs_owner: bool


class ColleagueView(Frozen):
    """Somebody of the provider who may own a deal."""

    id: UUID
    name: str


class PipelineDeal(PipelineItem):
    """A whole deal as its provider sees it; facts and reasons are empty once consent is withdrawn."""

    message: str
    facts: tuple[FactView, ...]
    match: Match | None
    instrument: InstrumentView
    notes: tuple[NoteView, ...]
    history: tuple[StepView, ...]
    moves: tuple[MoveView, ...]
    colleagues: tuple[ColleagueView, ...]


class MoveDeal(Frozen):
    """Move a deal. Due diligence asks for an owner and a date, passing for a reason the firm will read."""

    to: ApplicationState
    reason: Sentence | None = None
    owner_id: UUID | None = None
    due_on: date | None = None


class NoteDraft(Frozen):
    """A private note."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class PipelineFilter(Frozen):
    """What a provider narrows her pipeline by."""

    state: ApplicationState | None = None
    status: Status | None = None
    instrument_id: UUID | None = None
    owner_id: UUID | None = None
    score_min: int = Field(default=0, ge=0, le=1_000)
    q: str = Field(default="", max_length=60, description="words in title, number or firm")
    sort: Literal["score", "waiting", "amount", "newest"] = "score"
    page: int = Field(default=1, ge=1, le=10_000)
    size: int = Field(default=50, ge=1, le=100)
