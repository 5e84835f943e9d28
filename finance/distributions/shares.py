"""How a payment is split to the fen when it is one of many for the same contract. Pure.

Each payment rounded by itself would let the rounding drift over many instalments. Here each party's part is what it is
entitled to of all payments so far, less what it was given: nobody is ever a fen or more from the exact share.
"""

from collections.abc import Sequence
from fractions import Fraction


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
        payment_minor, [Fraction(total * weight, whole) for weight in weights], given_minor
    )


def split_to_entitlements(
    payment_minor: int, entitled: Sequence[Fraction], given_minor: Sequence[int]
) -> list[int]:
    """Split a payment so that each party comes as near as whole units allow to its entitlement of all payments so far.

    `entitled` is exact, in minor units, and sums to all payments, this one included.
    """
    deficits = [claim - given for claim, given in zip(entitled, given_minor, strict=True)]
    parts = [max(0, deficit.__floor__()) for deficit in deficits]
    left = payment_minor - sum(parts)
    remainders = [deficit - part for deficit, part in zip(deficits, parts, strict=True)]
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
