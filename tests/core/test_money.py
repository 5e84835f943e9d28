"""Money is exact: parts sum to the whole, nobody is a fen off, currencies do not mix."""

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from marketplace.core.money import Money, allocate, read_amount, share_of, yuan


@pytest.mark.fault("L04")
@given(st.integers(0, 2**53 + 1), st.lists(st.integers(0, 10_000), min_size=1, max_size=50).filter(any))
def test_parts_sum_to_the_whole_and_are_less_than_a_fen_off(total: int, weights: list[int]) -> None:
    parts = allocate(total, weights)
    assert sum(parts) == total
    whole = sum(weights)
    assert all(
        abs(part * whole - total * weight) < whole for part, weight in zip(parts, weights, strict=True)
    )


def test_ties_go_to_the_earlier_part() -> None:
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(1, [1, 1]) == [1, 0]


@pytest.mark.parametrize(("total", "weights"), [(-1, [1]), (1, [0, 0]), (1, [2, -1])])
def test_what_cannot_be_split_is_refused(total: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match="allocate needs"):
        allocate(total, weights)


def test_a_share_is_rounded_half_to_even_once() -> None:
    assert [share_of(minor, 5000) for minor in (1, 3, 5)] == [0, 2, 2]
    assert share_of(50_000_000, 370) == 1_850_000


def test_currencies_do_not_mix() -> None:
    assert Money(5) + Money(7) == Money(12)
    with pytest.raises(ValueError, match="do not mix"):
        Money(5) + Money(7, "EUR")


def test_fen_are_written_as_yuan() -> None:
    assert [yuan(minor) for minor in (0, 5, 123_450, -100_000_001)] == [
        "0.00",
        "0.05",
        "1,234.50",
        "-1,000,000.01",
    ]


_TYPED = json.loads((Path(__file__).parents[2] / "frontend/tests/amounts.json").read_text("utf-8"))


@pytest.mark.parametrize(("typed", "expected"), _TYPED)
def test_typed_amounts_are_read_as_the_desk_reads_them(typed: str, expected: int | str) -> None:
    assert read_amount(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("500", 500_000_000),
        ("0.000001", 1),
        ("500万", 500_000_000),
        ("5,000,000元", 500_000_000),
        ("¥500", 500_000_000),
        ("1.2亿", 12_000_000_000),
        ("1000000", 10**12),
        ("1000000.01", "over_limit"),
        ("9" * 5000, "over_limit"),
        ("0" * 5000 + "5", 5_000_000),
        ("٣", "not_a_number"),
    ],
)
def test_where_the_label_counts_in_ten_thousands_a_bare_number_does(typed: str, expected: int | str) -> None:
    assert read_amount(typed, plain_zeros=4, most_minor=10**12) == expected
