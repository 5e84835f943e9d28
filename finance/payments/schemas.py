"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from marketplace.core.values import Shown


class PaymentState(StrEnum):
    """Where an attempt stands; the table of moves is in `states.py`."""

    CREATED = "created"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    REQUIRES_ACTION = "requires_action"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"


class UnmatchedSum(Shown):
    """Receipts on a university's account that belong to no invoice yet: how many, how much in fen, since when."""

    count: int
    amount_minor: int
    since_on: date | None


class PaymentView(Shown):
    """One attempt to pay. `url` is the provider's page while the payer has to act."""

    id: UUID
    invoice_id: UUID
    invoice_number: str
    provider: str
    state: PaymentState
    state_since: datetime
    currency: str
    amount_minor: int
    fee_minor: int | None
    url: str | None


class TakenLine(Shown):
    """A receipt that a room above uses: fen, the bank's day, the account it lies on and who sent it."""

    id: UUID
    account_no: str
    booked_on: date
    amount_minor: int
    payer_name: str
    memo: str


class LineState(StrEnum):
    """Whether anyone has said what a bank line was for."""

    UNMATCHED = "unmatched"
    MATCHED = "matched"


class Suggestion(Shown):
    """An invoice that a bank line may pay, from 0 to 100, and why."""

    invoice_id: UUID
    number: str
    title: str
    firm_name: str
    open_minor: int
    due_on: date
    score: int
    reasons: list[Literal["reference_close", "amount_equal", "amount_close", "payer_equal", "payer_close"]]


class BankLineView(Shown):
    """Money that a bank statement shows as received."""

    id: UUID
    statement_id: UUID
    booked_on: date
    amount_minor: int
    payer_name: str
    payer_account: str
    memo: str
    state: LineState
    how: str
    invoice_id: UUID | None
    suggestions: list[Suggestion]


class StatementView(Shown):
    """What an import did: lines in the file, how many were news, and what became of those."""

    id: UUID
    file_name: str
    account_no: str
    lines: int
    new: int
    known: int
    matched: int
    unmatched: int
    repeated: bool


class MatchLine(Shown):
    """The invoice that a bank line pays."""

    invoice_id: UUID


class ParkedNotice(Shown):
    """A provider's notice that could not be applied, and why; money it tells of is not booked yet."""

    id: UUID
    provider: str
    event_id: str
    kind: str
    object_ref: str
    payment_id: UUID | None
    received_at: datetime
    tries: int
    last_error: str
