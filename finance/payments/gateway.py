"""The port to a payment provider: what we ask, what we are told, and how it can go wrong.

A provider is never the book of record. A call that was cut short leaves its outcome unknown: only the provider's own
answer settles it, asked again under the same key or found by our attempt's id.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

FIRST_LOOK = timedelta(seconds=60)
"""How long after asking we look for ourselves, if no notice came."""
LONGEST_PAUSE = timedelta(hours=1)
KEY_LIFE = timedelta(hours=22)
"""How long a repeat under the same key is safe: Stripe may forget a key after 24 hours."""

ProviderState = Literal["requires_action", "processing", "succeeded", "failed", "canceled"]
Method = Literal["card", "alipay", "wechat_pay"]
"""How a payer pays online: a card on the provider's page, Alipay on its own page, WeChat Pay by a QR code on ours."""


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """One attempt to collect an amount in minor units by one method; `key` makes a repeated request harmless for 24 hours."""

    attempt_id: UUID
    key: str
    method: Method
    amount_minor: int
    currency: str
    title: str
    return_url: str
    cancel_url: str
    locale: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ProviderPayment:
    """What the provider says about an attempt now; what it keeps for itself is told by its movements.

    While the payer has to act, `url` is the page to open or `qr` the text of the code to scan.
    """

    provider_ref: str
    state: ProviderState
    amount_minor: int
    currency: str
    attempt_id: UUID | None
    url: str | None = None
    capture_ref: str | None = None
    method: str | None = None
    qr: str | None = None


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """A verified announcement of a provider and what it is about."""

    event_id: str
    kind: str
    object_ref: str
    attempt_id: UUID | None
    refund_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ProviderMovement:
    """One line of the provider's own account of our money, minor units: what came or went, the fee, and what is left of it.

    `kind` is the provider's word: `charge`, `payout`, `refund` … `capture_ref` names the payment of a charge; a payout is
    `settled` once the provider says that it paid. From `available_at` on the money can leave the provider.
    """

    ref: str
    kind: str
    source_ref: str
    capture_ref: str
    attempt_id: UUID | None
    amount_minor: int
    fee_minor: int
    net_minor: int
    currency: str
    happened_at: datetime
    settled: bool
    available_at: datetime


RefundState = Literal["processing", "succeeded", "failed"]


@dataclass(frozen=True, slots=True)
class RefundRequest:
    """An amount (minor units) of a captured payment that goes back; `key` makes a repeated request harmless for 24 hours."""

    refund_id: UUID
    attempt_id: UUID
    key: str
    capture_ref: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ProviderRefund:
    """What the provider says about a refund now; `reason` is its word for a failure."""

    provider_ref: str
    state: RefundState
    amount_minor: int
    currency: str
    refund_id: UUID | None
    reason: str = ""


DisputeState = Literal["needs_response", "under_review", "won", "lost"]


@dataclass(frozen=True, slots=True)
class ProviderDispute:
    """What the provider says about a dispute now: a payer's bank wants an amount (minor units) of a captured payment back.

    `withdrawn` once the provider took the amount from us, `reinstated` once it gave it back; an inquiry takes nothing.
    `reason` is its word; evidence is taken until `due_by`.
    """

    provider_ref: str
    state: DisputeState
    capture_ref: str
    amount_minor: int
    currency: str
    reason: str
    due_by: datetime | None
    opened_at: datetime
    withdrawn: bool
    reinstated: bool


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A paper for the bank that decides a dispute; `part` says what it proves."""

    part: Literal["contract", "bill", "use", "other"]
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Evidence:
    """The answer to a dispute; `key` makes a repeated submission harmless for 24 hours."""

    provider_ref: str
    key: str
    subject: str
    payer: str
    text: str
    files: tuple[EvidenceFile, ...]


def next_look(now: datetime, tries: int) -> datetime:
    """Return when to look again after so many looks: each pause twice the one before, an hour at most."""
    return now + min(LONGEST_PAUSE, FIRST_LOOK * (1 << min(tries, 8)))


class GatewayUnknown(Exception):
    """The call was cut short or answered with an error of the provider: it may or may not have worked."""


class GatewayMisused(GatewayUnknown):
    """The provider knows our key with other contents: a defect of ours. What it did the first time is to be looked for."""


class GatewayRefused(Exception):
    """The provider refused: nothing happened there."""


class GatewayShort(GatewayRefused):
    """The provider refused because the money is not there, or not yet: nothing happened, asking later may work."""


class EventRefused(Exception):
    """A webhook body that is not a genuine, readable event; `reason` is a stable code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gateway(Protocol):
    """A payment provider. No call may be made inside a database transaction."""

    name: str

    def start(self, request: PaymentRequest) -> ProviderPayment:
        """Ask the provider to collect; raises `GatewayUnknown`, `GatewayRefused`."""

    def fetch(self, provider_ref: str) -> ProviderPayment:
        """Return what the provider says now; raises `GatewayUnknown`, `GatewayRefused`."""

    def find(self, attempt_id: UUID, since: datetime) -> ProviderPayment | None:
        """Look for an attempt by our id among what was started since; raises `GatewayUnknown`."""

    def refund(self, request: RefundRequest) -> ProviderRefund:
        """Ask the provider to send money of a payment back; raises `GatewayUnknown`, `GatewayRefused`."""

    def fetch_refund(self, provider_ref: str) -> ProviderRefund:
        """Return what the provider says about a refund now; raises `GatewayUnknown`, `GatewayRefused`."""

    def find_refund(self, capture_ref: str, refund_id: UUID) -> ProviderRefund | None:
        """Look for a refund by our id among all refunds of a payment; raises `GatewayUnknown`, `GatewayRefused`."""

    def movements(self, since: datetime) -> list[ProviderMovement]:
        """Return what moved our balance at the provider since an instant, oldest first; raises `GatewayUnknown`, `GatewayRefused`."""

    def cancel(self, provider_ref: str) -> ProviderPayment:
        """Withdraw an attempt that is not paid, or return how it stands; raises `GatewayUnknown`."""

    def read_event(self, body: bytes, signature: str) -> ProviderEvent:
        """Verify a webhook on its raw bytes; raises `EventRefused` and nothing else."""

    def missed(self, since: datetime) -> list[tuple[ProviderEvent, bytes]]:
        """Return the announcements since an instant that never reached us; raises `GatewayUnknown`, `GatewayRefused`."""

    def told(self, body: bytes) -> ProviderPayment | None:
        """Return the payment that a verified event tells of for good, which is one that came in; None for other news.

        Money that came in stays so, whatever is told before or after. Other news may be overtaken: who hears it asks.
        """

    def fetch_dispute(self, provider_ref: str) -> ProviderDispute:
        """Return what the provider says about a dispute now; raises `GatewayUnknown`, `GatewayRefused`."""

    def list_disputes(self, since: datetime) -> list[ProviderDispute]:
        """Return all disputes opened since an instant; raises `GatewayUnknown`, `GatewayRefused`."""

    def submit_evidence(self, evidence: Evidence) -> ProviderDispute:
        """Send the answer to a dispute, which can be done once; raises `GatewayUnknown`, `GatewayRefused`."""


