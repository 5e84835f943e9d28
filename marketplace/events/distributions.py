"""What the room `distributions` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DistributionEvent(Event):
    """What every announcement about a split carries; `holder_ids` are the right holders, the university first."""

    distribution_id: UUID
    university_id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    amount_minor: int
    holder_ids: tuple[UUID, ...] = ()


class DistributionProposed(DistributionEvent):
    """Income was split by the holders' rules and waits for the approval of each; amounts in fen."""

    name: ClassVar[str] = "distributions.distribution.proposed"


class DistributionObjected(DistributionEvent):
    """A right holder does not agree to a split: it is counted again before anything is booked."""

    name: ClassVar[str] = "distributions.distribution.objected"
    holder_name: str
    reason: str


class DistributionBooked(DistributionEvent):
    """A split was approved by all right holders and booked."""

    name: ClassVar[str] = "distributions.distribution.booked"


class CostRecorded(Event):
    """A cost to be taken out of a contract's first income was written down and waits for a second person."""

    name: ClassVar[str] = "distributions.cost.recorded"
    cost_id: UUID
    organization_id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    amount_minor: int


class ShareBooked(Event):
    """An inventor's or manager's own part of a split was booked; `user_id` is null when she has no account.

    `university_id` is the right holder that the part comes from.
    """

    name: ClassVar[str] = "distributions.share.booked"
    share_id: UUID
    distribution_id: UUID
    university_id: UUID
    user_id: UUID | None
    payee_name: str
    title: str
    amount_minor: int
