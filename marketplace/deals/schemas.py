"""What the room hands out and takes in. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from marketplace.core.fsm import RefusedMove
from marketplace.core.money import share_of
from marketplace.core.values import Frozen
from marketplace.organizations.eligibility import EligibilityDecision
from marketplace.terms import Comparison, Revision, Simulation, TermSheet


class DealState(StrEnum):
    """Where an application stands; the table of moves is in `states.py`."""

    DRAFT = "draft"
    QUEUED = "queued"
    SUBMITTED = "submitted"
    ANSWERING = "answering"
    PRICE_NOTICE = "price_notice"
    OBJECTION = "objection"
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


Side = Literal["firm", "university"]


class NewOffer(Frozen):
    """Changed terms for the other side, with what they are about; `base_hash` is the sheet the proposer was looking at."""

    terms: TermSheet
    message: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=1200)]
    base_hash: Hash


class OfferDraft(Frozen):
    """Terms that are not sent yet, to see what they would change."""

    terms: TermSheet


class AcceptOffer(Frozen):
    """The other side accepts exactly this offer: the hash it was shown."""

    terms_hash: Hash


class RefuseOffer(Frozen):
    """The other side does not take this offer; `text` is read by who made it."""

    terms_hash: Hash
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=1200)]


class OfferComparison(Revision):
    """What an offer changes against what lay on the table, and what it costs on the deal's own sales plan, in fen."""

    terms_hash: str
    needs_notice: bool


class OfferView(OfferComparison):
    """One round of the negotiation."""

    id: UUID
    position: int
    side: Side
    state: Literal["open", "accepted", "superseded", "refused"]
    terms: TermSheet
    message: str
    author_name: str
    at: datetime
    answered_at: datetime | None
    answer: str


class PriceNotice(Frozen):
    """The notice of a negotiated price inside the university: first and last day, days left, objections not settled."""

    begins_on: date
    ends_on: date
    days_left: int
    objections_open: int


class PublicPriceNotice(PriceNotice):
    """One negotiated price on the notice board: name and price, as the law demands, and neither firm nor use."""

    deal_id: UUID
    listing_id: UUID
    number: str
    title: str
    university_name: str
    price_text: list[str]


class PriceObjection(Frozen):
    """An objection against a negotiated price, by name (实名)."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]
    contact: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=80)]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=1000)]


class PriceObjectionView(PriceObjection):
    """An objection as the university's officers see it."""

    id: UUID
    raised_at: datetime
    settled_at: datetime | None
    upheld: bool | None
    resolution: str | None


class SettlePriceObjection(Frozen):
    """The university's answer: upheld sends the deal back to the table, otherwise the notice goes on."""

    upheld: bool
    resolution: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]


class QueuePlace(Frozen):
    """Where a queued application stands: its place, how many wait in all, eligible firms ahead, and the day it opens."""

    place: int
    waiting: int
    priority_ahead: int
    opens_on: date


class CommissionTerms(Frozen):
    """What a technology manager gets and from whom: a share in bps of the money received, or a fixed sum in fen."""

    kind: Literal["share", "fixed"]
    payer: Side
    rate_bps: Annotated[int, Field(strict=True, ge=1, le=5_000)] | None = None
    amount_minor: Annotated[int, Field(strict=True, ge=1, le=10**12)] | None = None
    cap_minor: Annotated[int, Field(strict=True, ge=1, le=10**12)] | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.kind == "share" and (self.rate_bps is None or self.amount_minor is not None):
            raise ValueError("a share needs a rate and no sum")
        if self.kind == "fixed" and (self.amount_minor is None or self.rate_bps or self.cap_minor):
            raise ValueError("a fixed sum needs an amount, no rate and no cap")
        return self

    def owed_minor(self, received_minor: int) -> int:
        """Return the whole commission in fen once `received_minor` has come in under the deal's contract, capped."""
        if received_minor <= 0:
            return 0
        if self.kind == "fixed":
            return self.amount_minor or 0
        owed = share_of(received_minor, self.rate_bps or 0)
        return owed if self.cap_minor is None else min(owed, self.cap_minor)


class InviteManager(Frozen):
    """Ask a technology manager of either side to work on the deal for a commission."""

    manager_id: UUID
    terms: CommissionTerms
    message: Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)] = ""


class AcceptCommission(Frozen):
    """Manager or payer accepts exactly this commission: the hash shown."""

    terms_hash: Hash


class NewContribution(Frozen):
    """What a manager did for the deal on a day."""

    kind: Literal["introduction", "visit", "negotiation", "drafting", "trial", "other"]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=600)]
    worked_on: date


class ContributionView(NewContribution):
    """A stored contribution; `at` is when it was written down."""

    id: UUID
    author_name: str
    at: datetime


class ManagerCandidate(Frozen):
    """A technology manager of either side, who can be invited."""

    user_id: UUID
    name: str
    organization_name: str


class CommissionView(Frozen):
    """A commission with its hash and who has accepted it; `moves` are the steps open to the reader."""

    id: UUID
    deal_id: UUID
    manager_id: UUID
    manager_name: str
    manager_organization_id: UUID
    manager_organization: str
    proposed_side: Side
    message: str
    terms: CommissionTerms
    terms_hash: str
    state: Literal["proposed", "agreed", "refused", "ended"]
    proposed_at: datetime
    manager_accepted_at: datetime | None
    payer_accepted_at: datetime | None
    reason: str
    moves: list[Literal["accept_commission", "end_commission", "record_contribution"]]


class Engagement(CommissionView):
    """A line of a technology manager's work list: the deal by its title and parties, and her commission."""

    number: str
    listing_title: str
    university_name: str
    firm_name: str
    deal_state: DealState
    contributions: int


class ResponseRate(Frozen):
    """How a university answers questions and applications, over the last `months` months: nothing but counts.

    `count` is None below `least`: too few to tell. `in_time_bps` is the share answered within the clock of
    `reply_workdays`, in basis points; `median_workdays` is over the answered ones, None where none was answered.
    """

    university_id: UUID
    months: int
    least: int
    reply_workdays: int
    count: int | None
    in_time_bps: int | None
    median_workdays: float | None
    explanation: str


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
    answer_due_on: date | None
    accepted: bool
    offered: bool
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
    offers: list[OfferView]
    table_hash: str | None
    negotiated: bool
    notice: PriceNotice | None
    queue: QueuePlace | None
    commission: CommissionView | None
    contributions: list[ContributionView]
