"""How a payment is split to the fen when it is one of many for the same contract. Pure.

Each payment rounded by itself would let the rounding drift over many instalments. Here each party's part is what it is
entitled to of all payments so far, less what it was given: nobody is ever a fen or more from the exact share.
"""

from collections.abc import Sequence
from typing import NamedTuple

from marketplace.core.money import BPS


def split_by_deficit(payment_minor: int, weights: Sequence[int], given_minor: Sequence[int]) -> list[int]:
    """Split a payment (minor units, ≥ 0) by fixed weights, given what each party received of earlier payments.

    The parts sum to the payment and none is negative; ties go to the earlier party. Raises `ValueError` for negative
    input, unequal lengths, or when all weights are 0.
    """
    whole = sum(weights)
    if len(weights) != len(given_minor) or whole <= 0 or min((payment_minor, *weights, *given_minor)) < 0:
        raise ValueError(
            "split_by_deficit needs amounts and weights of at least 0, as many as parties, not all weights 0"
        )
    total = payment_minor + sum(given_minor)
    return split_to_entitlements(
        payment_minor, [total * weight for weight in weights], given_minor, scale=whole
    )


def split_to_entitlements(
    payment_minor: int, entitled: Sequence[int], given_minor: Sequence[int], *, scale: int
) -> list[int]:
    """Split a payment so that each party comes as near as whole units allow to its entitlement of all payments so far.

    `entitled` is counted in 1/`scale` of a minor unit and sums to `scale` times all payments, this one included.
    """
    deficits = [claim - given * scale for claim, given in zip(entitled, given_minor, strict=True)]
    parts = [max(0, deficit // scale) for deficit in deficits]
    left = payment_minor - sum(parts)
    remainders = [deficit - part * scale for deficit, part in zip(deficits, parts, strict=True)]
    if (
        left < 0
    ):  # somebody had too much before: those with the smallest claim give back what the clipping took
        for i in sorted(range(len(parts)), key=lambda i: (remainders[i], i)):
            taken = min(parts[i], -left)
            parts[i] -= taken
            left += taken
    for i in sorted(range(len(parts)), key=lambda i: (-remainders[i], i))[:left]:
        parts[i] += 1
    return parts


class Tier(NamedTuple):
    """A slice of a contract's income: up to a total in minor units (None: without end), and the inventors' bps of its net."""

    up_to_minor: int | None
    inventor_bps: int


class Rule(NamedTuple):
    """Who gets what: the platform's fee first, then of the net the inventors by tiers, the school, the university the rest."""

    fee_bps: int
    tiers: tuple[Tier, ...]
    unit_bps: int
    inventor_shares_bps: tuple[int, ...]


SCALE = BPS**3
"""Entitlements are exact in parts of fee × rate × share, each in basis points."""


def entitlements(rule: Rule, total_minor: int) -> list[int]:
    """Return what each party is entitled to of all income of a contract so far, in 1/`SCALE` of a minor unit.

    Order: the inventors, the school, the university, the platform. They sum to `SCALE` × total exactly.
    """
    net = BPS - rule.fee_bps
    inventors_bps = sum(amount * tier.inventor_bps for amount, tier in _slices(rule.tiers, total_minor))
    inventors = [inventors_bps * net * share for share in rule.inventor_shares_bps]
    unit = total_minor * rule.unit_bps * net * BPS
    platform = total_minor * rule.fee_bps * BPS * BPS
    return [*inventors, unit, total_minor * SCALE - sum(inventors) - unit - platform, platform]


def _slices(tiers: Sequence[Tier], total_minor: int) -> list[tuple[int, Tier]]:
    """Cut a total at the borders of the tiers; the last tier goes on without end."""
    slices, below = [], 0
    for number, tier in enumerate(tiers, start=1):
        top = (
            total_minor
            if tier.up_to_minor is None or number == len(tiers)
            else min(total_minor, tier.up_to_minor)
        )
        slices.append((max(0, top - below), tier))
        below = max(below, top)
    return slices
