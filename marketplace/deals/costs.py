"""What an application would cost its firm, beside buying outright and an ordinary licence: the terms engine, no reads."""

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
    return compare(
        sheet,
        plan_minor,
        discount_bps=rulebook.value("discount_rate_bps", uow.today),
        assumptions=Assumptions(effective_on=uow.today),
        outright_minor=outright_minor,
    )
