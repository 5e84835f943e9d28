"""What the parties hand in and read after the signature. Amounts are fen, shares bps, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen, Reason, Shown

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1000)]
Maybe = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Files = Annotated[list[UUID], Field(max_length=10)]
Evidence = Annotated[list[UUID], Field(min_length=1, max_length=10)]


class MatterState(StrEnum):
    """Where a matter between the parties stands; the table of moves is in `states.py`."""

    OPEN = "open"
    CONTESTED = "contested"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class MatterKind(StrEnum):
    """What one party puts to the other under a running contract."""

    FIRST_INCOME = "first_income"
    MILESTONE = "milestone"
    BUYOUT = "buyout"
    CONVERSION = "conversion"
    RETURN_CERTIFICATE = "return_certificate"
    RIGHT_LOSS = "right_loss"
    ACCOUNTS = "accounts"


class UseState(StrEnum):
    """How far the firm uses the technology."""

    NOT_STARTED = "not_started"
    TRIAL = "trial"
    IN_PRODUCTION = "in_production"
    PAUSED = "paused"


class ProductStage(StrEnum):
    """How far the product is that the technology goes into."""

    DESIGN = "design"
    SAMPLE = "sample"
    SMALL_BATCH = "small_batch"
    MASS_PRODUCTION = "mass_production"


class RightEventKind(StrEnum):
    """What happens to a licensed right: its publication and grant, its invalidation (专利法 §45-47) or its lapse (§44)."""

    PUBLISHED = "published"
    GRANTED = "granted"
    INVALIDATED = "invalidated"
    LAPSED = "lapsed"


LegalNature = Literal["know_how", "by_analogy", "patent_licence", "software", "gone"]


class NewUseReport(Frozen):
    """How the technology was used in an ended period [from_on, to_on)."""

    from_on: date
    to_on: date
    usage: UseState
    stage: ProductStage
    problems: Maybe = ""
    outlook: Words


class IncomeClaim(Frozen):
    """The licensor asserts the day of first income, with an invoice or a contract as evidence."""

    first_income_on: date
    text: Words
    file_ids: Evidence


class MilestoneClaim(Frozen):
    """The licensee claims that a milestone was reached, with evidence."""

    key: str
    reached_on: date
    text: Words
    file_ids: Evidence


class BuyoutNotice(Frozen):
    """The licensee buys the technology at the price of the terms."""

    text: Maybe = ""


class ConversionRecord(Frozen):
    """Equity in place of later fees from the day both confirm: valuation day, valuation before it (fen), share (bps)."""

    valuation_on: date
    pre_money_minor: int = Field(ge=1, le=10**15, strict=True)
    share_bps: int = Field(ge=1, le=10_000, strict=True)
    text: Maybe = ""
    file_ids: Evidence


class ReturnedItem(Frozen):
    """One material of the licensor and what became of it."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
    how: Literal["returned", "destroyed"]
    on: date


class ReturnCertificate(Frozen):
    """Everything that was handed over, returned or destroyed after the technology was given back."""

    items: Annotated[list[ReturnedItem], Field(min_length=1, max_length=50)]
    text: Maybe = ""


class RightRecord(Frozen):
    """What happened to a right: its place in the contract, the day, the number of the decision or announcement."""

    position: int = Field(ge=0, le=99, strict=True)
    kind: RightEventKind
    happened_on: date
    document_number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = ""
    file_ids: Files = Field(default_factory=list)


class AccountsRequest(Frozen):
    """The licensor asks to read the accounts behind the royalty on a day (民法典 §846)."""

    accounts_on: date
    text: Words


class MatterAnswer(Frozen):
    """Agreement to a matter, with files where the matter asks for some."""

    text: Maybe = ""
    file_ids: Files = Field(default_factory=list)


class MatterRefusal(Frozen):
    """Why a claim is sent back or contested; the other side reads it."""

    reason: Reason
    file_ids: Files = Field(default_factory=list)


