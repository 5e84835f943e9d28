"""The split rule (L04): sums exact, never negative, nobody ahead by a fen, nobody left behind, however many payments."""

import os
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from finance.distributions.shares import split_to_entitlements

weights = st.lists(st.integers(0, 10_000), min_size=1, max_size=50).filter(any)
amounts = st.one_of(st.sampled_from([0, 1, 2, 3, 99, 2**53 + 1]), st.integers(0, 10**12))


def split_by_shares(payment: int, shares: list[int], given_minor: list[int]) -> list[int]:
    """Split a payment by shares that stay the same, after what each party got before."""
    total, whole = payment + sum(given_minor), sum(shares)
    return split_to_entitlements(payment, [Fraction(total * share, whole) for share in shares], given_minor)


@pytest.mark.fault("L04")
@settings(max_examples=400, deadline=None)
@given(weights, st.lists(amounts, min_size=1, max_size=24))
def test_many_payments_never_drift(shares: list[int], payments: list[int]) -> None:
    given_minor, whole = [0] * len(shares), sum(shares)
    for payment in payments:
        parts = split_by_shares(payment, shares, given_minor)
        assert sum(parts) == payment
        assert min(parts) >= 0
        given_minor = [a + b for a, b in zip(given_minor, parts, strict=True)]
        total = sum(given_minor)
        behind = [
            Fraction(total * share, whole) - got for share, got in zip(shares, given_minor, strict=True)
        ]
        assert min(behind) > -1
        assert max(behind) < max(1, len(shares) - 1)


@pytest.mark.fault("L04")
@given(amounts)
def test_one_party_takes_all_and_a_share_of_zero_takes_nothing(payment: int) -> None:
    assert split_by_shares(payment, [10_000], [0]) == [payment]
    assert split_by_shares(payment, [0, 10_000, 0], [0, 0, 0]) == [0, payment, 0]


def test_an_earlier_overpayment_is_made_good_by_later_payments() -> None:
    assert split_by_shares(10, [1, 1], [20, 0]) == [0, 10]
    assert split_by_shares(30, [1, 1], [20, 0]) == [5, 25]


@pytest.mark.fault("L04")
@given(weights, amounts, st.data())
def test_any_earlier_split_still_gives_an_exact_nonnegative_one(
    shares: list[int], payment: int, data: st.DataObject
) -> None:
    earlier = data.draw(st.lists(st.integers(0, 10**9), min_size=len(shares), max_size=len(shares)))
    parts = split_by_shares(payment, shares, earlier)

    assert sum(parts) == payment
    assert min(parts) >= 0


SPLITS = int(os.environ.get("SPLITS", "20000"))
"""`make faults` splits a million times."""
EDGES = (0, 1, 2, 99, 2**53 + 1)


@pytest.mark.timeout(1_800)
@pytest.mark.fault("L04", holds=())
def test_random_splits_of_any_size_among_any_number_are_exact() -> None:
    """1 to 50 parties, shares of 0 and of the whole, instalments one after the other under one contract."""
    chance, done = random.Random(20_260_704), 0
    while done < SPLITS:
        parties = min(50, 1 + int(chance.expovariate(0.25)))
        shares = [chance.choice((0, chance.randint(0, 10_000), 10_000)) for _ in range(parties)]
        shares[chance.randrange(parties)] += 1
        whole, total, given_minor = sum(shares), 0, [0] * parties
        for _ in range(chance.randint(1, 6)):
            payment = chance.choice(EDGES) if chance.random() < 0.2 else int(10 ** (12 * chance.random()))
            parts = split_by_shares(payment, shares, given_minor)
            total += payment
            given_minor = [a + b for a, b in zip(given_minor, parts, strict=True)]
            assert sum(parts) == payment, (shares, payment)
            assert min(parts) >= 0, (shares, payment)
            assert all(  # less than a fen off, in whole numbers
                abs(total * share - got * whole) < whole
                for share, got in zip(shares, given_minor, strict=True)
            ), (shares, given_minor)
            done += 1
