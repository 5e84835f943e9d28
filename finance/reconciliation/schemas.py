"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from marketplace.core.values import Shown


class DifferenceKind(StrEnum):
    """What is different."""

    BANK_ONLY = "bank_only"
    BOOKS_ONLY = "books_only"
    STATEMENT_GAP = "statement_gap"
    PROVIDER_ONLY = "provider_only"
    AMOUNT_DIFFERS = "amount_differs"


class DifferenceState(StrEnum):
    """Where a difference stands; the table of moves is in `states.py`."""

    OPEN = "open"
    EXPLAINED = "explained"
    SETTLED = "settled"


class ComparedAccount(Shown):
    """An account that is compared: where it stands at the end of its last day, and what is open."""

    key: str
    kind: Literal["bank", "clearing"]
    name: str
    day: date
    ours_minor: int
    theirs_minor: int
    open_count: int
    open_minor: int
    ran_at: datetime


class DayView(Shown):
    """An account at the end of a day."""

    day: date
    ours_minor: int
    theirs_minor: int


class ItemView(Shown):
    """One movement of a day on one side or on both. `txn_id` and `line_id` lead to entries and to the bank's line."""

    side: Literal["both", "ours", "theirs"]
    label: str
    kind: str
    amount_minor: int
    txn_id: int | None
    line_id: UUID | None
    invoice_id: UUID | None


class DifferenceStep(Shown):
    """One step in the life of a difference."""

    at: datetime
    to_state: DifferenceState
    actor_name: str | None
    reason: str | None


class ReconciliationDifferenceView(Shown):
    """A difference, who looks after it, how old it is, and what happened to it."""

    id: UUID
    account_key: str
    kind: DifferenceKind
    label: str
    day: date
    ours_minor: int
    theirs_minor: int
    state: DifferenceState
    state_since: datetime
    age_days: int
    owner_name: str | None
    line_id: UUID | None
    txn_id: int | None
    reason: str
    history: list[DifferenceStep]


class Explain(Shown):
    """Why a difference is right as it is."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
