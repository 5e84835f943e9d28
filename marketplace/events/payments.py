"""What the room `payments` announces."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class PaymentSettled(Event):
    """Money for an invoice is booked: `applied_minor` fen settled it, what is over is the payer's credit."""

    name: ClassVar[str] = "payments.payment.settled"
    payment_id: UUID
    method: str
    invoice_id: UUID
    invoice_number: str
    contract_id: UUID
    title: str
    university_id: UUID
    firm_id: UUID
    firm_name: str
    amount_minor: int
    applied_minor: int
    received_on: date


class PaymentFailed(Event):
    """An attempt to pay came to nothing; the payer may try again."""

    name: ClassVar[str] = "payments.payment.failed"
    payment_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    firm_id: UUID
    amount_minor: int


class ProviderTroubled(Event):
    """Something went wrong with a provider so often on a day that a person must look: `kind` as in `TroubleKind`."""

    name: ClassVar[str] = "payments.provider.troubled"
    provider: str
    kind: str
    count: int
