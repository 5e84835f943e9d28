"""Money in integer minor units (fen for CNY). No float, ever."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final, Literal

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


AmountFault = Literal["not_a_number", "negative", "too_many_decimals", "over_limit"]
MOST_MINOR: Final = 10**15
"""10 trillion yuan: the most that is kept as one amount."""
_FEN_ZEROS: Final = 2
_ZEROS: Final = {
    "": 0, "十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "万亿": 12, "k": 3, "thousand": 3, "m": 6, "million": 6, "billion": 9,
}  # fmt: skip
_AMOUNT: Final = re.compile(
    r"([+-]?)(?:¥|cny|rmb)?([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.([0-9]*))?"
    r"(?:([十百千])?(万亿|万|亿)?|(k|thousand|m|million|billion))(元|yuan|cny|rmb)?"
)


def read_amount(typed: str, *, plain_zeros: int = 0, most_minor: int = MOST_MINOR) -> int | AmountFault:
    """Read an amount as people type it (12.5万, 3,000元, 1.2 million, full-width digits) in fen, or say why it is none.

    A bare number counts units of 10 to the `plain_zeros` yuan: 4 where the label says 万元. Nothing is rounded.
    The desk reads amounts alike: both pass `frontend/tests/amounts.json`.
    """
    plain = "".join(unicodedata.normalize("NFKC", typed).lower().replace("−", "-").split())
    match = _AMOUNT.fullmatch(plain)
    sign, whole, decimals, tens, myriads, western, currency = match.groups("") if match else ("",) * 7
    if not whole + decimals:
        return "not_a_number"
    if sign == "-":
        return "negative"
    unit = _ZEROS[tens] + _ZEROS[myriads] + _ZEROS[western]
    zeros = _FEN_ZEROS + (unit if unit or currency else plain_zeros)
    decimals = decimals.rstrip("0")
    if len(decimals) > zeros:
        return "too_many_decimals"
    digits = whole.replace(",", "").lstrip("0") + decimals.ljust(zeros, "0")
    # A number of more digits than the limit is not worth converting, however long it is.
    if len(digits.lstrip("0")) > len(str(most_minor)) or int(digits) > most_minor:
        return "over_limit"
    return int(digits)
