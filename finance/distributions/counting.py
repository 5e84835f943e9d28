"""Who is entitled to how much of the payments of a contract, exactly. Pure; `shares` turns it into whole fen.

Order: platform's fee, agreed costs once, technology manager's commission, the right holders by their parts (专利法 §14);
of a holder's net its inventors by the tiers of its reward policy (促进科技成果转化法 §45), its school, itself the rest.
Each payment is counted by the rule of its own day: a later rule changes nothing that came in before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from finance.distributions.schemas import CommissionRule, HolderRule, PayeeKind, SplitRule
from marketplace.core.money import BPS


class Payee(NamedTuple):
    """Who gets a part and on what ground; an inventor of two holders is two payees."""

    kind: PayeeKind
    id: UUID
    holder_id: UUID | None


@dataclass(slots=True)
class Counted:
    """One payment, counted: each step in fen, exact. The parts of all payees sum to the payment."""

    gross_minor: int
    received_minor: int
    fee: Fraction = Fraction(0)
    costs: dict[UUID, Fraction] = field(default_factory=dict)
    costs_before: dict[UUID, Fraction] = field(default_factory=dict)
    commission: Fraction = Fraction(0)
    commission_before: Fraction = Fraction(0)
    holders: dict[UUID, Fraction] = field(default_factory=dict)
    slices: dict[UUID, list[tuple[int, int]]] = field(default_factory=dict)
    parts: dict[Payee, Fraction] = field(default_factory=dict)

    @property
    def net(self) -> Fraction:
        """What is left for the right holders."""
        return self.gross_minor - self.fee - sum(self.costs.values()) - self.commission


def count_payments(
    payments: Iterable[tuple[int, SplitRule]], *, platform_id: UUID
) -> tuple[list[Counted], dict[Payee, Fraction]]:
    """Count the payments (fen, rule of the day) of one contract in order; return each, and what all give to each payee.

    No part is negative, and none falls with a later payment.
    """
    received, commission = 0, Fraction(0)
    costs: dict[UUID, Fraction] = {}
    entitled: dict[Payee, Fraction] = {}
    counted = []
    for amount_minor, rule in payments:
        received += amount_minor
        one = Counted(amount_minor, received, costs_before=dict(costs), commission_before=commission)
        one.fee = Fraction(amount_minor * rule.fee_bps, BPS)
        left = amount_minor - one.fee
        for cost in rule.costs:
            taken = min(left, max(Fraction(0), cost.amount_minor - costs.get(cost.id, Fraction(0))))
            one.costs[cost.id] = taken
            costs[cost.id] = costs.get(cost.id, Fraction(0)) + taken
            left -= taken
        one.commission = min(left, max(Fraction(0), _commission(rule.commission, received) - commission))
        commission += one.commission
        for holder in rule.holders:
            net = one.net * holder.share_bps / BPS
            one.holders[holder.organization_id] = net
            one.slices[holder.organization_id] = cut(holder.inventor_tiers, received - amount_minor, received)
            _share_out(one, holder, net)
        _take_before_holders(one, rule, platform_id)
        for payee, part in one.parts.items():
            entitled[payee] = entitled.get(payee, Fraction(0)) + part
        counted.append(one)
    return counted, entitled


def _commission(terms: CommissionRule | None, received_minor: int) -> Fraction:
    if terms is None or terms.payer != "university" or received_minor <= 0:
        return Fraction(0)
    if terms.amount_minor is not None:
        return Fraction(terms.amount_minor)
    owed = Fraction(received_minor * (terms.rate_bps or 0), BPS)
    return owed if terms.cap_minor is None else min(owed, Fraction(terms.cap_minor))


def _share_out(one: Counted, holder: HolderRule, net: Fraction) -> None:
    inventors = net * sum(
        (Fraction(minor * bps, one.gross_minor * BPS) for minor, bps in one.slices[holder.organization_id]),
        Fraction(0),
    )
    for person in holder.inventors:
        one.parts[Payee("inventor", person.payee_id, holder.organization_id)] = (
            inventors * person.share_bps / BPS
        )
    unit = net * holder.unit_bps / BPS
    if holder.unit_id is not None:
        one.parts[Payee("unit", holder.unit_id, holder.organization_id)] = unit
    rest = net - inventors - (unit if holder.unit_id is not None else 0)
    one.parts[Payee("university", holder.organization_id, holder.organization_id)] = rest


def _take_before_holders(one: Counted, rule: SplitRule, platform_id: UUID) -> None:
    for cost in rule.costs:
        payee = Payee("cost", cost.id, cost.organization_id)
        one.parts[payee] = one.costs[cost.id]
    if rule.commission is not None and rule.commission.payer == "university":
        payee = Payee("manager", rule.commission.manager_id, rule.holders[0].organization_id)
        one.parts[payee] = one.commission
    one.parts[Payee("platform", platform_id, None)] = one.fee


def cut(
    tiers: Sequence[tuple[int | None, int]], before_minor: int, total_minor: int
) -> list[tuple[int, int]]:
    """Cut the income between two totals of a contract at the borders of the tiers: (fen, inventors' bps) each.

    The last tier goes on without end.
    """
    slices, below = [], 0
    for number, (up_to, bps) in enumerate(tiers, start=1):
        top = total_minor if up_to is None or number == len(tiers) else min(total_minor, up_to)
        inside = max(0, top - max(below, before_minor))
        if inside:
            slices.append((inside, bps))
        below = max(below, top)
    return slices
