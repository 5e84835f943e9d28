"""What the room hands out and takes in. Days are Shanghai dates, clocks count working days."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from marketplace.core.values import Frozen


class EnquiryState(StrEnum):
    """Where an enquiry stands; the table of moves is in `states.py`."""

    WAITING = "waiting"
    ANSWERED = "answered"
    CLOSED = "closed"
    APPLIED = "applied"


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=1200)]


class NewEnquiry(Frozen):
    """A question about a listing, in everyday words."""

    listing_id: UUID
    text: Words


class Line(Frozen):
    """A follow-up question or an answer."""

    text: Words


class Closing(Frozen):
    """Why a side closes the conversation; may stay empty."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""


class EnquiryLine(Frozen):
    """One line of the conversation. A question carries the last day of its clock."""

    id: UUID
    side: Literal["firm", "university"]
    kind: Literal["question", "answer"]
    text: str
    author_name: str
    at: datetime
    due_on: date | None


class EnquiryBrief(Frozen):
    """One row of a list. `my_turn`: the reader's side has to act; `overdue`: the clock has run out unanswered."""

    id: UUID
    number: str
    state: EnquiryState
    state_since: datetime
    listing_id: UUID
    listing_number: str
    listing_title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    asked_at: datetime
    question: str
    reply_due_on: date | None
    my_turn: bool
    overdue: bool
    deal_id: UUID | None
    is_demo: bool


class EnquiryView(EnquiryBrief):
    """A whole conversation as either side sees it. `can_apply`: the firm may go on to an application."""

    lines: list[EnquiryLine]
    close_reason: str
    moves: list[str]
    can_apply: bool
