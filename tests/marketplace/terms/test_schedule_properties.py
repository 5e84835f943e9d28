"""What must hold for every sheet and every course of events."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from marketplace.core.i18n import Locale
from marketplace.terms import (
    ContractFacts,
    IncomeStatement,
    TermSheet,
    add_months,
    canonical_json,
    describe,
    explain,
    obligations,
    simulate,
    terms_hash,
    trigger_date,
)
from tests.marketplace.terms.strategies import sales_plans, sheets

DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))


@given(sheets(), sales_plans)
def test_the_simulated_figure_is_the_scheduled_figure(sheet: TermSheet, sales: list[int]) -> None:
    result = simulate(sheet, sales)
    scheduled = obligations(sheet, result.facts)
    horizon = add_months(date(2026, 1, 1), 12 * len(sales))
    within = [o.amount_minor for o in scheduled if o.arises_on is not None and o.arises_on < horizon]
    assert result.total_minor == sum(within) == sum(year.total_minor for year in result.years)
    for year in result.years:
        parts = year.entry_fee_minor + year.deferred_fee_minor + year.milestone_fee_minor + year.royalty_minor
        assert parts == year.total_minor


@given(sheets(), sales_plans, st.integers(0, 4), st.integers(1, 100_000_00))
def test_selling_more_never_costs_less(sheet: TermSheet, sales: list[int], year: int, more: int) -> None:
    place = year % len(sales)
    richer = [amount + (more if i == place else 0) for i, amount in enumerate(sales)]
    # Earlier income may end free use earlier; the sums that then fall due are the same or more.
    assert simulate(sheet, richer).total_minor >= simulate(sheet, sales).total_minor or _earlier_start(
        sheet, sales, richer
    )


def _earlier_start(sheet: TermSheet, sales: list[int], richer: list[int]) -> bool:
    """Sales in an earlier month begin the paying years earlier, which re-dates rates by year; only then may totals fall."""
    return simulate(sheet, sales).trigger_on != simulate(sheet, richer).trigger_on


@given(sheets(), sales_plans)
def test_royalties_never_pass_the_cap(sheet: TermSheet, sales: list[int]) -> None:
    if sheet.royalty is None or sheet.royalty.cap_total_minor is None:
        return
    owed = obligations(sheet, simulate(sheet, sales).facts)
    royalties = sum(o.amount_minor for o in owed if o.kind in {"royalty", "minimum_royalty"})
    assert royalties <= sheet.royalty.cap_total_minor


@given(sheets(), st.none() | DAYS, st.none() | DAYS)
def test_nothing_but_an_entry_fee_falls_due_before_the_trigger(
    sheet: TermSheet, first_income: date | None, ended: date | None
) -> None:
    facts = ContractFacts(
        effective_on=date(2026, 1, 31),
        first_income_on=first_income,
        ended_on=ended,
        statements=(
            IncomeStatement(from_on=date(2026, 2, 1), to_on=date(2026, 5, 1), base_minor=10**9, units=9),
        ),
    )
    trigger = trigger_date(sheet, facts)
    for owed in obligations(sheet, facts):
        if owed.kind == "entry_fee":
            continue
        assert (owed.arises_on is None) == (owed.due_on is None)
        if owed.arises_on is not None:
            assert trigger is not None
            assert owed.due_on is not None
            assert trigger <= owed.arises_on <= owed.due_on


@given(sheets(), DAYS)
def test_the_deferred_fee_adds_up_to_the_fen(sheet: TermSheet, first_income: date) -> None:
    facts = ContractFacts(effective_on=date(2026, 1, 1), first_income_on=first_income)
    parts = [o.amount_minor for o in obligations(sheet, facts) if o.kind == "deferred_fee"]
    assert sum(parts) == sheet.deferred_fee_minor
    assert not parts or max(parts) - min(parts) <= 1


@given(sheets(), DAYS)
def test_keys_differ_and_stay(sheet: TermSheet, first_income: date) -> None:
    before = ContractFacts(effective_on=date(2026, 1, 1))
    after = before.model_copy(update={"first_income_on": first_income})
    keys = [o.key for o in obligations(sheet, after)]
    assert len(keys) == len(set(keys))
    assert {o.key for o in obligations(sheet, before)} <= set(keys)


@given(sheets(), st.lists(st.integers(0, 10**10), min_size=4, max_size=4))
def test_a_year_reported_in_quarters_or_at_once_owes_the_same(sheet: TermSheet, quarters: list[int]) -> None:
    facts = ContractFacts(effective_on=date(2026, 1, 1), first_income_on=date(2026, 1, 1))
    trigger = trigger_date(sheet, facts)
    if sheet.royalty is None or trigger is None or trigger > add_months(date(2026, 1, 1), sheet.months - 12):
        return
    base = 1 if sheet.royalty.base == "per_unit" else 0
    statements = tuple(
        IncomeStatement(
            from_on=add_months(trigger, 3 * i),
            to_on=add_months(trigger, 3 * i + 3),
            base_minor=q,
            units=q * base,
        )
        for i, q in enumerate(quarters)
    )
    whole = IncomeStatement(
        from_on=trigger, to_on=add_months(trigger, 12), base_minor=sum(quarters), units=sum(quarters) * base
    )
    in_quarters = obligations(sheet, facts.model_copy(update={"statements": statements}))
    at_once = obligations(sheet, facts.model_copy(update={"statements": (whole,)}))
    assert sum(o.amount_minor for o in in_quarters) == sum(o.amount_minor for o in at_once)


@given(sheets())
def test_one_written_form_one_hash(sheet: TermSheet) -> None:
    again = TermSheet.model_validate_json(canonical_json(sheet))
    assert again == sheet
    assert terms_hash(again) == terms_hash(sheet)
    assert "." not in canonical_json(sheet.model_copy(update={"milestones": ()}))  # no number with a fraction


@given(sheets(), sales_plans)
def test_everything_can_be_said_in_both_languages(sheet: TermSheet, sales: list[int]) -> None:
    locales: tuple[Locale, ...] = ("zh-CN", "en")
    for locale in locales:
        assert all("{" not in sentence and sentence for sentence in describe(sheet, locale))
        for owed in simulate(sheet, sales).obligations:
            assert "{" not in explain(owed.formula, locale)


@given(sheets(), DAYS)
def test_a_technology_returned_before_the_trigger_owes_nothing_deferred(
    sheet: TermSheet, ended: date
) -> None:
    facts = ContractFacts(effective_on=date(2026, 1, 1), ended_on=ended)
    running = trigger_date(sheet, facts.model_copy(update={"ended_on": None}))
    if running is None or running >= ended:
        assert {o.kind for o in obligations(sheet, facts)} <= {"entry_fee"}


@given(sheets(), sales_plans, st.integers(1, 1_000_000_00))
def test_break_even_is_the_first_sales_figure_that_costs_the_outright_price(
    sheet: TermSheet, sales: list[int], outright: int
) -> None:
    result = simulate(sheet, sales, outright_minor=outright)
    point = result.break_even_sales_minor
    if point is None:
        return
    weights = sales if any(sales) else [1] * len(sales)
    spread = [point * weight // sum(weights) for weight in weights]
    assert simulate(sheet, spread).total_minor >= outright
    assert result.difference_minor == result.total_minor - outright


@pytest.mark.fault("T02")
def test_months_end_with_their_last_day() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2026, 1, 1), 12) - timedelta(days=1) == date(2026, 12, 31)
