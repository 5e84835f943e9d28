"""The periods of reports on use, by the rulebook of the day they end on. No tables, no clock."""

from collections.abc import Iterator
from datetime import date, timedelta

from marketplace.rulebook import queries as rulebook
from marketplace.terms import add_months


def use_periods(effective_on: date, end_on: date | None) -> Iterator[tuple[date, date]]:
    """Yield the half-open periods on which the licensee reports, from the day of effect to the end of the licence."""
    months = rulebook.value("use_report_months", effective_on)
    count, start = 0, effective_on
    while start < (end_on or effective_on):
        count += 1
        end = min(add_months(effective_on, months * count), end_on or date.max)
        yield start, end
        start = end


def report_due_on(period_end: date) -> date:
    """Return the last day to report on a period [.., period_end): some days after its last day."""
    return period_end - timedelta(days=1) + timedelta(days=rulebook.value("use_report_days", period_end))
