"""What a licence would cost: a sales plan is turned into facts, and the schedule itself does the counting."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from marketplace.core.money import allocate, share_of
from marketplace.terms.facts import ContractFacts, IncomeStatement, MilestoneReached, Obligation, add_months
from marketplace.terms.royalties import report_periods
from marketplace.terms.schedule import licence_end, obligations, trigger_date
from marketplace.terms.sheet import Bps, MinorAmount, Royalty, TermSheet

_HIGHEST_SALES_MINOR = 10**14
"""One trillion yuan: where the search for a break-even point gives up."""
_STEP_GROWTH = 16


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Assumptions(_Frozen):
    """What a simulation supposes beside the sales: first day, profit per sale in bps, price of a unit in fen.

    Sales run evenly through each contract year; milestones are reached in their planned month.
    """

    effective_on: date = date(2026, 1, 1)
    profit_margin_bps: Bps = 2_000
    unit_price_minor: MinorAmount = Field(default=100_000, ge=1)


class YearCost(_Frozen):
    """One contract year: what is sold and what comes to be owed, by kind, in fen."""

    year: int
    sales_minor: int
    entry_fee_minor: int
    deferred_fee_minor: int
    milestone_fee_minor: int
    royalty_minor: int
    total_minor: int
    cumulative_minor: int


class Simulation(_Frozen):
    """The cost of a licence for a sales plan, in fen.

    `later_minor` falls due after the simulated years even if nothing more is sold. `worst_case_minor` is the cost
    of the same years when nothing is sold at all. `break_even_sales_minor` are the total sales from which buying
    outright would have been as cheap; None when there is no outright price or no such point.
    """

    years: tuple[YearCost, ...]
    total_minor: int
    later_minor: int
    worst_case_minor: int
    outright_minor: int | None
    difference_minor: int | None
    break_even_sales_minor: int | None
    trigger_on: date | None
    facts: ContractFacts
    obligations: tuple[Obligation, ...]


def simulate(
    sheet: TermSheet,
    sales_by_year_minor: Sequence[int],
    *,
    assumptions: Assumptions | None = None,
    outright_minor: int | None = None,
) -> Simulation:
    """Return what the licensee would owe year by year for yearly sales in fen, through `obligations` itself.

    `outright_minor` is compared against; without it the sheet's buy-out price is. Raises `ValueError` for
    negative sales or more than 50 years.
    """
    if not 1 <= len(sales_by_year_minor) <= 50 or min(sales_by_year_minor) < 0:
        raise ValueError("1 to 50 years of sales, none negative")
    supposed = assumptions or Assumptions()
    sales = list(sales_by_year_minor)
    ran = run_plan(sheet, sales, supposed)
    total = ran.years[-1].cumulative_minor
    outright = outright_minor if outright_minor is not None else sheet.buyout_price_minor
    return Simulation(
        years=ran.years,
        total_minor=total,
        later_minor=ran.known_minor - total,
        worst_case_minor=_total(sheet, [0] * len(sales), supposed),
        outright_minor=outright,
        difference_minor=None if outright is None else total - outright,
        break_even_sales_minor=None
        if outright is None
        else break_even_sales(sheet, sales, supposed, outright),
        trigger_on=trigger_date(sheet, ran.facts),
        facts=ran.facts,
        obligations=ran.owed,
    )


class Run(NamedTuple):
    """A plan carried out: its facts, all that comes to be owed, the part of it that arises in the planned years."""

    facts: ContractFacts
    owed: tuple[Obligation, ...]
    years: tuple[YearCost, ...]

    @property
    def known_minor(self) -> int:
        """Everything that comes into being under the plan, in fen, also after its last year."""
        return sum(o.amount_minor for o in self.owed if o.arises_on is not None)


def run_plan(sheet: TermSheet, sales: list[int], supposed: Assumptions) -> Run:
    """Turn yearly sales in fen into facts and count what they make owed; the input is taken as checked."""
    facts = _facts(sheet, sales, supposed)
    owed = tuple(obligations(sheet, facts))
    return Run(facts, owed, _years(sales, owed, supposed.effective_on))


def _facts(sheet: TermSheet, sales: list[int], supposed: Assumptions) -> ContractFacts:
    start, months = supposed.effective_on, len(sales) * 12
    monthly = [part for year in sales for part in allocate(year, [1] * 12)]
    first = next((m for m, amount in enumerate(monthly) if amount), None)
    facts = ContractFacts(
        effective_on=start,
        first_income_on=None if first is None else add_months(start, first),
        milestones=tuple(
            MilestoneReached(key=m.key, reached_on=add_months(start, m.planned_month))
            for m in sheet.milestones
            if m.planned_month < months and any(sales)
        ),
    )
    trigger_on, end_on = trigger_date(sheet, facts), licence_end(sheet, facts)
    if sheet.royalty is None or trigger_on is None or end_on is None:
        return facts
    horizon = min(end_on, add_months(start, months))
    starts = [add_months(start, m) for m in range(months)]
    sold = list(zip(starts, monthly, strict=True))
    statements = [
        _statement(
            sheet.royalty, supposed, (from_on, to_on), sum(a for day, a in sold if from_on <= day < to_on)
        )
        for from_on, to_on in report_periods(sheet, trigger_on, horizon)
    ]
    return facts.model_copy(update={"statements": tuple(statements)})


def _statement(
    royalty: Royalty, supposed: Assumptions, span: tuple[date, date], sales: int
) -> IncomeStatement:
    from_on, to_on = span
    base = share_of(sales, supposed.profit_margin_bps) if royalty.base == "profit" else sales
    return IncomeStatement(
        from_on=from_on, to_on=to_on, base_minor=base, units=sales // supposed.unit_price_minor
    )


def _years(sales: list[int], owed: Sequence[Obligation], start: date) -> tuple[YearCost, ...]:
    years: list[YearCost] = []
    cumulative = 0
    for year, sold in enumerate(sales, start=1):
        from_on, to_on = add_months(start, 12 * (year - 1)), add_months(start, 12 * year)
        now = [o for o in owed if o.arises_on is not None and from_on <= o.arises_on < to_on]
        total = sum(o.amount_minor for o in now)
        cumulative += total
        by_kind = {kind: sum(o.amount_minor for o in now if o.kind == kind) for kind in {o.kind for o in now}}
        years.append(
            YearCost(
                year=year,
                sales_minor=sold,
                entry_fee_minor=by_kind.get("entry_fee", 0),
                deferred_fee_minor=by_kind.get("deferred_fee", 0),
                milestone_fee_minor=by_kind.get("milestone_fee", 0),
                royalty_minor=by_kind.get("royalty", 0) + by_kind.get("minimum_royalty", 0),
                total_minor=total,
                cumulative_minor=cumulative,
            )
        )
    return tuple(years)


def _total(sheet: TermSheet, sales: list[int], supposed: Assumptions) -> int:
    return run_plan(sheet, sales, supposed).years[-1].cumulative_minor


def break_even_sales(sheet: TermSheet, sales: list[int], supposed: Assumptions, outright: int) -> int | None:
    """Search the total sales in fen, spread over the years as planned, from which a licence costs the outright price.

    None when no sales up to a trillion yuan reach it.
    """
    weights = sales if any(sales) else [1] * len(sales)
    whole = sum(weights)

    def cost(total: int) -> int:
        return _total(sheet, [total * weight // whole for weight in weights], supposed)

    below, dear = (-1, 0), (0, cost(0))
    while dear[1] < outright:
        below, total = dear, max(dear[0] * 8, sum(sales), 100)
        if total > _HIGHEST_SALES_MINOR:
            return None
        dear = (total, cost(total))
    # Fees are made of straight pieces: the line between two known points nearly hits, and steps that grow from there
    # find the other side of the point, which stays in (below, dear].
    while dear[0] - below[0] > 1:
        rise = max(dear[1] - below[1], 1)
        tried = below[0] + (outright - below[1]) * (dear[0] - below[0]) // rise
        step, upwards = 1, None
        while dear[0] - below[0] > 1:
            tried = min(max(tried, below[0] + 1), dear[0] - 1)
            point = (tried, cost(tried))
            short = point[1] < outright
            below, dear = (point, dear) if short else (below, point)
            if upwards is not None and upwards != short:
                break
            upwards = short
            tried += step if short else -step
            step *= _STEP_GROWTH
    return dear[0]
