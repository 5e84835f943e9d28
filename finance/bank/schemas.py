"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from finance.bank.matching import Feature
from marketplace.core.values import Shown

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]


class LineState(StrEnum):
    """Whether anyone has said what a bank line was for."""

    UNMATCHED = "unmatched"
    ASKED = "asked"
    MATCHED = "matched"
    RETURNING = "returning"
    RETURNED = "returned"
    SET_ASIDE = "set_aside"


class MatchState(StrEnum):
    """Where a match stands; the table of moves is in `states.py`."""

    ASKED = "asked"
    BOOKED = "booked"
    DECLINED = "declined"
    UNDONE = "undone"


class ReturnState(StrEnum):
    """Where a return stands; the table of moves is in `states.py`."""

    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    SENT = "sent"


class UnmatchedSum(Shown):
    """Receipts on a university's account that belong to no invoice yet: how many, how much in fen, since when."""

    count: int
    amount_minor: int
    since_on: date | None


class TakenLine(Shown):
    """A receipt that a room above uses: fen, the bank's day, the account it lies on and who sent it."""

    id: UUID
    account_no: str
    booked_on: date
    amount_minor: int
    payer_name: str
    memo: str


class MatchEvidence(Shown):
    """One thing that speaks for a match, and its points of 100."""

    feature: Feature
    points: int


class Suggestion(Shown):
    """An invoice that a bank line may pay, how likely from 0 to 100, what speaks for it, and how much of the line is proposed."""

    invoice_id: UUID
    number: str
    title: str
    firm_name: str
    open_minor: int
    due_on: date
    score: int
    amount_minor: int
    evidence: list[MatchEvidence]


class BankMatchView(Shown):
    """A part of a receipt that pays an invoice."""

    id: UUID
    invoice_id: UUID
    invoice_number: str
    firm_name: str
    amount_minor: int
    state: MatchState
    state_since: datetime
    how: str
    asked_by: str | None
    mine: bool
    reason: str


class ReturnView(Shown):
    """Money that goes back to its payer."""

    id: UUID
    line_id: UUID | None
    firm_id: UUID | None
    account_no: str
    amount_minor: int
    payee_name: str
    payee_account: str
    reason: str
    state: ReturnState
    state_since: datetime
    asked_by: str | None
    mine: bool


class BankLineView(Shown):
    """Money that a bank statement shows as received or sent; `left_minor` is what nobody has placed."""

    id: UUID
    statement_id: UUID
    account_no: str
    booked_on: date
    direction: Literal["in", "out"]
    amount_minor: int
    left_minor: int
    payer_name: str
    payer_account: str
    memo: str
    state: LineState
    how: str
    owner_name: str | None
    age_days: int
    matches: list[BankMatchView]
    suggestions: list[Suggestion]


class LineEvent(Shown):
    """One line of a receipt's history: what was done by whom, with the details that were noted."""

    at: datetime
    action: str
    actor_name: str | None
    detail: dict[str, Any]


class BankLineDetail(BankLineView):
    """A receipt with everything that happened to it."""

    returns: list[ReturnView]
    history: list[LineEvent]


class StatementView(Shown):
    """What an import did: lines in the file, how many were news, and what became of those. Balances where the file told them."""

    id: UUID
    file_name: str
    account_no: str
    layout: str
    bank_name: str
    from_on: date | None
    to_on: date | None
    opening_minor: int | None
    closing_minor: int | None
    imported_at: datetime
    lines: int
    new: int
    known: int
    matched: int
    unmatched: int
    sent: int
    repeated: bool


class MatchLine(Shown):
    """The invoice that a bank line pays, and how much of it; left out: all that is left, what is over becomes credit."""

    invoice_id: UUID
    amount_minor: int | None = Field(default=None, gt=0, le=10**13)


class WithReason(Shown):
    """Why something is undone, declined or set aside: shown to everybody who sees it later."""

    reason: Reason


class ReturnLine(Shown):
    """Send what is left of a receipt back to where it came from."""

    reason: Reason


class ReturnCredit(Shown):
    """Send a payer's credit back to its account."""

    firm_id: UUID
    amount_minor: int = Field(gt=0, le=10**13)
    payee_account: Annotated[str, StringConstraints(pattern=r"^\d{8,32}$")]
    reason: Reason


class UseCredit(Shown):
    """How much of a payer's credit settles an invoice."""

    amount_minor: int = Field(gt=0, le=10**13)


class CreditView(Shown):
    """What a payer has paid a university beyond its invoices and not used yet."""

    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str
    credit_minor: int
