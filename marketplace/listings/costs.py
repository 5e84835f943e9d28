"""What a listing would cost: the terms engine over a view that the reader was given, with today's rules. No reads."""

from marketplace.core.i18n import Text
from marketplace.core.problems import FieldError, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.listings.schemas import SALES_LIMIT_MINOR, ListingView, Supposed
from marketplace.rulebook import queries as rulebook
from marketplace.terms import Assumptions, Comparison, Simulation, compare, simulate


def simulated(uow: UnitOfWork, view: ListingView, sales_minor: list[int]) -> Simulation | None:
    """Return what a licence costs for yearly sales in fen; None when negotiable. Raises `InvalidInput` for absurd sales."""
    _check(sales_minor)
    if view.terms is None:
        return None
    return simulate(
        view.terms,
        sales_minor,
        assumptions=Assumptions(effective_on=uow.today),
        outright_minor=view.outright_price_minor,
    )


def compared(
    uow: UnitOfWork, view: ListingView, sales_minor: list[int], supposed: Supposed
) -> Comparison | None:
    """Return the three ways for yearly sales in fen; None when negotiable. Raises `InvalidInput` for absurd sales.

    Without a discount rate of the reader's own, that of the rulebook counts.
    """
    _check(sales_minor)
    if view.terms is None:
        return None
    own = supposed.discount_bps
    return compare(
        view.terms,
        sales_minor,
        discount_bps=rulebook.value("discount_rate_bps", uow.today) if own is None else own,
        assumptions=Assumptions(
            effective_on=uow.today, **supposed.model_dump(exclude={"discount_bps"}, exclude_none=True)
        ),
        outright_minor=view.outright_price_minor,
    )


def _check(sales_minor: list[int]) -> None:
    for i, sales in enumerate(sales_minor):
        if not 0 <= sales <= SALES_LIMIT_MINOR:
            message = Text(
                zh="年销售额应在 0 到 100 亿元之间。",
                en="Yearly sales must lie between 0 and 10 billion yuan.",
            )
            raise InvalidInput(errors=(FieldError(f"/sales_minor/{i}", "out_of_range", message),))
