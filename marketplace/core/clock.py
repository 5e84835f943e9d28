"""The only caller of the system clock.

An instant is an aware UTC `datetime` and its name ends in `_at`; a business date is a `date` in
Asia/Shanghai and its name ends in `_on`. Everything below the edge receives both as values.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def utc_now() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def business_date(instant: datetime) -> date:
    """Return the calendar day in Shanghai on which an aware instant falls."""
    if instant.tzinfo is None:
        raise ValueError("business_date needs an aware instant")
    return instant.astimezone(SHANGHAI).date()


def start_of_day(day: date) -> datetime:
    """Return the instant at which a Shanghai day begins, in UTC."""
    return datetime.combine(day, time.min, SHANGHAI).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Return the first instant after a Shanghai day, in UTC: deadlines are half-open."""
    return start_of_day(day + timedelta(days=1))
