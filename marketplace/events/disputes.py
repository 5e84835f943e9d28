"""What the room `finance.disputes` announces."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class PaymentDisputeEvent(Event):
    """What every announcement about a dispute of a payment carries; the sum in fen."""

    dispute_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    university_id: UUID
    firm_id: UUID
    amount_minor: int


class DisputeOpened(PaymentDisputeEvent):
    """A payer's bank wants a payment back and takes evidence until `due_on`."""

    name: ClassVar[str] = "disputes.dispute.opened"
    due_on: date


class DisputeWon(PaymentDisputeEvent):
    """The bank decided for the university: the money is back."""

    name: ClassVar[str] = "disputes.dispute.won"


class DisputeLost(PaymentDisputeEvent):
    """The bank decided for the payer: the bill is open again; payees owe `claimed_minor` (fen) of it back."""

    name: ClassVar[str] = "disputes.dispute.lost"
    claimed_minor: int


class ClaimRaised(Event):
    """A payee owes back what she was paid of a payment that was lost; `holder_id` is the right holder that paid her."""

    name: ClassVar[str] = "disputes.claim.raised"
    claim_id: UUID
    dispute_id: UUID
    invoice_number: str
    title: str
    holder_id: UUID
    user_id: UUID | None
    payee_name: str
    amount_minor: int


class ClaimWriteOffDeclined(Event):
    """The platform does not give a claim up."""

    name: ClassVar[str] = "disputes.claim.write_off_declined"
    claim_id: UUID
    dispute_id: UUID
    payee_name: str
    asked_by: UUID
    reason: str
    amount_minor: int
