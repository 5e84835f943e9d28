"""What an application would cost its firm, beside buying outright and an ordinary licence: the terms engine, no reads."""

from datetime import date
from functools import lru_cache

from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook
from marketplace.terms import Assumptions, Comparison, TermSheet, compare


def three_ways(
    uow: UnitOfWork, sheet: TermSheet | None, plan_minor: list[int], outright_minor: int | None
) -> Comparison | None:
    """Return the ways for an application's terms and its yearly sales in fen; None until it has both.

    Present values use the discount rate of the rulebook today.
    """
    if sheet is None or not plan_minor:
        return None
    rate = rulebook.value("discount_rate_bps", uow.today)
    return _compared(sheet, tuple(plan_minor), rate, uow.today, outright_minor)


# Every step of an application answers with its page; the terms on it are mostly the same as a moment ago.
@lru_cache(maxsize=256)
def _compared(
    sheet: TermSheet, plan_minor: tuple[int, ...], rate: int, today: date, outright_minor: int | None
) -> Comparison:
    return compare(
        sheet,
        plan_minor,
        discount_bps=rate,
        assumptions=Assumptions(effective_on=today),
        outright_minor=outright_minor,
    )
