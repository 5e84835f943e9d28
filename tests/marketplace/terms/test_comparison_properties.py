"""What must hold for the three ways, for every sheet and every sales plan."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from marketplace.terms import (
    PRESETS,
    SCENARIOS,
    Assumptions,
    ContractFacts,
    TermSheet,
    add_months,
    compare,
    obligations,
    ordinary_licence,
    present_value_minor,
    simulate,
)
from tests.marketplace.terms.strategies import sales_plans, sheets

T0 = Assumptions().effective_on
rates = st.integers(0, 3_000)
# A year of fewer fen than months has no first month with sales; no firm sells that little.
real_plans = st.lists(st.just(0) | st.integers(10_000, 10_000_000_00), min_size=1, max_size=5)


@settings(max_examples=40)
@given(sheets(), sales_plans, rates, st.none() | st.integers(0, 50_000_000_00))
def test_using_first_is_what_the_schedule_says_and_ways_add_up(
    sheet: TermSheet, sales: list[int], rate: int, outright: int | None
) -> None:
    ways = compare(sheet, sales, discount_bps=rate, outright_minor=outright)
    simulated = simulate(sheet, sales, outright_minor=outright)
    plan = ways.way("use_first")
    assert plan is not None
    assert (plan.total_minor, plan.later_minor, plan.worst_case_minor, plan.break_even_sales_minor) == (
        simulated.total_minor,
        simulated.later_minor,
        simulated.worst_case_minor,
        simulated.break_even_sales_minor,
    )
    for way in ways.ways:
        assert [s.name for s in way.scenarios] == list(SCENARIOS)
        for part in way.scenarios:
            assert part.total_minor == sum(y.due_minor for y in part.years) == part.years[-1].cumulative_minor
            assert all(y.due_minor == y.fixed_minor + y.royalty_minor for y in part.years)
        assert way.scenarios[0].total_minor == way.worst_case_minor
    bought = ways.way("outright")
    price = sheet.buyout_price_minor if outright is None else outright
    assert (bought.total_minor if bought else None) == price


@settings(max_examples=40)
@given(sheets(), sales_plans, rates)
def test_a_present_value_never_exceeds_what_is_paid_and_falls_with_the_rate(
    sheet: TermSheet, sales: list[int], rate: int
) -> None:
    cheap = compare(sheet, sales, discount_bps=0)
    dear = compare(sheet, sales, discount_bps=rate)
    dearer = compare(sheet, sales, discount_bps=rate + 100)
    for at_zero, way, later in zip(cheap.ways, dear.ways, dearer.ways, strict=True):
        assert at_zero.present_value_minor == at_zero.total_minor
        assert 0 <= later.present_value_minor <= way.present_value_minor <= way.total_minor


@given(sheets(), real_plans, rates)
def test_more_sales_never_cost_less_in_fen_nor_in_present_value(
    sheet: TermSheet, sales: list[int], rate: int
) -> None:
    for way in compare(sheet, sales, discount_bps=rate).ways:
        _, low, expected, best = way.scenarios
        assert low.total_minor <= expected.total_minor <= best.total_minor
        assert low.present_value_minor <= expected.present_value_minor <= best.present_value_minor


@given(sheets(), sales_plans)
def test_no_way_passes_the_cap_on_royalties(sheet: TermSheet, sales: list[int]) -> None:
    if sheet.royalty is None or sheet.royalty.cap_total_minor is None:
        return
    for way in compare(sheet, sales, discount_bps=500).ways:
        for part in way.scenarios:
            assert sum(year.royalty_minor for year in part.years) <= sheet.royalty.cap_total_minor


@given(sheets(), sales_plans)
def test_nothing_is_owed_before_the_trigger_in_any_scenario(sheet: TermSheet, sales: list[int]) -> None:
    plan = compare(sheet.model_copy(update={"entry_fee_minor": 0}), sales, discount_bps=500).ways[0]
    trigger = simulate(sheet, sales).trigger_on
    for year in plan.years:
        if trigger is None or add_months(T0, 12 * year.year) <= trigger:
            assert year.due_minor == 0


@given(sheets())
def test_an_ordinary_licence_asks_the_same_sums_at_once(sheet: TermSheet) -> None:
    facts = ContractFacts(effective_on=T0)
    plain = ordinary_licence(sheet)
    assert TermSheet.model_validate(plain.model_dump()) == plain
    assert (plain.royalty, plain.months, plain.buyout_price_minor) == (
        sheet.royalty,
        sheet.months,
        sheet.buyout_price_minor,
    )
    fixed = sum(o.amount_minor for o in obligations(plain, facts) if o.kind == "entry_fee")
    assert fixed == sheet.entry_fee_minor + sheet.deferred_fee_minor + sum(
        m.amount_minor for m in sheet.milestones
    )
    assert not plain.is_use_first


@given(st.integers(0, 10**15), st.integers(0, 20), rates)
def test_a_whole_year_is_divided_by_one_plus_the_rate(amount: int, years: int, rate: int) -> None:
    due = T0 + timedelta(days=365 * years)
    exact = Fraction(amount) / Fraction(10_000 + rate, 10_000) ** years
    assert present_value_minor([(amount, due)], from_on=T0, discount_bps=rate) == round(exact)  # half to even


def test_present_values_counted_by_hand() -> None:
    sheet = PRESETS["zhejiang"][1]()
    ways = compare(
        sheet, [0, 0, 0], discount_bps=500, assumptions=Assumptions(effective_on=date(2026, 3, 15))
    )
    # 200,000 due 14 April 2027, 395 days after effect: 200,000 / 1.05^(395/365) = 189,713.88
    # Bought at once: 500,000 due 14 April 2026, 30 days: 500,000 / 1.05^(30/365) = 497,998.94
    # Ordinary: 200,000 due 14 April 2026: 199,199.58
    assert {way.kind: way.present_value_minor for way in ways.ways} == {
        "use_first": 189_713_88,
        "outright": 497_998_94,
        "ordinary": 199_199_58,
    }


def test_who_bears_the_risk() -> None:
    def risks(name: str) -> dict[str, str]:
        ways = compare(PRESETS[name][1](), [500_000_000] * 3, discount_bps=500, outright_minor=60_000_000)
        return {way.kind: way.risk for way in ways.ways}

    # Beijing: nothing sold, nothing owed. As an ordinary licence its 150,000 of milestones are due at effect.
    assert risks("beijing") == {"use_first": "licensor", "outright": "licensee", "ordinary": "shared"}
    # Shaanxi deferred: 300,000 are due after a year whatever is sold, unless the technology went back before.
    assert risks("shaanxi_deferred") == {
        "use_first": "shared",
        "outright": "licensee",
        "ordinary": "licensee",
    }


def test_the_year_in_which_buying_would_have_cost_the_same() -> None:
    plan = compare(
        PRESETS["beijing"][1](), [500_000_000] * 3, discount_bps=500, outright_minor=60_000_000
    ).way("use_first")
    assert plan is not None
    # Income from the first month: 3 % of 5 million = 150,000 a year. Pilot (50,000) in month 12 and delivery (100,000) in
    # month 18 both fall into year 2: 150,000, then 450,000, then 600,000 = the price.
    assert [year.cumulative_minor for year in plan.years] == [15_000_000, 45_000_000, 60_000_000]
    assert plan.reaches_outright_in_year == 3


@pytest.mark.parametrize(("sales", "rate"), [([], 500), ([-1], 500), ([1], -1), ([1], 10_001)])
def test_what_cannot_be_compared_is_refused(sales: list[int], rate: int) -> None:
    with pytest.raises(ValueError, match=r"years of sales|discount rate"):
        compare(PRESETS["beijing"][1](), sales, discount_bps=rate)