class SettlementProposal(Frozen):
    """How a dispute could end: the day both would accept, or none, so that the claim is dropped."""

    on: date | None = None
    text: Reason


class SettlementAgreement(Frozen):
    """Agreement to exactly the proposal shown."""

    on: date | None = None


class Ruling(Frozen):
    """What a court, an arbitrator or a mediator decided: the day, or none; the number of the decision."""

    on: date | None = None
    document_number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=60)]
    text: Reason


class TransferRecord(Frozen):
    """The recording of the transfer after a buy-out or conversion."""

    recorded_on: date
    number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=60)]


class ContractFile(Shown):
    """A file handed in for a contract; it is the sender's alone until it is attached to something."""

    file_id: UUID
    name: str
    size: int
    sha256: str


class EvidenceView(Shown):
    """An attached file. `part`: of the claim, of the answer to it, or typeset by the platform."""

    file_id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    part: Literal["claim", "answer", "certificate"]
    at: datetime


class MatterView(Shown):
    """One matter between the parties. `explanation` says in words what follows now; `moves` is what the reader may do."""

    id: UUID
    kind: MatterKind
    state: MatterState
    title: str
    explanation: str
    raised_on: date
    raised_by_id: UUID
    raised_by_name: str
    answer_by_id: UUID
    answer_by_name: str
    answer_by_on: date
    overdue: bool
    day: date | None
    text: str
    conversion: ConversionRecord | None
    items: list[ReturnedItem]
    answered_on: date | None
    answer: str
    has_proposal: bool
    proposed_by_id: UUID | None
    proposed_on: date | None
    proposal: str
    outcome_on: date | None
    files: list[EvidenceView]
    moves: list[str]


class UseReportView(Shown):
    """A period of use: filed, or to be filed by its last day; `ended`: it is over, so its report can be filed."""

    from_on: date
    to_on: date
    ended: bool
    due_on: date
    filed_at: datetime | None
    late: bool
    usage: UseState | None
    stage: ProductStage | None
    problems: str
    outlook: str


class IncomeStatementView(Shown):
    """A filed statement; superseded ones stay readable. `billed`: an invoice was raised on it."""

    id: UUID
    from_on: date
    to_on: date
    base_minor: int
    units: int
    revision: int
    correction: str
    filed_at: datetime
    superseded_at: datetime | None
    billed: bool
    files: list[EvidenceView]


class LicensedRight(Shown):
    """A licensed right today. `nature`: which rules govern its licence by 技术合同解释 §29; `since` the day it became so."""

    position: int
    kind: str
    title: str
    number: str
    published_on: date | None
    granted_on: date | None
    invalidated_on: date | None
    lapsed_on: date | None
    nature: LegalNature
    nature_text: str
    since: date | None
    files: list[EvidenceView]


class AfterSignature(Shown):
    """What has happened and what is awaited since the contract took effect."""

    first_income_declared_on: date | None
    first_income_text: str
    bought_out_on: date | None
    converted_on: date | None
    invalidated_on: date | None
    certificate_due_on: date | None
    transfer_due_on: date | None
    transfer_recorded_on: date | None
    transfer_number: str
    declaration_files: list[EvidenceView]
    matters: list[MatterView]
    use_reports: list[UseReportView]
    statements: list[IncomeStatementView]
    rights: list[LicensedRight]


class Dispute(Shown):
    """A dispute about first income as the administrator sees it: who, since when, which day; nothing of the contract's text."""

    contract_id: UUID
    matter_id: UUID
    number: str
    university_name: str
    firm_name: str
    since_on: date
    asserted_on: date


class Raised(Shown):
    """A matter as its raiser states it: the shape in which verbs hand it to the one place that keeps matters."""

    kind: MatterKind
    about: str = ""
    day: date | None = None
    text: str = ""
    details: dict[str, object] | None = None
    answer_by_on: date
    file_ids: list[UUID] = Field(default_factory=list)
