"""What the room hands out and takes. Amounts are fen."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from marketplace.core.values import Shown


class AccountState(StrEnum):
    """Where an account at the provider stands; the table of moves is in `states.py`."""

    OPENING = "opening"
    ONBOARDING = "onboarding"
    ACTIVE = "active"
    RESTRICTED = "restricted"


class TransferState(StrEnum):
    """Where a transfer stands."""

    WAITING = "waiting"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    SENT = "sent"
    REVERSING = "reversing"
    REVERSED = "reversed"
    FAILED = "failed"


ConnectMove = Literal["fill_in", "look", "use", "stop"]


class ConnectedAccountView(Shown):
    """A university's account: what is still wanted, in words; `usable_from`: it is the university's way, from that day on."""

    state: AccountState
    state_since: datetime
    masked: str
    submitted: bool
    wanted: list[str]
    disabled_reason: str
    opened_by_name: str
    usable_from: date | None


class ConnectView(Shown):
    """Whether the way is open to the reader's university and why not, its account, and what the reader can do now."""

    offered: bool
    reason: str
    country: str
    account: ConnectedAccountView | None
    moves: list[ConnectMove]
    use_refused: str


class OnboardingLink(Shown):
    """Where the provider asks for what is still wanted; good once, for some minutes."""

    url: str


class TransferView(Shown):
    """One line of a batch on its way to the university's account, and from there to its bank."""

    payout_id: UUID
    batch_id: UUID
    number: str
    amount_minor: int
    state: TransferState
    state_since: datetime
    reason: str
    onward_state: Literal["in_transit", "paid", "failed"] | None
    onward_on: date | None
    onward_reason: str
    may_take_back: bool
