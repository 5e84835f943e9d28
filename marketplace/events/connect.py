"""What the room `connect` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class ConnectAccountReady(Event):
    """The provider found a university's account good: a second person can make it the university's way."""

    name: ClassVar[str] = "connect.account.ready"
    account_id: UUID
    organization_id: UUID
    opened_by: UUID


class ConnectAccountRestricted(Event):
    """The provider wants more of an account: the university is paid by bank until that is given and the account used again."""

    name: ClassVar[str] = "connect.account.restricted"
    account_id: UUID
    organization_id: UUID


class OnwardPayoutFailed(Event):
    """A university's bank did not take what its account paid out: the money, in fen, is back in the account."""

    name: ClassVar[str] = "connect.payout.failed"
    organization_id: UUID
    payout_ref: str
    amount_minor: int
    numbers: str
    reason: str
