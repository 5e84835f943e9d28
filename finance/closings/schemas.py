"""What the room takes in and hands out. Amounts are fen, a month is the date of its first day in Shanghai."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from finance.books.schemas import TrialRow
from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Shown

Month = Annotated[str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])$", examples=["2026-10"])]
"""A calendar month, as `2026-10`."""


class ClosingState(StrEnum):
    """Where a closing stands; the table of moves is in `states.py`."""

    ASKED = "asked"
    CLOSED = "closed"
    REOPENING = "reopening"
    REOPENED = "reopened"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ObstacleKind(StrEnum):
    """Why a month cannot be closed yet."""

    NOT_OVER = "not_over"
    EARLIER_OPEN = "earlier_open"
    DIFFERENCE = "difference"
    NOT_COMPARED = "not_compared"
    UNMATCHED = "unmatched"
    PARKED = "parked"
    UNSEALED = "unsealed"


class NewClosing(Frozen):
    """Which month is to be closed."""

    month: Month


class Obstacle(Shown):
    """One thing that stands in the way: what, who sees to it, and the page of the desk where that is done.

    `link` is null where the reader cannot do it herself.
    """

    kind: ObstacleKind
    what: str
    owner: str
    on: date | None = None
    amount_minor: int | None = None
    link: str | None = None


class ClosingView(Shown):
    """One closing, with the steps that the reader can take, and why not.

    `chain_seq` and `chain_digest` are the head of the ledger's chain of hashes as it was closed: it covers every transaction
    of the month.
    """

    id: UUID
    month: Month
    organization_name: str | None
    state: ClosingState
    state_since: datetime
    asked_by_name: str
    asked_at: datetime
    decided_by_name: str
    answer: str
    closed_at: datetime | None
    transactions: int | None
    chain_seq: int | None
    chain_digest: str | None
    reopen_reason: str
    reopen_asked_by_name: str
    reopen_decided_by_name: str
    rows: list[TrialRow]
    moves: list[str]
    refused: list[RefusedMove]


class MonthView(Shown):
    """One month of a book; `state` is null while nobody has closed it or asked to."""

    month: Month
    state: ClosingState | None
    closed_at: datetime | None
    asked_by_name: str
    decided_by_name: str


class MonthList(Shown):
    """The months of a book, latest first."""

    organization: str | None
    items: list[MonthView]


class MonthDetail(Shown):
    """A month: what stands in the way, how many things in all, and its closings, latest first."""

    month: Month
    organization: str | None
    obstacles: list[Obstacle]
    obstacle_count: int
    may_ask: bool
    closings: list[ClosingView]


class PaperFormat(StrEnum):
    """In which form a closed month is taken along; the value is the file's extension."""

    PDF = "pdf"
    CSV = "csv"
