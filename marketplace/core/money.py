"""Money in integer minor units (fen for CNY). No float, ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

BPS = 10_000
"""Basis points in a whole: 370 bps are 3.7 %."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units of one currency; mixing currencies raises `ValueError`."""

    minor: int
    currency: str = "CNY"

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Money) -> bool:
        self._same(other)
        return self.minor <= other.minor


def share_of(minor: int, bps: int) -> int:
    """Return `bps` basis points of an amount in minor units, rounded half-even once, here."""
    return int((Decimal(minor) * bps / BPS).quantize(Decimal(1), ROUND_HALF_EVEN))


def allocate(total_minor: int, weights: Sequence[int]) -> list[int]:
    """Split an amount ≥ 0 by integer weights with the largest-remainder rule.

    The parts sum to the total exactly, none is negative, none is a unit or more away from its exact
    share; ties go to the earlier part. Raises `ValueError` for a negative total or weight, or when all weights are 0.
    """
    whole = sum(weights)
    if total_minor < 0 or whole <= 0 or min(weights) < 0:
        raise ValueError("allocate needs a total of at least 0 and weights that sum to more than 0")
    parts = [total_minor * weight // whole for weight in weights]
    remainders = [total_minor * weight % whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-remainders[i], i))
    for i in by_remainder[: total_minor - sum(parts)]:
        parts[i] += 1
    return parts


def yuan(minor: int) -> str:
    """Write fen as yuan with two decimals and thousands separators, for prose: 123450 → `1,234.50`."""
    sign = "-" if minor < 0 else ""
    whole, fen = divmod(abs(minor), 100)
    return f"{sign}{whole:,}.{fen:02d}"
