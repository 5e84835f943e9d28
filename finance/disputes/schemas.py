"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.fsm import RefusedMove
from marketplace.core.values import Frozen, Shown

EvidencePart = Literal["contract", "bill", "use"]


class PaymentDisputeState(StrEnum):
    """Where a dispute stands; the table of moves is in `states.py`."""

    OPENED = "opened"
    SENDING = "sending"
    EVIDENCE_SENT = "evidence_sent"
    WON = "won"
    LOST = "lost"


class PayeeClaimState(StrEnum):
    """Where a claim against a payee stands."""

    OPEN = "open"
    ASKED = "asked"
    SETTLED = "settled"
    WRITTEN_OFF = "written_off"


class NewEvidence(Frozen):
    """What is sent to the payer's bank, once: a text, and papers. `use_file_id` is a file of the contract that proves its use."""

    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=20_000)]
    contract: bool = True
    bill: bool = True
    use_file_id: UUID | None = None


class EvidenceFileView(Shown):
    """A paper that was sent, by its hash."""

    part: EvidencePart
    file_id: UUID
    name: str
    size: int
    sha256: str


class DisputeClaimView(Shown):
    """What a payee owes back because her share had been paid out: kept back from her next payouts, or written off.

    `left_minor` is still owed.
    """

    id: UUID
    dispute_id: UUID
    invoice_number: str
    title: str
    holder_name: str
    payee_kind: Literal["inventor", "unit", "university", "manager"]
    payee_name: str
    amount_minor: int
    kept_minor: int
    left_minor: int
    state: PayeeClaimState
    state_since: datetime
    reason: str
    asked_by_name: str
    decided_by_name: str
    moves: list[str]
    refused: list[RefusedMove]


class DisputeTask(Shown):
    """What waits for the university: a dispute to be answered until `due_on`, or (`is_claim`) what somebody owes back."""

    id: UUID
    dispute_id: UUID
    is_claim: bool
    title: str
    invoice_number: str
    party: str
    amount_minor: int
    since: datetime
    due_on: date | None


class PaymentDisputeView(Shown):
    """One dispute of a payment, with what was sent and who owes what back; `reason` is the bank's word.

    `withheld` says whether the provider has taken the money; `fee_minor` is what the provider told that it costs, null until then.
    """

    id: UUID
    payment_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    contract_id: UUID
    contract_number: str
    university_id: UUID
    university_name: str
    firm_name: str
    amount_minor: int
    reason: str
    state: PaymentDisputeState
    state_since: datetime
    opened_on: date
    due_on: date | None
    withheld: bool
    evidence_text: str
    evidence_files: list[EvidenceFileView]
    sent_by_name: str
    sent_on: date | None
    last_error: str | None
    claims: list[DisputeClaimView]
    moves: list[str] = Field(description="`send`: evidence can be sent now.")
    refused: list[RefusedMove]
