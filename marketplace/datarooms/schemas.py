"""What the room hands out and takes in. Days are Shanghai dates; an access lasts through its last day."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen
from marketplace.documents.schemas import UndertakingClause


class AccessState(StrEnum):
    """Where an access stands; the table of moves is in `states.py`."""

    ASKED = "asked"
    OFFERED = "offered"
    FIRM_SIGNED = "firm_signed"
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    REVOKED = "revoked"
    EXPIRED = "expired"


Purpose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=600)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class NewAccess(Frozen):
    """A firm asks to read the documents behind a listing, and says what for."""

    listing_id: UUID
    purpose: Purpose


class RoomSettings(Frozen):
    """Whether the room is open at all, and how many days an access lasts from the university's signature."""

    is_open: bool
    access_days: int = Field(ge=1, le=366)


class Offer(Frozen):
    """The university agrees: access for so many days once both have signed the undertaking; empty: as the room says."""

    access_days: int | None = Field(default=None, ge=1, le=366)


class SignUndertaking(Frozen):
    """Exactly the text that was shown: the hash of the unsigned undertaking."""

    content_sha256: Hash


class DataFileView(Frozen):
    """A file of the room. `viewable`: there is a reader's copy to look at; others are downloads only."""

    id: UUID
    name: str
    kind: Literal["pdf", "image", "office"]
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    viewable: bool


class Signed(Frozen):
    """Who signed for a side, and when."""

    name: str
    at: datetime


class AccessBrief(Frozen):
    """One row of a list. `my_turn`: the reader's side has to act; `overdue`: the university let its clock run out."""

    id: UUID
    number: str
    state: AccessState
    state_since: datetime
    listing_id: UUID
    listing_number: str
    listing_title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    purpose: str
    asked_at: datetime
    reply_due_on: date | None
    expires_on: date | None
    my_turn: bool
    overdue: bool
    is_demo: bool


class AccessView(AccessBrief):
    """A whole access as either side sees it; `clauses` and `content_sha256` are of the undertaking once it is drawn up."""

    access_days: int | None
    months: int | None
    content_sha256: str | None
    document_id: UUID | None
    clauses: list[UndertakingClause]
    firm_signed: Signed | None
    university_signed: Signed | None
    end_reason: str
    moves: list[str]


class RoomView(Frozen):
    """The room of a listing as its reader may see it: the university all of it, a firm what its access opens."""

    listing_id: UUID
    listing_number: str
    listing_title: str
    university_id: UUID
    university_name: str
    side: Literal["university", "firm"]
    is_open: bool
    access_days: int
    file_mb: int
    files: list[DataFileView]
    accesses: list[AccessBrief]
    can_edit: bool
    can_read: bool


class LookView(Frozen):
    """One line of the access log."""

    number: str
    at: datetime
    action: Literal["view", "download"]
    file_name: str
    organization_name: str
    person_name: str


class RoomBrief(Frozen):
    """A room of one's own university in a list."""

    listing_id: UUID
    listing_number: str
    listing_title: str
    is_open: bool
    files: int
    active: int
    waiting: int
