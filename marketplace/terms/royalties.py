"""Running fees, fen-exact: a paying year's royalty depends on its total alone, however often it is reported."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from marketplace.core.money import BPS, share_of
from marketplace.terms.facts import ContractFacts, Formula, IncomeStatement, Obligation, add_months
from marketplace.terms.sheet import FixedRate, Royalty, TermSheet, TieredRate, UnitFee, YearlyRates

PERIOD_MONTHS = {"quarterly": 3, "half_yearly": 6, "yearly": 12}


def rate_in_year(schedule: FixedRate | YearlyRates, year: int) -> int:
    """Return the share in bps that applies in a paying year (1 is the first)."""
    if isinstance(schedule, FixedRate):
        return schedule.rate_bps
    return next(step.rate_bps for step in reversed(schedule.steps) if step.from_year <= year)


def royalty_of_year(royalty: Royalty, year: int, base: int) -> int:
    """Return the fen owed for a paying year's whole base, before minimum and cap.

    The base is fen, or units when paid per unit. Rounded half-even once for the year, so monotone in the base.
    """
    match royalty.schedule:
        case UnitFee(fee_minor=fee):
            return fee * base
        case TieredRate(tiers=tiers):
            tops = [tier.above_minor for tier in tiers[1:]] + [base]
            slices = (
                (min(base, top) - tier.above_minor) * tier.rate_bps
                for tier, top in zip(tiers, tops, strict=True)
                if base > tier.above_minor
            )
            return int((Decimal(sum(slices)) / BPS).quantize(Decimal(1), ROUND_HALF_EVEN))
        case schedule:
            return share_of(base, rate_in_year(schedule, year))


def report_periods(sheet: TermSheet, trigger_on: date, end_on: date) -> Iterator[tuple[date, date]]:
    """Yield the half-open reporting periods from the trigger to the end of the licence; none without a royalty."""
    step = PERIOD_MONTHS[sheet.royalty.report_frequency] if sheet.royalty else 0
    count, from_on = 0, trigger_on
    while step and from_on < end_on:
        count += 1
        to_on = min(add_months(trigger_on, step * count), end_on)
        yield from_on, to_on
        from_on = to_on


def royalty_obligations(
    sheet: TermSheet, royalty: Royalty, facts: ContractFacts, trigger_on: date, end_on: date
) -> list[Obligation]:
    """Return royalties for reported periods since the trigger and the top-ups to each year's minimum.

    All of them together never exceed the cap. Sales before the trigger are free.
    """
    counted = sorted(
        (s for s in facts.statements if trigger_on <= s.from_on < end_on), key=lambda s: (s.from_on, s.to_on)
    )
    owed: list[Obligation] = []
    year, year_start = 1, trigger_on
    while year_start < end_on:
        year_end = add_months(trigger_on, 12 * year)
        in_year = [s for s in counted if year_start <= s.from_on < year_end]
        owed += _year_of_royalties(sheet, royalty, year, in_year)
        paid = sum(o.amount_minor for o in owed if o.key.startswith(f"royalty:{year}:"))
        owed += _minimum(sheet, royalty, (year, year_start, year_end, end_on), paid)
        year, year_start = year + 1, year_end
    return _capped(owed, royalty.cap_total_minor)


def _year_of_royalties(
    sheet: TermSheet, royalty: Royalty, year: int, statements: list[IncomeStatement]
) -> Iterator[Obligation]:
    base = 0
    for statement in statements:
        before = royalty_of_year(royalty, year, base)
        reported = statement.units if royalty.base == "per_unit" else statement.base_minor
        base += reported
        amount = royalty_of_year(royalty, year, base) - before
        last_day = statement.to_on - timedelta(days=1)
        yield Obligation(
            key=f"royalty:{year}:{statement.from_on.isoformat()}",
            kind="royalty",
            amount_minor=amount,
            trigger="statement",
            arises_on=last_day,
            due_on=last_day + timedelta(days=royalty.report_days + sheet.payment_days),
            formula=_royalty_formula(royalty, year, reported, base),
        )


def _royalty_formula(royalty: Royalty, year: int, reported: int, in_year: int) -> Formula:
    params: dict[str, int | str] = {"year": year, "base": royalty.base, "reported_minor": reported}
    match royalty.schedule:
        case UnitFee(fee_minor=fee):
            return Formula(
                code="royalty.per_unit", params={"year": year, "units": reported, "fee_minor": fee}
            )
        case TieredRate():
            return Formula(code="royalty.tiered", params={**params, "year_to_date_minor": in_year})
        case schedule:
            return Formula(code="royalty.rate", params={**params, "rate_bps": rate_in_year(schedule, year)})


def _minimum(
    sheet: TermSheet, royalty: Royalty, span: tuple[int, date, date, date], paid: int
) -> Iterator[Obligation]:
    year, year_start, year_end, end_on = span
    # A year cut short by the end of the licence owes its minimum by days.
    days, full = (min(year_end, end_on) - year_start).days, (year_end - year_start).days
    minimum = royalty.min_annual_minor * days // full
    if minimum <= paid:
        return
    last_day = min(year_end, end_on) - timedelta(days=1)
    yield Obligation(
        key=f"minimum:{year}",
        kind="minimum_royalty",
        amount_minor=minimum - paid,
        trigger="year_end",
        arises_on=last_day,
        due_on=last_day + timedelta(days=royalty.report_days + sheet.payment_days),
        formula=Formula(
            code="royalty.minimum", params={"year": year, "minimum_minor": minimum, "royalty_minor": paid}
        ),
    )


def _capped(owed: list[Obligation], cap: int | None) -> list[Obligation]:
    if cap is None:
        return owed
    left, kept = cap, []
    for obligation in owed:
        amount = min(obligation.amount_minor, left)
        left -= amount
        if amount == obligation.amount_minor:
            kept.append(obligation)
        elif amount:
            formula = Formula(
                code="royalty.capped", params={"cap_minor": cap, "uncapped_minor": obligation.amount_minor}
            )
            kept.append(obligation.model_copy(update={"amount_minor": amount, "formula": formula}))
    return kept
