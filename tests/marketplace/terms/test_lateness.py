"""Late interest: simple, by the day, rounded half up to a fen, once."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from marketplace.terms import PRESETS, TermSheet, interest_on_parts, late_interest

DUE = date(2027, 3, 4)


def sheet(bps: int) -> TermSheet:
    return PRESETS["beijing"][1]().model_copy(update={"late_interest_bps_per_day": bps})


@pytest.mark.parametrize(
    ("bps", "minor", "days", "expected"),
    [
        (5, 8_000_000, 0, 0),  # the last day to pay is in time
        (5, 8_000_000, 1, 4_000),
        (5, 8_000_000, 37, 148_000),
        (5, 1_000, 1, 1),  # half a fen is a fen
        (5, 999, 1, 0),  # 0.4995
        (3, 5_000, 1, 2),  # 1.5
        (0, 8_000_000, 100, 0),  # agreed: none
        (100, 10**13, 365, 36_500_000_000_000),
    ],
)
def test_worked_examples(bps: int, minor: int, days: int, expected: int) -> None:
    assert late_interest(sheet(bps), minor, DUE, DUE + timedelta(days=days)) == expected


def test_paid_before_the_last_day_costs_nothing() -> None:
    assert late_interest(sheet(5), 8_000_000, DUE, DUE - timedelta(days=20)) == 0


def test_parts_bear_interest_for_their_own_days() -> None:
    parts = [(3_000_000, date(2027, 4, 1)), (5_000_000, date(2027, 4, 10))]
    assert interest_on_parts(5, DUE, parts) == 42_000 + 92_500


@given(
    st.integers(0, 100), st.lists(st.tuples(st.integers(0, 10**12), st.integers(-30, 400)), min_size=1, max_size=6)
)  # fmt: skip
def test_splitting_a_payment_of_one_day_changes_nothing_and_rounding_is_within_half_a_fen(
    bps: int, drawn: list[tuple[int, int]]
) -> None:
    parts = [(minor, DUE + timedelta(days=days)) for minor, days in drawn]
    halves = [(half, day) for minor, day in parts for half in (minor // 2, minor - minor // 2)]
    found = interest_on_parts(bps, DUE, parts)
    assert found == interest_on_parts(bps, DUE, halves)
    exact = sum(minor * bps * max(days, 0) for minor, days in drawn)
    assert -5_000 <= exact - found * 10_000 < 5_000 or exact - found * 10_000 == -5_000
