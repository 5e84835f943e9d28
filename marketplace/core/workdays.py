"""Working days in mainland China: weekends, public holidays and make-up days.

Holidays are announced a year ahead by the State Council and come as yearly data from
`chinese_calendar`. For a year that has not been announced only weekends count as days off.
"""

from datetime import date, timedelta

import chinese_calendar


def is_workday(day: date) -> bool:
    """Tell whether offices work on this day (make-up Saturdays count, public holidays do not)."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:  # the year has not been announced yet
        return day.weekday() < 5


def add_workdays(day: date, count: int) -> date:
    """Return the `count`-th working day after `day`; `day` itself never counts. `count` ≥ 1."""
    if count < 1:
        raise ValueError("count must be at least 1")
    while count:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day


def count_workdays(start: date, end: date) -> int:
    """Return how many working days lie after `start` up to and with `end`; 0 when `end` is not later."""
    return sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
