"""What the room hands out and takes in. Amounts are fen, shares are basis points, days are calendar days."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen
from marketplace.organizations.schemas import (  # the closed lists live with the zones and are offered here too
    Industry as Industry,  # noqa: PLC0414
    Track as Track,  # noqa: PLC0414
)
from marketplace.terms import TermSheet


class ListingState(StrEnum):
    """Where a listing stands; the table of moves is in `states.py`."""

    DRAFT = "draft"
    INTERNAL_APPROVAL = "internal_approval"
    APPROVED = "approved"
    PRICE_NOTICE = "price_notice"
    OBJECTION = "objection"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class PriceMode(StrEnum):
    """How a state-owned result is priced: 促进科技成果转化法 §18 knows these three."""

    AGREEMENT = "agreement"
    LISTED = "listed"
    AUCTION = "auction"


class RightKind(StrEnum):
    """What kind of right a licence would cover."""

    PATENT = "patent"
    APPLICATION = "application"
    KNOW_HOW = "know_how"
    SOFTWARE = "software"


Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1200)]
Keyword = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]


class RightDraft(Frozen):
    """A right as the officer enters it; `number` is checked and normalized when stored."""

    kind: RightKind
    number: str = Field(default="", max_length=40)
    title: str = Field(default="", max_length=120)
    filed_on: date | None = None
    granted_on: date | None = None
    annuity_paid_to: date | None = None
    co_owner: str = Field(default="", max_length=120)
    co_owner_consent: bool = False


class RightView(RightDraft):
    """A stored right; `number` is normalized, `display` is how people write it, `ends_on` its last day (专利法 §42)."""

    id: UUID
    display: str
    ends_on: date | None
    status: str


class InventorDraft(Frozen):
    """An inventor and her share of the inventors' part, in bps; the shares of a listing sum to 10,000."""

    name: str = Field(min_length=1, max_length=40)
    share_bps: int = Field(ge=1, le=10_000)
    user_id: UUID | None = None


class ListingDraft(Frozen):
    """Everything an officer writes about a result. Empty fields are allowed until it is submitted."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=80)]
    title_en: str = Field(default="", max_length=160)
    problem: Prose = ""
    mechanism: Prose = ""
    benefit: Prose = ""
    present_solution: Prose = ""
    evidence: Prose = ""
    keywords: list[Keyword] = Field(default_factory=list, max_length=12)
    industry: Industry | None = None
    track: Track | None = None
    trl: int | None = Field(default=None, ge=1, le=9)
    ipc: str = Field(default="", max_length=20)
    unit: str = Field(default="", max_length=60)
    contact_name: str = Field(default="", max_length=40)
    price_mode: PriceMode = PriceMode.AGREEMENT
    public_funded: bool = False
    sales_hint_minor: int | None = Field(default=None, ge=0, le=10**13)
    outright_price_minor: int | None = Field(default=None, ge=0, le=10**13)
    terms: TermSheet | None = None
    rights: list[RightDraft] = Field(default_factory=list, max_length=30)
    inventors: list[InventorDraft] = Field(default_factory=list, max_length=30)


class ListingBrief(Frozen):
    """One row of a list."""

    id: UUID
    number: str
    state: ListingState
    title: str
    title_en: str
    benefit: str
    university_id: UUID
    university_name: str
    city: str
    industry: Industry | None
    track: Track | None
    trl: int | None
    pay_after_use: bool
    free_period_months: int
    fixed_fee_minor: int | None
    royalty_bps: int | None
    licence_type: str | None
    published_at: datetime | None
    notice_to: date | None
    priority_to: date | None
    is_demo: bool


class ListingView(ListingBrief):
    """A whole listing as its reader may see it. `moves` are the steps open to her now, `refused` those that are not yet."""

    version: int
    state_since: datetime
    unit: str
    contact_name: str
    problem: str
    mechanism: str
    present_solution: str
    evidence: str
    keywords: list[str]
    ipc: str
    price_mode: PriceMode
    public_funded: bool
    sales_hint_minor: int | None
    outright_price_minor: int | None
    terms: TermSheet | None
    terms_hash: str | None
    terms_text: list[str]
    notice_from: date | None
    expires_on: date | None
    rights: list[RightView]
    inventors: list[InventorDraft]
    moves: list[str]
    refused: list[RefusedMove]


class ListingFound(ListingBrief):
    """A row of a search page with the prose that was searched, and what names the listing exactly."""

    version: int
    problem: str
    mechanism: str
    present_solution: str
    evidence: str
    unit: str
    keywords: list[str]
    ipc: str
    right_numbers: list[str]


class MissingPart(Frozen):
    """Something that must be filled in before a listing can be submitted."""

    pointer: str
    message: str


class HistoryStep(Frozen):
    """One step in the life of a listing."""

    from_state: str | None
    to_state: str
    move: str
    at: datetime
    reason: str | None


class NoticeView(Frozen):
    """One entry of the public notice board 公示栏: name and price, as the law demands, and nothing else."""

    listing_id: UUID
    number: str
    title: str
    university_name: str
    price_text: list[str]
    notice_from: date
    notice_to: date
    days_left: int
    objections_open: int


class WaitingListing(Frozen):
    """A listing that stands before a step of its own university. `returned`: a draft that was handed in before."""

    id: UUID
    number: str
    title: str
    state: ListingState
    state_since: datetime
    price_mode: PriceMode
    submitted_by: UUID | None
    returned: bool
    notice_to: date | None
    objections_open: int


class NoticePeriod(Frozen):
    """First and last day of a notice that is started today."""

    begins_on: date
    ends_on: date


class ObjectionDraft(Frozen):
    """An objection against an agreed price, by name (实名)."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]
    contact: Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=80)]
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=1000)]


