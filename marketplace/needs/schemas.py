"""What the room hands out and takes in. Budgets are fen, deadlines the last day (Shanghai) on which an answer helps."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen
from marketplace.organizations.schemas import Industry, Track


class NeedState(StrEnum):
    """Where a need stands; the table of moves is in `states.py`."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    EXPIRED = "expired"


Prose = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1200)]


class NeedDraft(Frozen):
    """Everything a firm writes about its problem. Empty fields are allowed until it is published."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=60)]
    problem: Prose = ""
    target: Prose = ""
    present_solution: Prose = ""
    industry: Industry | None = None
    track: Track | None = None
    budget_minor: int | None = Field(default=None, ge=0, le=10**13)
    deadline_on: date | None = None


class NeedBrief(Frozen):
    """One row of a list."""

    id: UUID
    number: str
    state: NeedState
    title: str
    problem: str
    target: str
    industry: Industry | None
    track: Track | None
    budget_minor: int | None
    deadline_on: date | None
    firm_id: UUID
    firm_name: str
    city: str
    published_at: datetime | None
    is_demo: bool


class NeedView(NeedBrief):
    """A whole need. `version` goes into the If-Match of an edit."""

    version: int
    state_since: datetime
    present_solution: str
    outcome: str


class CloseNeed(Frozen):
    """Why a need ends: how it was solved, or why it was given up."""

    outcome: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]
