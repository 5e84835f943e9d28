"""Three ways to the same technology side by side: use first as offered, buying outright, an ordinary licence. Pure.

Every figure comes from `obligations`, the function that also makes the contract's annex and the bills.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from marketplace.core.money import BPS, share_of
from marketplace.terms.facts import ContractFacts, Obligation, add_months
from marketplace.terms.schedule import obligations
from marketplace.terms.sheet import AtEffect, Bps, TermSheet
from marketplace.terms.simulation import Assumptions, Run, break_even_sales, run_plan

WayKind = Literal["use_first", "outright", "ordinary"]
ScenarioName = Literal["none", "low", "expected", "best"]
RiskBearer = Literal["licensor", "shared", "licensee"]

SCENARIOS: dict[ScenarioName, int] = {"none": 0, "low": BPS // 2, "expected": BPS, "best": 2 * BPS}
"""What may come of a sales plan, in bps of it: nothing, half, the plan itself, double."""
_DAYS_A_YEAR, _DIGITS = 365, 40


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WayYear(_Frozen):
    """What one way makes owed in a contract year, by kind and in all, and up to its end, in fen."""

    year: int
    sales_minor: int
    fixed_minor: int
    royalty_minor: int
    due_minor: int
    cumulative_minor: int


class Scenario(_Frozen):
    """One way under a part of the planned sales: by year, in all, and what that is worth on the first day, in fen."""

    name: ScenarioName
    sales_bps: int
    sales_minor: int
    years: tuple[WayYear, ...]
    total_minor: int
    present_value_minor: int


class Way(_Frozen):
    """One of the ways, in fen. `years`, `total_minor`, `present_value_minor` are those of the plan as it was given.

    `later_minor` comes into being after the planned years even if nothing more is sold. `worst_case_minor` is the cost
    of the years when nothing is sold; `returned_minor` the cost of giving the technology back at the end of free use,
    None where there is no free use. `break_even_sales_minor` are the total sales from which using first costs the
    outright price, None for the other ways; `reaches_outright_in_year` the first planned year by whose end a licence has
    cost that much.
    """

    kind: WayKind
    years: tuple[WayYear, ...]
    total_minor: int
    present_value_minor: int
    later_minor: int
    worst_case_minor: int
    returned_minor: int | None
    break_even_sales_minor: int | None
    reaches_outright_in_year: int | None
    risk: RiskBearer
    scenarios: tuple[Scenario, ...]


class _Question(NamedTuple):
    """What all ways are asked alike: sales by year, suppositions, yearly discount in bps, price of buying outright."""

    sales: list[int]
    supposed: Assumptions
    rate: int
    price: int | None

    @property
    def horizon(self) -> date:
        """The first day after the planned years."""
        return add_months(self.supposed.effective_on, 12 * len(self.sales))


class Comparison(_Frozen):
    """The ways for one sales plan; no `outright` among them when there is neither an outright nor a buy-out price."""

    effective_on: date
    discount_bps: Bps
    sales_minor: tuple[int, ...]
    ways: tuple[Way, ...]

    def way(self, kind: WayKind) -> Way | None:
        """Return a way, or None when it is not on offer."""
        return next((way for way in self.ways if way.kind == kind), None)


def compare(
    sheet: TermSheet,
    sales_by_year_minor: Sequence[int],
    *,
    discount_bps: int,
    assumptions: Assumptions | None = None,
    outright_minor: int | None = None,
) -> Comparison:
    """Return the ways side by side for yearly sales in fen, discounted by `discount_bps` a year.

    `outright_minor` is the price of buying outright; without it the sheet's buy-out price stands in. Raises
    `ValueError` for negative sales, more than 50 years, or a rate outside 0 to 10,000 bps.
    """
    if not 1 <= len(sales_by_year_minor) <= 50 or min(sales_by_year_minor) < 0:
        raise ValueError("1 to 50 years of sales, none negative")
    if not 0 <= discount_bps <= BPS:
        raise ValueError("a discount rate of 0 to 10,000 bps")
    price = outright_minor if outright_minor is not None else sheet.buyout_price_minor
    asked = _Question(list(sales_by_year_minor), assumptions or Assumptions(), discount_bps, price)
    ways = [_licence("use_first", sheet, asked)]
    if price is not None:
        ways.append(_outright(sheet, asked, price))
    ways.append(_licence("ordinary", ordinary_licence(sheet), asked))
    return Comparison(
        effective_on=asked.supposed.effective_on,
        discount_bps=discount_bps,
        sales_minor=tuple(asked.sales),
        ways=tuple(ways),
    )


def ordinary_licence(sheet: TermSheet) -> TermSheet:
    """Return the ordinary licence a sheet is compared with: the same royalty, with all fixed sums due at effect.

    The entry fee is the sheet's entry fee, deferred fee and milestone fees together; there is no free use and no
    waiting, so royalties run from the day of effect. Nothing else changes, minimum and cap included.
    """
    fixed = sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(m.amount_minor for m in sheet.milestones)
    changes = {
        "entry_fee_minor": fixed,
        "deferred_fee_minor": 0,
        "instalments": None,
        "milestones": (),
        "free_period_months": 0,
        "deferral_trigger": AtEffect(),
    }
    return sheet.model_copy(update=changes)


def present_value_minor(owed: Iterable[tuple[int, date]], *, from_on: date, discount_bps: int) -> int:
    """Return what sums in fen with their last days to pay are worth on a day, discounted by a yearly rate in bps.

    Each sum is divided by (1 + rate) to the power of its days ÷ 365, counted with 40 digits; all of them together are
    rounded half-even to the fen once. A sum due on the day or before counts in full. So the value never exceeds the
    nominal sum, and paying more or earlier never lowers it.
    """
    with localcontext(prec=_DIGITS):
        growth = 1 + Decimal(discount_bps) / BPS
        worth = sum(
            (
                Decimal(amount) / growth ** (Decimal(max((due_on - from_on).days, 0)) / _DAYS_A_YEAR)
                for amount, due_on in owed
            ),
            Decimal(0),
        )
        return int(worth.quantize(Decimal(1), ROUND_HALF_EVEN))


def _licence(kind: WayKind, sheet: TermSheet, asked: _Question) -> Way:
    runs = {
        name: run_plan(sheet, [share_of(year, bps) for year in asked.sales], asked.supposed)
        for name, bps in SCENARIOS.items()
    }
    scenarios = tuple(_scenario(name, run, asked) for name, run in runs.items())
    worst, planned = scenarios[0], next(s for s in scenarios if s.name == "expected")
    returned, price = _returned(sheet, asked.supposed), asked.price
    return Way(
        kind=kind,
        years=planned.years,
        total_minor=planned.total_minor,
        present_value_minor=planned.present_value_minor,
        later_minor=runs["expected"].known_minor - planned.total_minor,
        worst_case_minor=worst.total_minor,
        returned_minor=returned,
        break_even_sales_minor=break_even_sales(sheet, asked.sales, asked.supposed, price)
        if price is not None and kind == "use_first"
        else None,
        reaches_outright_in_year=None if price is None else _year_reaching(planned.years, price),
        risk=_risk(worst.total_minor, planned.total_minor, returned),
        scenarios=scenarios,
    )


def _outright(sheet: TermSheet, asked: _Question, price: int) -> Way:
    """Buying: the price once, due like any other fee at effect, and nothing afterwards."""
    first = asked.supposed.effective_on
    bare = {"entry_fee_minor": 0, "royalty": None, "buyout_price_minor": price, "start_on": None}
    owed = obligations(
        ordinary_licence(sheet).model_copy(update=bare),
        ContractFacts(effective_on=first, bought_out_on=first),
    )
    value = _value(owed, asked)
    scenarios = tuple(
        Scenario(
            name=name,
            sales_bps=bps,
            sales_minor=sum(share_of(year, bps) for year in asked.sales),
            years=_bought([share_of(year, bps) for year in asked.sales], price),
            total_minor=price,
            present_value_minor=value,
        )
        for name, bps in SCENARIOS.items()
    )
    return Way(
        kind="outright",
        years=_bought(asked.sales, price),
        total_minor=price,
        present_value_minor=value,
        later_minor=0,
        worst_case_minor=price,
        returned_minor=None,
        break_even_sales_minor=None,
        reaches_outright_in_year=None,
        risk="licensee" if price else "licensor",
        scenarios=scenarios,
    )


def _bought(sales: Sequence[int], price: int) -> tuple[WayYear, ...]:
    return tuple(
        WayYear(
            year=year,
            sales_minor=sold,
            fixed_minor=price if year == 1 else 0,
            royalty_minor=0,
            due_minor=price if year == 1 else 0,
            cumulative_minor=price,
        )
        for year, sold in enumerate(sales, start=1)
    )


def _scenario(name: ScenarioName, run: Run, asked: _Question) -> Scenario:
    return Scenario(
        name=name,
        sales_bps=SCENARIOS[name],
        sales_minor=sum(year.sales_minor for year in run.years),
        years=tuple(
            WayYear(
                year=y.year,
                sales_minor=y.sales_minor,
                fixed_minor=y.entry_fee_minor + y.deferred_fee_minor + y.milestone_fee_minor,
                royalty_minor=y.royalty_minor,
                due_minor=y.total_minor,
                cumulative_minor=y.cumulative_minor,
            )
            for y in run.years
        ),
        total_minor=run.years[-1].cumulative_minor,
        present_value_minor=_value(run.owed, asked),
    )


def _value(owed: Iterable[Obligation], asked: _Question) -> int:
    """Discount what comes into being in the planned years: the same sums that their total adds up."""
    dated = [
        (o.amount_minor, o.due_on)
        for o in owed
        if o.arises_on is not None and o.due_on and o.arises_on < asked.horizon
    ]
    return present_value_minor(dated, from_on=asked.supposed.effective_on, discount_bps=asked.rate)


def _returned(sheet: TermSheet, supposed: Assumptions) -> int | None:
    if sheet.deferral_trigger.kind == "effect" or not sheet.free_period_months:
        return None
    back = ContractFacts(
        effective_on=supposed.effective_on,
        ended_on=add_months(supposed.effective_on, sheet.free_period_months),
    )
    return sum(o.amount_minor for o in obligations(sheet, back) if o.arises_on is not None)


def _year_reaching(years: Sequence[WayYear], price: int) -> int | None:
    return next((year.year for year in years if year.cumulative_minor >= price), None)


def _risk(worst: int, planned: int, returned: int | None) -> RiskBearer:
    """Who loses when nothing is sold: the licensor who gets nothing, the licensee who pays all the same, or both in part."""
    if worst == 0:
        return "licensor"
    return "shared" if returned == 0 or worst < planned else "licensee"