class ObjectionView(Frozen):
    """An objection as the university's officers see it."""

    id: UUID
    name: str
    contact: str
    text: str
    raised_at: datetime
    settled_at: datetime | None
    upheld: bool | None
    resolution: str | None


class SettleObjection(Frozen):
    """The university's answer to an objection: upheld sends the listing back to draft."""

    upheld: bool
    resolution: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=1000)]


class CellError(Frozen):
    """One wrong cell: the column's key, a stable code and the sentence."""

    column: str
    code: str
    message: str


class ImportRowView(Frozen):
    """One row of an import: right, wrong or already a draft."""

    row_number: int
    cells: dict[str, str]
    errors: list[CellError]
    listing_id: UUID | None


class ImportBrief(Frozen):
    """An import in a list: how many rows are right, wrong and created."""

    id: UUID
    file_name: str
    read_at: datetime
    right: int
    wrong: int
    created: int


class ImportView(ImportBrief):
    """An import with its rows: wrong rows first, then right ones."""

    rows: list[ImportRowView]


class MendRow(Frozen):
    """The corrected cells of a row, by column key."""

    cells: dict[str, Annotated[str, StringConstraints(max_length=2000)]]


SALES_LIMIT_MINOR = 10**12
"""10 billion yuan a year, in fen."""
DISCOUNT_LIMIT_BPS = 3_000


class Supposed(Frozen):
    """What a reader supposes beside her sales; None is what the platform supposes.

    A discount rate in bps a year; profit per sale in bps, for royalties on profit; the price of a unit in fen, for
    royalties per unit.
    """

    discount_bps: Annotated[int, Field(ge=0, le=DISCOUNT_LIMIT_BPS)] | None = None
    profit_margin_bps: Annotated[int, Field(ge=0, le=10_000)] | None = None
    unit_price_minor: Annotated[int, Field(ge=1, le=SALES_LIMIT_MINOR)] | None = None


Uscc = Annotated[str, StringConstraints(strip_whitespace=True, to_upper=True, min_length=18, max_length=18)]


class HolderDraft(Frozen):
    """A co-owner as the officer enters it: its 统一社会信用代码 and its share of the income in bps."""

    uscc: Uscc
    share_bps: int = Field(ge=1, le=9_999)


class HolderSet(Frozen):
    """All co-owners of a listing's rights; the university keeps the rest of 10,000 bps."""

    holders: list[HolderDraft] = Field(max_length=3)


class HolderView(Frozen):
    """A right holder of a listing, the university first. `consents`: to the terms as they stand now."""

    organization_id: UUID
    name: str
    uscc: str
    share_bps: int
    is_university: bool
    consent_at: datetime | None
    consents: bool


class HoldingView(Frozen):
    """A listing in whose rights the reader's organization has a share, as far as it must know it to consent."""

    listing_id: UUID
    number: str
    title: str
    benefit: str
    state: ListingState
    university_name: str
    licence_type: str | None
    share_bps: int
    terms_hash: str | None
    terms_text: list[str]
    consent_at: datetime | None
    consents: bool
    may_consent: bool


class GiveConsent(Frozen):
    """The co-owner agrees to exactly the terms with this hash: the ones it was shown."""

    terms_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
