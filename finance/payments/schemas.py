"""What the room takes in and hands out. Amounts are fen, days are Shanghai dates."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from marketplace.core.values import Frozen, Shown


class OnlineWay(StrEnum):
    """A way to pay through the provider; the payer chooses, and the provider is told to take nothing else."""

    CARD = "card"
    ALIPAY = "alipay"
    WECHAT_PAY = "wechat_pay"


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
    """One attempt to pay by a way; `method` is the provider's word for it.

    While the payer has to act, `url` is the page to open, or `qr` an image (a data address) of the code to scan and `scan`
    the text in it; `seconds_left` counts down to when it is withdrawn.
    """

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
    way: OnlineWay
    url: str | None
    qr: str | None
    scan: str | None
    seconds_left: int | None


class WayView(Shown):
    """A way to pay a bill: whether it is open, and in words how it goes or why not (`reason` is the stable code).

    `refund_days`: for how long it can be refunded the way it came; None where there is no such end.
    """

    way: OnlineWay | Literal["bank_transfer"]
    name: str
    open: bool
    why: str
    reason: str | None
    refund_days: int | None


class WaysView(Shown):
    """The ways to pay what is open on a bill (fen), and the attempt that is under way."""

    invoice_id: UUID
    amount_minor: int
    currency: str
    ways: list[WayView]
    live: PaymentView | None


class NewPayLink(Frozen):
    """For whom a pay link is made, as the firm calls her."""

    for_whom: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class PayLinkView(Shown):
    """A pay link: its secret address while it opens the bill, and how often somebody looked."""

    id: UUID
    for_whom: str
    made_by_name: str
    created_at: datetime
    expires_at: datetime
    state: Literal["open", "expired", "withdrawn"]
    opened_times: int
    last_opened_at: datetime | None
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
