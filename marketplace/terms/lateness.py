"""What lateness costs: simple interest per day on what is open, in integer fen. No clock, no I/O."""

from collections.abc import Iterable
from datetime import date

from marketplace.core.money import BPS
from marketplace.terms.sheet import TermSheet


def late_interest(sheet: TermSheet, open_minor: int, due_on: date, paid_on: date) -> int:
    """Return the late interest in fen on a sum whose last day to pay was `due_on` and that was paid on `paid_on`.

    民法典 §873: who pays late owes the agreed penalty. Simple interest: every day after `due_on`, the day of payment
    included, adds `late_interest_bps_per_day` of the open sum; nothing is owed on interest. Rounded half up, once.
    Raises `ValueError` for a negative sum.
    """
    if open_minor < 0:
        raise ValueError("an open sum is not negative")
    return interest_on_parts(sheet.late_interest_bps_per_day, due_on, [(open_minor, paid_on)])


def interest_on_parts(bps_per_day: int, due_on: date, parts: Iterable[tuple[int, date]]) -> int:
    """Return the late interest in fen on a sum that was paid in parts (fen, day of payment), by bps a day.

    Each part bears interest for its own days; what was paid by `due_on` bears none. The parts are added exactly and
    rounded half up to a fen once, so that splitting a payment of one day changes nothing.
    """
    numerator = sum(minor * bps_per_day * max((paid_on - due_on).days, 0) for minor, paid_on in parts)
    return (2 * numerator + BPS) // (2 * BPS)
