"""Two sheets side by side: what changed, in whose favour, and what it costs."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from marketplace.core.i18n import Text
from marketplace.terms import (
    AfterMonths,
    AtEffect,
    AtFirstIncome,
    Conversion,
    EarliestOf,
    FixedRate,
    Instalments,
    Milestone,
    PreMoney,
    Royalty,
    TermSheet,
    Tier,
    TieredRate,
    UnitFee,
    YearlyRates,
    YearRate,
    cost_of,
    differences,
    terms_hash,
)
from tests.factories.listings import a_term_sheet
from tests.marketplace.terms.strategies import sheets

BEFORE = a_term_sheet()
STEP = Milestone(key="pilot", name="完成中试", evidence="报告", amount_minor=500_000, planned_month=6)


def royalty(**changes: Any) -> Royalty:
    values: dict[str, Any] = {
        "base": "net_sales",
        "schedule": FixedRate(rate_bps=370),
        "cap_total_minor": 200_000_000,
    }
    return Royalty(**values | changes)


RISING = YearlyRates(
    kind="rising", steps=(YearRate(from_year=1, rate_bps=300), YearRate(from_year=3, rate_bps=370))
)
CROSSING = TieredRate(tiers=(Tier(above_minor=0, rate_bps=500), Tier(above_minor=10**9, rate_bps=100)))
CASES: list[tuple[dict[str, Any], str, str | None]] = [
    ({"licence_type": "exclusive"}, "licence_type", "licensee"),
    ({"territory": "江苏省内"}, "territory", None),
    ({"field_of_use": "纺织品与木材烘干"}, "field_of_use", None),
    ({"months": 72}, "months", "licensee"),
    ({"start_on": date(2027, 1, 1)}, "start_on", None),
    ({"sublicensable": True}, "sublicensable", "licensee"),
    ({"free_period_months": 6}, "free_period_months", "licensor"),
    ({"deferral_trigger": AtFirstIncome()}, "deferral_trigger", "licensee"),
    ({"deferral_trigger": AtEffect()}, "deferral_trigger", "licensor"),
    (
        {"deferral_trigger": EarliestOf(triggers=(AfterMonths(after_months=18), AtFirstIncome()))},
        "deferral_trigger",
        "licensee",
    ),
    ({"entry_fee_minor": 100}, "entry_fee_minor", "licensor"),
    ({"deferred_fee_minor": 6_000_000}, "deferred_fee_minor", "licensee"),
    ({"instalments": Instalments(count=4, every_months=6)}, "instalments", "licensee"),
    ({"milestones": (STEP,)}, "milestones", "licensor"),
    ({"royalty": None}, "royalty", "licensee"),
    ({"royalty": royalty(schedule=FixedRate(rate_bps=300))}, "royalty.schedule", "licensee"),
    ({"royalty": royalty(schedule=RISING)}, "royalty.schedule", "licensee"),
    ({"royalty": royalty(schedule=CROSSING)}, "royalty.schedule", None),
    ({"royalty": royalty(base="profit")}, "royalty.schedule", None),
    ({"royalty": royalty(base="per_unit", schedule=UnitFee(fee_minor=5))}, "royalty.schedule", None),
    ({"royalty": royalty(min_annual_minor=100)}, "royalty.min_annual_minor", "licensor"),
    ({"royalty": royalty(cap_total_minor=None)}, "royalty.cap_total_minor", "licensor"),
    ({"royalty": royalty(report_frequency="yearly")}, "royalty.report_frequency", None),
    ({"royalty": royalty(report_days=45)}, "royalty.report_days", "licensee"),
    ({"royalty": royalty(audit_right=False)}, "royalty.audit_right", "licensee"),
    ({"buyout_price_minor": 10**8}, "buyout_price_minor", "licensee"),
    (
        {
            "conversion": Conversion(
                until_months=24, valuation=PreMoney(pre_money_minor=10**9), max_share_bps=500
            )
        },
        "conversion",
        None,
    ),
    ({"late_interest_bps_per_day": 8}, "late_interest_bps_per_day", "licensor"),
    ({"payment_days": 60}, "payment_days", "licensee"),
    ({"improvements": "licensor_option"}, "improvements", "licensor"),
    ({"improvements": "shared"}, "improvements", None),
    ({"exit": "destroy_data"}, "exit", None),
    ({"annuity_payer": "licensee"}, "annuity_payer", "licensor"),
    ({"confidentiality_months": 36}, "confidentiality_months", None),
]


@pytest.mark.parametrize(
    ("change", "field", "gains"), CASES, ids=[f"{c[1]}-{i}" for i, c in enumerate(CASES)]
)
def test_a_changed_clause_is_named_with_the_side_that_gains(
    change: dict[str, Any], field: str, gains: str | None
) -> None:
    after = a_term_sheet(**change)
    found = differences(BEFORE, after)
    assert [(d.field, d.gains) for d in found] == [(field, gains)]
    # Going back is the same clause with the gain on the other side.
    back = differences(after, BEFORE)
    other = {"licensee": "licensor", "licensor": "licensee", None: None}[gains]
    assert [(d.field, d.gains) for d in back] == [(field, other)]
    assert (back[0].before, back[0].after) == (found[0].after, found[0].before)


def test_every_clause_of_the_sheet_and_of_its_royalty_is_compared() -> None:
    known = {case[1] for case in CASES}
    plain = set(TermSheet.model_fields) - {"schema_version", "currency"}
    assert plain <= known
    assert {f"royalty.{name}" for name in Royalty.model_fields} - {"royalty.base"} <= known


def test_the_words_say_what_was_and_what_will_be() -> None:
    fee = differences(BEFORE, a_term_sheet(deferred_fee_minor=6_000_050))[0]
    assert (fee.before, fee.after) == (
        Text("80,000 元", "CNY 80,000"),
        Text("60,000.50 元", "CNY 60,000.50"),
    )
    rate = differences(BEFORE, a_term_sheet(royalty=royalty(schedule=FixedRate(rate_bps=300))))[0]
    assert rate.after == Text(
        "按许可产品净销售额的 3% 提成。", "Royalty of 3% of the net sales of licensed products."
    )


@given(sheets(), sheets())
def test_sheets_differ_in_words_exactly_when_their_hashes_differ(one: TermSheet, other: TermSheet) -> None:
    assert differences(one, one) == []
    found = differences(one, other)
    assert bool(found) == (terms_hash(one) != terms_hash(other))
    assert len({d.field for d in found}) == len(found)


def test_the_cost_is_that_of_the_schedule() -> None:
    plan = [0, 100_000_000, 200_000_000]
    cost = cost_of(BEFORE, plan, effective_on=date(2026, 1, 1))
    assert cost.by_year_minor == (0, 11_700_000, 7_400_000)
    assert (cost.total_minor, cost.worst_case_minor) == (19_100_000, 8_000_000)
    cheaper = cost_of(a_term_sheet(deferred_fee_minor=0), plan, effective_on=date(2026, 1, 1))
    assert (cheaper.total_minor, cheaper.worst_case_minor) == (11_100_000, 0)
