"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates, rates basis points."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Shown

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=400)]


class CaseState(StrEnum):
    """Where a default stands; the table of moves is in `states.py`."""

    REMINDED = "reminded"
    DEMANDED = "demanded"
    CURING = "curing"
    RESCISSION_OPEN = "rescission_open"
    RESCINDED = "rescinded"
    CURED = "cured"
    WITHDRAWN = "withdrawn"


class CoverState(StrEnum):
    """Whether the insurer or guarantor stands by a cover."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class ClaimState(StrEnum):
    """Where a claim on a cover stands."""

    FILED = "filed"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAID = "paid"
    DROPPED = "dropped"


class RecordState(StrEnum):
    """Where a credit record stands. `issued`: signed and ready for the zone; `received`: handed over, with a receipt."""

    ANNOUNCED = "announced"
    OBJECTED = "objected"
    ISSUED = "issued"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"


Delivery = Literal["platform", "courier", "email", "in_person"]


class NewDemand(Frozen):
    """A demand to pay. `cure_days` is the time the firm gets from delivery; the rulebook's days at least."""

    cure_days: Annotated[int, Field(ge=1, le=365, strict=True)] | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""


class DeliveryRecord(Frozen):
    """When and how the demand reached the firm, and what proves it (a tracking number, a receipt)."""

    delivered_on: date
    how: Literal["courier", "email", "in_person"]
    proof: Reason


class CaseWithdrawal(Frozen):
    """Why the licensor lets the case rest, and until when; if the sums are still unpaid then, a new case opens."""

    reason: Reason
    grace_until_on: date


class StepReason(Frozen):
    """Why somebody takes a step."""

    reason: Reason


class NewCover(Frozen):
    """A policy or guarantee for the fees of one contract; `firm_uscc` proves to a provider that it knows the contract."""

    contract_number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=40)]
    firm_uscc: Annotated[str, StringConstraints(strip_whitespace=True, max_length=18)] = ""
    provider_id: UUID | None = None
    policy_number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
    percent_bps: Annotated[int, Field(ge=1, le=10_000, strict=True)]
    cap_minor: Annotated[int, Field(ge=1, le=10**13, strict=True)]
    waiting_days: Annotated[int, Field(ge=0, le=365, strict=True)] | None = None
    from_on: date
    until_on: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_on > self.until_on:
            raise ValueError("a cover must not end before it begins")
        return self


class NewClaim(Frozen):
    """The cover on which a claim is filed."""

    cover_id: UUID


class ClaimPayment(Frozen):
    """The receipt on the university's account with which the insurer or guarantor paid."""

    line_id: UUID


class Repayment(Frozen):
    """What the firm paid back to its insurer or guarantor, and the bank's number of that payment."""

    amount_minor: Annotated[int, Field(ge=1, le=10**13, strict=True)]
    bank_number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]


class ObjectionAnswer(Frozen):
    """What the licensor says to an objection: `withdraw` drops the record, otherwise the clock runs on."""

    withdraw: bool
    answer: Reason


class LateSum(Shown):
    """One invoice of a case: what is open and what lateness has cost by the reader's day."""

    invoice_id: UUID
    number: str
    kind: str
    due_on: date
    days_late: int
    amount_minor: int
    open_minor: int
    demanded_minor: int | None
    interest_minor: int
    interest_billed_minor: int


class NextStep(Shown):
    """What comes next in a case: who has to do what, by which day, and what follows otherwise."""

    kind: str
    what: str
    on: date | None
    responsible_id: UUID | None
    responsible_name: str
    otherwise: str


class CaseBrief(Shown):
    """A line of the list of defaults."""

    id: UUID
    number: str
    state: CaseState
    state_since: datetime
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    opened_on: date
    days_late: int
    open_minor: int
    demanded_on: date | None
    cure_until_on: date | None
    ended_on: date | None
    owner_name: str
    next: NextStep


class Ageing(Shown):
    """Open sums of the cases in progress by how many days the oldest bill of a case is late; fen and number of cases."""

    bucket: Literal["to_30", "to_60", "to_90", "over_90"]
    cases: int
    open_minor: int


class TimelineLine(Shown):
    """A dated line of a case: what happened, by whom, with which document; or what lies ahead (`done` false)."""

    on: date | None
    kind: str
    title: str
    who: str
    detail: str
    file_id: UUID | None
    done: bool


class ClaimView(Shown):
    """A claim on a cover. `reference` is what the provider writes on its transfer to the university."""

    id: UUID
    reference: str
    state: ClaimState
    case_id: UUID
    case_number: str
    contract_number: str
    title: str
    cover_id: UUID
    policy_number: str
    provider_id: UUID
    provider_name: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    filed_on: date
    overdue_minor: int
    asked_minor: int
    answer_by_on: date
    pay_by_on: date | None
    refused_reason: str
    paid_on: date | None
    paid_minor: int
    repaid_minor: int
    bank_name: str
    bank_account: str
    moves: list[str]


class CoverView(Shown):
    """A cover with its provider; `claimable_on` is the first day of a claim in the case asked about."""

    id: UUID
    state: CoverState
    kind: Literal["insurance", "guarantee"]
    contract_id: UUID
    contract_number: str
    title: str
    firm_id: UUID
    firm_name: str
    university_name: str
    provider_id: UUID
    provider_name: str
    policy_number: str
    percent_bps: int
    cap_minor: int
    waiting_days: int
    from_on: date
    until_on: date
    file_id: UUID | None
    declined_reason: str
    claimable_on: date | None
    moves: list[str]


class RecordView(Shown):
    """A credit record: only the firm and the default, never a person (个人信息保护法 §13: what is not needed is not given)."""

    id: UUID
    state: RecordState
    case_id: UUID
    case_number: str
    case_state: CaseState
    contract_number: str
    firm_id: UUID
    firm_name: str
    university_name: str
    zone_id: UUID
    zone_name: str
    announced_on: date
    objection_until_on: date
    objection: str
    objected_on: date | None
    answer: str
    issued_on: date | None
    overdue_minor: int
    content_sha256: str
    file_id: UUID | None
    receipt_number: str
    received_on: date | None
    moves: list[str]


class CaseView(CaseBrief):
    """A whole default: sums, dates, documents, covers and claims, the credit record, what happened and what comes next."""

    version: int
    late_bps_per_day: int
    cure_days: int | None
    shortest_cure_days: int
    delivered_on: date | None
    delivered_how: str
    rescinded_on: date | None
    grace_until_on: date | None
    end_reason: str
    demand_file_id: UUID | None
    interest_minor: int
    sums: list[LateSum]
    covers: list[CoverView]
    claims: list[ClaimView]
    record: RecordView | None
    timeline: list[TimelineLine]
    moves: list[str]
    refused: list[RefusedMove]
