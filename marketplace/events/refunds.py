"""What the room `refunds` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class RefundEvent(Event):
    """What every announcement about a refund carries; the sum in fen."""

    refund_id: UUID
    invoice_id: UUID
    invoice_number: str
    title: str
    university_id: UUID
    firm_id: UUID
    amount_minor: int


class RefundRequested(RefundEvent):
    """A refund waits for a second person."""

    name: ClassVar[str] = "refunds.refund.requested"
    reason: str


class RefundDeclined(RefundEvent):
    """A refund was not approved."""

    name: ClassVar[str] = "refunds.refund.declined"
    requested_by: UUID
    reason: str


class RefundSucceeded(RefundEvent):
    """The provider sent the money back."""

    name: ClassVar[str] = "refunds.refund.succeeded"


class RefundGoesByBank(RefundEvent):
    """A refund was approved that the bank has to send."""

    name: ClassVar[str] = "refunds.refund.goes_by_bank"


class RefundFailed(RefundEvent):
    """The provider did not send the money: it is where it was before."""

    name: ClassVar[str] = "refunds.refund.failed"
    requested_by: UUID
    reason: str
