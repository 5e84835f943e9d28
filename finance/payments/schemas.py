"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
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


class PaymentView(Shown):
    """One attempt to pay. `url` is the provider's page while the payer has to act; `method` how it was paid."""

    id: UUID
    invoice_id: UUID
    invoice_number: str
    provider: str
    state: PaymentState
    state_since: datetime
    currency: str
    amount_minor: int
    fee_minor: int | None
    method: str | None
    url: str | None


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


class TroubleKind(StrEnum):
    """What went wrong: why an announcement was refused, or `key_misused`, a key that we sent with other contents."""

    TOLERANCE = "tolerance"
    SIGNATURE = "signature"
    MODE = "mode"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    KEY_MISUSED = "key_misused"


class ProviderTrouble(Shown):
    """How often something went wrong with a provider on a day; `serious` when administrators were told."""

    provider: str
    kind: TroubleKind
    day: date
    count: int
    last_at: datetime
    detail: str
    serious: bool
