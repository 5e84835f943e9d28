"""Days are Shanghai's days, and deadlines count working days."""

from datetime import UTC, date, datetime

import pytest

from marketplace.core.clock import business_date, end_of_day, start_of_day
from marketplace.core.workdays import add_workdays, is_workday


@pytest.mark.fault("T01")
def test_midnight_in_shanghai_is_four_in_the_afternoon_utc() -> None:
    assert business_date(datetime(2026, 11, 23, 15, 59, 59, tzinfo=UTC)) == date(2026, 11, 23)
    assert business_date(datetime(2026, 11, 23, 16, 0, 1, tzinfo=UTC)) == date(2026, 11, 24)
    assert (
        start_of_day(date(2026, 11, 24))
        == end_of_day(date(2026, 11, 23))
        == datetime(2026, 11, 23, 16, tzinfo=UTC)
    )


@pytest.mark.fault("T04")
def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        business_date(datetime(2026, 1, 1))  # noqa: DTZ001  that is the point


def test_holidays_and_make_up_days_count_as_announced() -> None:
    assert not is_workday(date(2025, 10, 1)), "National Day, a Wednesday"
    assert is_workday(date(2025, 9, 28)), "a Sunday that was worked"
    assert add_workdays(date(2025, 9, 30), 3) == date(2025, 10, 11), "eight days off, then a worked Saturday"


def test_a_year_not_yet_announced_knows_weekends_only() -> None:
    assert add_workdays(date(2040, 11, 23), 3) == date(2040, 11, 28), "Friday, then Monday to Wednesday"


def test_zero_days_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        add_workdays(date(2026, 1, 1), 0)