@dataclass(frozen=True, slots=True)
class AccountRequest:
    """An account at the provider for an organization; `key` makes a repeated request harmless for 24 hours."""

    account_id: UUID
    key: str
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class ProviderAccount:
    """What the provider says about an account now: whether it may take transfers, and what is still wanted, in its words."""

    provider_ref: str
    account_id: UUID | None
    active: bool
    submitted: bool
    wanted: tuple[str, ...]
    disabled_reason: str


@dataclass(frozen=True, slots=True)
class TransferRequest:
    """An amount (minor units) that goes from our balance to an account; `key` makes a repeated request harmless for 24 hours."""

    payout_id: UUID
    key: str
    account_ref: str
    amount_minor: int
    currency: str
    group: str


@dataclass(frozen=True, slots=True)
class ProviderTransfer:
    """What the provider says about a transfer now; `reversal_ref` names the latest of what took something back."""

    provider_ref: str
    account_ref: str
    payout_id: UUID | None
    amount_minor: int
    currency: str
    reversed_minor: int
    reversal_ref: str


OnwardState = Literal["in_transit", "paid", "failed"]


@dataclass(frozen=True, slots=True)
class OnwardPayout:
    """What an account paid on to its own bank: the transfers that it carries, and the failed payouts whose money it carries again."""

    provider_ref: str
    account_ref: str
    state: OnwardState
    reason: str
    transfer_refs: tuple[str, ...]
    earlier_refs: tuple[str, ...]
    arrives_at: datetime


class TransferGateway(Protocol):
    """Accounts at a provider and the money that goes to them. No call may be made inside a database transaction.

    All raise `GatewayUnknown` and `GatewayRefused`; asking for money that is not there raises `GatewayShort`.
    """

    name: str

    def open_account(self, request: AccountRequest) -> ProviderAccount:
        """Open an account that its owner then fills in."""

    def find_account(self, account_id: UUID) -> ProviderAccount | None:
        """Look for an account by our id among all accounts."""

    def fetch_account(self, account_ref: str) -> ProviderAccount:
        """Return an account as it stands now."""

    def link(self, account_ref: str, *, back_url: str) -> str:
        """Return an address at which the owner of an account fills in what is wanted; good once, for some minutes."""

    def transfer(self, request: TransferRequest) -> ProviderTransfer:
        """Send an amount to an account."""

    def fetch_transfer(self, transfer_ref: str) -> ProviderTransfer:
        """Return a transfer as it stands now."""

    def find_transfer(self, request: TransferRequest) -> ProviderTransfer | None:
        """Look for a transfer by our id among all that went to its account."""

    def reverse(self, transfer_ref: str, *, key: str) -> ProviderTransfer:
        """Take a whole transfer back."""

    def fetch_onward(self, account_ref: str, payout_ref: str) -> OnwardPayout:
        """Return a payout of an account to its bank as it stands now."""

    def list_onward(self, account_ref: str, since: datetime) -> list[OnwardPayout]:
        """Return the payouts of an account to its bank since an instant, oldest first."""

    def account_of(self, body: bytes) -> str:
        """Return the account inside which a verified event happened; empty for our own."""
