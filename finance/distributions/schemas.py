"""What the room hands out and takes. Amounts are fen, shares basis points."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from marketplace.core.values import Frozen, Shown

PayeeKind = Literal["inventor", "unit", "university", "manager", "cost", "platform"]
CostKind = Literal["patent", "valuation", "legal", "brokerage", "tax", "trial", "other"]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=400)]


class DistributionState(StrEnum):
    """Where a split stands; the table of moves is in `states.py`."""

    PROPOSED = "proposed"
    OBJECTED = "objected"
    APPROVED = "approved"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class CostState(StrEnum):
    """Where an agreed cost stands."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"


class InventorShare(Shown):
    """An inventor's part of what her holder gives to its inventors; those of a holder sum to 10,000."""

    payee_id: UUID
    name: str
    user_id: UUID | None = None
    share_bps: int


class HolderRule(Shown):
    """A right holder's part of the net, and how it shares it: tiers are (income of the contract up to, inventors' bps)."""

    organization_id: UUID
    name: str
    share_bps: int
    inventor_tiers: list[tuple[int | None, int]]
    unit_id: UUID | None = None
    unit_name: str = ""
    unit_bps: int
    source: str
    inventors: list[InventorShare]


class CostRule(Shown):
    """A cost that was agreed to come out of the first income, once, and who bore it."""

    id: UUID
    organization_id: UUID
    organization_name: str
    kind: CostKind
    amount_minor: int
    source: str


class CommissionRule(Shown):
    """A technology manager's commission as agreed; one that the firm bears takes nothing out of the income."""

    manager_id: UUID
    manager_name: str
    payer: Literal["university", "firm"]
    rate_bps: int | None = None
    amount_minor: int | None = None
    cap_minor: int | None = None
    source: str


class SplitRule(Shown):
    """Everything that a split is counted by, as it stood on the day on which the money came in."""

    fee_bps: int
    fee_source: str = ""
    costs: list[CostRule] = Field(default_factory=list)
    commission: CommissionRule | None = None
    holders: list[HolderRule]


class ShareView(Shown):
    """One payee's part, its rule and its arithmetic in the reader's language.

    Payees of other holders are summed into one share of kind `holder`.
    """

    id: UUID
    payee_kind: PayeeKind | Literal["holder"]
    payee_name: str
    holder_id: UUID | None
    amount_minor: int
    source: str
    arithmetic: str


class MoneyStep(Shown):
    """One step on the way from the payer: how much leaves here, what is left after it, and by which rule."""

    kind: Literal["gross", "platform", "cost", "manager", "holder"]
    name: str
    amount_minor: int
    left_minor: int
    source: str
    arithmetic: str


class ApprovalView(Shown):
    """A right holder's own yes or no to a split."""

    organization_id: UUID
    name: str
    share_bps: int
    amount_minor: int
    state: Literal["waiting", "approved", "objected"]
    by_name: str | None
    at: datetime | None
    reason: str


class DistributionView(Shown):
    """The split of one payment among those entitled, as one of the right holders may see it.

    `amount_minor` is what is left of it after refunds; while `refunding_minor` may go back as well,
    or `disputed_minor` is withheld by the provider, nothing of it is approved.
    """

    id: UUID
    version: int
    state: DistributionState
    state_since: datetime
    contract_id: UUID
    contract_number: str
    title: str
    invoice_id: UUID
    invoice_number: str
    payment_id: UUID
    university_id: UUID
    firm_name: str
    received_on: date
    amount_minor: int
    refunded_minor: int
    refunding_minor: int
    disputed_minor: int
    ledger_txn_id: int | None
    steps: list[MoneyStep]
    shares: list[ShareView]
    approvals: list[ApprovalView]
    moves: list[Literal["approve", "object", "recount"]]


class RefundedShare(Shown):
    """What a refund takes back of one payee's share (fen); `share_id` names it to the room of payouts."""

    share_id: UUID
    payee_kind: PayeeKind
    payee_id: UUID
    holder_id: UUID | None
    amount_minor: int


class Objection(Frozen):
    """Why a right holder does not agree to a split."""

    reason: Reason


class NewCost(Frozen):
    """A cost that the holders agreed to take out of the first income of a contract, once."""

    contract_id: UUID
    kind: CostKind
    amount_minor: Annotated[int, Field(strict=True, ge=1, le=10**12)]
    source: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=200)]
    agreed_on: date


class CostView(Shown):
    """A cost of a contract, who wrote it down and agreed to it, and how much of it was taken out of income so far."""

    id: UUID
    contract_id: UUID
    contract_number: str
    title: str
    organization_id: UUID
    organization_name: str
    kind: CostKind
    amount_minor: int
    taken_minor: int
    source: str
    agreed_on: date
    state: CostState
    recorded_by_name: str
    agreed_by_name: str | None
    moves: list[Literal["agree", "withdraw"]]
