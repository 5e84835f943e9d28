"""How a payment is split to the fen when it is one of many for the same contract. Pure.

Each payment rounded by itself would let the rounding drift over many instalments. Here each party's part is what it is
entitled to of all payments so far, less what it was given. Nobody is ever ahead by a fen or more, so nobody can be behind
by as many fen as there are others, however many payments. Behind by a whole fen is rare: shares change between payments of
a few fen among many parties. No rule that does not know the coming payments can rule it out; the next ones make it good.
"""

from collections.abc import Sequence
from fractions import Fraction


def split_to_entitlements(
    payment_minor: int, entitled: Sequence[Fraction], given_minor: Sequence[int]
) -> list[int]:
    """Split a payment so that each party comes as near as whole units allow to its entitlement of all payments so far.

    `entitled` is exact, in minor units, and sums to all payments, this one included. The parts sum to the payment and none
    is negative; ties go to the earlier party.
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
