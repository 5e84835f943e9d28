"""What the room hands out and takes in. Amounts are fen, days are Shanghai dates."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Shown


class FilingKind(StrEnum):
    """What is handed in, and to whom."""

    TECHNOLOGY_CONTRACT = "technology_contract"
    LICENCE_RECORD = "licence_record"


class FilingState(StrEnum):
    """Where a filing stands; the table of moves is in `states.py`."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    REGISTERED = "registered"
    WAIVED = "waived"


Number = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=60)]


class Submission(Frozen):
    """The day on which the pack was handed in."""

    submitted_on: date


class Registration(Frozen):
    """What the office answered: its number and day; for a technology contract also both amounts it recognized, in fen.

    `technical_minor` is the technical part of `total_minor` (技术合同解释 §14).
    """

    number: Number
    registered_on: date
    total_minor: int | None = Field(default=None, ge=0, le=10**15, strict=True)
    technical_minor: int | None = Field(default=None, ge=0, le=10**15, strict=True)


class PackItem(Shown):
    """One paper of a pack: enclosed, to be added by hand, or blocked by missing data (`where` is the page to mend it)."""

    name: str
    status: Literal["enclosed", "add", "missing"]
    note: str
    where: str | None = None


class FilingBrief(Shown):
    """One row of the list. `days_left` is negative when the last day has passed; `share_used` is of its clock, in percent."""

    id: UUID
    version: int
    kind: FilingKind
    state: FilingState
    contract_id: UUID
    contract_number: str
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    opened_on: date
    due_on: date
    days_left: int
    share_used: int
    submitted_on: date | None
    registered_on: date | None
    number: str
    total_minor: int | None
    technical_minor: int | None
    reason: str


class FilingView(FilingBrief):
    """A filing with its pack and the steps open to the reader."""

    source: str
    items: list[PackItem]
    moves: list[str]
    refused: list[RefusedMove]
