"""What the room hands out. Amounts are fen."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from uuid import UUID

from marketplace.core.values import Shown

PayeeKind = Literal["inventor", "unit", "university", "platform"]


class DistributionState(StrEnum):
    """Where a split stands; the table of moves is in `states.py`."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    BOOKED = "booked"
    WITHDRAWN = "withdrawn"


class ShareView(Shown):
    """One payee's part."""

    id: UUID
    payee_kind: PayeeKind
    payee_name: str
    amount_minor: int


class RuleView(Shown):
    """What a split was counted by: the platform's fee first, then the university's rule on the net."""

    source: str
    fee_bps: int
    unit_bps: int
    inventor_tiers: list[tuple[int | None, int]]


class DistributionView(Shown):
    """The split of one payment among those entitled."""

    id: UUID
    version: int
    state: DistributionState
    state_since: datetime
    contract_id: UUID
    contract_number: str
    title: str
    invoice_id: UUID
    invoice_number: str
    university_id: UUID
    firm_name: str
    amount_minor: int
    rule: RuleView
    shares: list[ShareView]


class OwnShare(Shown):
    """An inventor's own part of a split, and whether it is booked."""

    id: UUID
    title: str
    contract_number: str
    university_name: str
    amount_minor: int
    state: DistributionState
    on: date


class OwnShares(Shown):
    """What an inventor was credited in all, and each part of it."""

    booked_minor: int
    proposed_minor: int
    shares: list[OwnShare]
