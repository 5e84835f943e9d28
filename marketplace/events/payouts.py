"""What the room `payouts` announces."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class PayeeAccountSet(Event):
    """The bank account of a payee was set, or changed: then nothing is paid to it before `usable_from`."""

    name: ClassVar[str] = "payouts.account.set"
    account_id: UUID
    user_id: UUID | None
    payee_name: str
    holder_ids: tuple[UUID, ...]
    masked: str
    usable_from: date
    changed: bool


class PayoutEvent(Event):
    """What every announcement about a batch carries; the sum in fen."""

    batch_id: UUID
    number: str
    organization_id: UUID
    amount_minor: int
    lines: int


class PayoutRequested(PayoutEvent):
    """A batch waits for the approval of a second person."""

    name: ClassVar[str] = "payouts.batch.requested"


class PayoutApproved(PayoutEvent):
    """A batch was approved and its money set aside: its file can go to the bank."""

    name: ClassVar[str] = "payouts.batch.approved"
    requested_by: UUID


class PayoutStopped(PayoutEvent):
    """A batch that nobody had approved was withdrawn by the system, because what it would pay is disputed."""

    name: ClassVar[str] = "payouts.batch.stopped"
    requested_by: UUID
    reason: str


class PayoutLineEvent(Event):
    """What an announcement about one line carries."""

    payout_id: UUID
    batch_id: UUID
    number: str
    organization_id: UUID
    user_id: UUID | None
    payee_name: str
    masked: str
    amount_minor: int


class PayoutConfirmed(PayoutLineEvent):
    """The bank paid a line."""

    name: ClassVar[str] = "payouts.payout.confirmed"


class PayoutReturned(PayoutLineEvent):
    """The bank did not pay a line, or it came back: the money is owed to the payee again."""

    name: ClassVar[str] = "payouts.payout.returned"
    reason: str
