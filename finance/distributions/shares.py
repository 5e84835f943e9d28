"""How a payment is split to the fen when it is one of many for the same contract."""

from collections.abc import Sequence


def split_by_deficit(payment_minor: int, weights: Sequence[int], given_minor: Sequence[int]) -> list[int]:
    """Split a payment (minor units, ≥ 0) so that everybody's total stays within one unit of the exact share.

    `given_minor` is what each party received of earlier payments. Each payment settled by itself would let the
    rounding drift over many instalments; here each party's part is its exact share of all payments so far,
    less what it was given. The parts sum to the payment and none is negative; ties go to the earlier party.
    Raises `ValueError` for negative input, unequal lengths, or when all weights are 0.
    """
    whole = sum(weights)
    if len(weights) != len(given_minor) or whole <= 0 or min((payment_minor, *weights, *given_minor)) < 0:
        raise ValueError(
            "split_by_deficit needs amounts and weights of at least 0, as many as parties, not all weights 0"
        )
    total = payment_minor + sum(given_minor)
    deficits = [total * weight - given * whole for weight, given in zip(weights, given_minor, strict=True)]
    parts = [max(0, deficit // whole) for deficit in deficits]
    left = payment_minor - sum(parts)
    remainders = [deficit - part * whole for deficit, part in zip(deficits, parts, strict=True)]
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
