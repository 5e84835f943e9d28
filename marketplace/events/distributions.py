"""What the room `distributions` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DistributionProposed(Event):
    """Income was split by the university's rule and waits for approval; amounts in fen."""

    name: ClassVar[str] = "distributions.distribution.proposed"
    distribution_id: UUID
    university_id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    amount_minor: int


class DistributionBooked(Event):
    """A split was approved and booked."""

    name: ClassVar[str] = "distributions.distribution.booked"
    distribution_id: UUID
    university_id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    amount_minor: int


class ShareBooked(Event):
    """An inventor's own part of a split was booked; `user_id` is null when she has no account."""

    name: ClassVar[str] = "distributions.share.booked"
    share_id: UUID
    distribution_id: UUID
    university_id: UUID
    user_id: UUID | None
    payee_name: str
    title: str
    amount_minor: int
