"""Contracts counted by hand: the working stands beside each figure."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from pydantic import ValidationError

from marketplace.terms import (
    PRESETS,
    AfterMonths,
    AtFirstIncome,
    ContractFacts,
    EarliestOf,
    FixedRate,
    IncomeStatement,
    MilestoneReached,
    Royalty,
    TermSheet,
    Tier,
    TieredRate,
    YearlyRates,
    YearRate,
    canonical_json,
    cautions,
    describe,
    late_interest,
    obligations,
    simulate,
)

T0 = date(2026, 3, 15)
WAN = 10_000_00


def preset(name: str) -> TermSheet:
    return PRESETS[name][1]()


def sheet_with(royalty: object = None, **changes: object) -> TermSheet:
    base = {
        "territory": "中国境内",
        "field_of_use": "钢结构焊接",
        "months": 60,
        "deferral_trigger": {"kind": "date", "after_months": 12},
        "royalty": royalty.model_dump() if isinstance(royalty, Royalty) else royalty,
    }
    return TermSheet.model_validate(base | changes)


def due(sheet: TermSheet, facts: ContractFacts) -> list[tuple[str, int, date | None]]:
    return [(o.key, o.amount_minor, o.due_on) for o in obligations(sheet, facts)]


def statement(from_on: date, to_on: date, base: int) -> IncomeStatement:
    return IncomeStatement(from_on=from_on, to_on=to_on, base_minor=base)


def test_shaanxi_deferred_one_sum_a_year_after_effect() -> None:
    # 15 March 2027 + 30 days to pay = 14 April 2027
    assert due(preset("shaanxi_deferred"), ContractFacts(effective_on=T0)) == [
        ("deferred:1", 30 * WAN, date(2027, 4, 14))
    ]


def test_shaanxi_instalments_four_parts_every_half_year() -> None:
    # 360,000 / 4 = 90,000 on 15 March and 15 September 2027 and 2028, each + 30 days
    assert due(preset("shaanxi_instalments"), ContractFacts(effective_on=T0)) == [
        ("deferred:1", 9 * WAN, date(2027, 4, 14)),
        ("deferred:2", 9 * WAN, date(2027, 10, 15)),
        ("deferred:3", 9 * WAN, date(2028, 4, 14)),
        ("deferred:4", 9 * WAN, date(2028, 10, 15)),
    ]


def test_shaanxi_conditional_waits_for_mass_production() -> None:
    sheet, facts = preset("shaanxi_conditional"), ContractFacts(effective_on=T0)
    assert due(sheet, facts) == [("deferred:1", 30 * WAN, None)]
    reached = facts.model_copy(
        update={"milestones": (MilestoneReached(key="mass_production", reached_on=date(2027, 8, 2)),)}
    )
    assert due(sheet, reached) == [("deferred:1", 30 * WAN, date(2027, 9, 1))]


def test_shaanxi_income_share_counts_only_from_first_income() -> None:
    facts = ContractFacts(
        effective_on=T0,
        first_income_on=date(2026, 6, 1),
        statements=(
            statement(date(2026, 4, 1), date(2026, 6, 1), 99_999_00),  # before the trigger: free
            statement(date(2026, 6, 1), date(2026, 9, 1), 200_000_00),
        ),
    )
    # 200,000 × 5 % = 10,000; last day of the period 31 August + 30 to report + 30 to pay = 30 October
    assert due(preset("shaanxi_income_share"), facts) == [
        ("royalty:1:2026-06-01", 10_000_00, date(2026, 10, 30))
    ]


def test_beijing_milestones_wait_for_the_trigger_and_royalty_follows() -> None:
    facts = ContractFacts(
        effective_on=T0,
        milestones=(MilestoneReached(key="pilot", reached_on=date(2026, 8, 1)),),
        statements=(statement(date(2027, 3, 15), date(2027, 6, 15), 1_000_000_00),),
    )
    # Trigger: 12 months, 15 March 2027. The pilot ended in August 2026, so its fee arises on the trigger: + 30 = 14 April.
    # 1,000,000 × 3 % = 30,000; 14 June + 60 days = 13 August. The first sale is still awaited.
    assert due(preset("beijing"), facts) == [
        ("milestone:pilot", 5 * WAN, date(2027, 4, 14)),
        ("royalty:1:2027-03-15", 3 * WAN, date(2027, 8, 13)),
        ("milestone:first_sale", 10 * WAN, None),
    ]


def test_zhejiang_a_free_year_then_the_buyout_replaces_the_rest() -> None:
    facts = ContractFacts(effective_on=T0, bought_out_on=date(2027, 3, 1))
    # Bought before the deferred fee arose: the price alone, 1 March + 30 days = 31 March.
    assert due(preset("zhejiang"), facts) == [("buyout", 50 * WAN, date(2027, 3, 31))]
    later = facts.model_copy(update={"bought_out_on": date(2027, 6, 1)})
    assert due(preset("zhejiang"), later) == [
        ("deferred:1", 20 * WAN, date(2027, 4, 14)),
        ("buyout", 50 * WAN, date(2027, 7, 1)),
    ]


def test_tiers_with_minimum_and_cap() -> None:
    royalty = Royalty(
        base="net_sales",
        schedule=TieredRate(
            tiers=(Tier(above_minor=0, rate_bps=500), Tier(above_minor=100 * WAN, rate_bps=300))
        ),
        min_annual_minor=2 * WAN,
        cap_total_minor=12 * WAN,
        report_frequency="yearly",
    )
    sheet = sheet_with(royalty, months=48)
    y1, y2, y3, end = date(2027, 3, 15), date(2028, 3, 15), date(2029, 3, 15), date(2030, 3, 15)
    facts = ContractFacts(
        effective_on=T0,
        statements=(statement(y1, y2, 10 * WAN), statement(y2, y3, 200 * WAN), statement(y3, end, 200 * WAN)),
    )
    # Year 1: 100,000 × 5 % = 5,000, minimum 20,000 → top-up 15,000.
    # Year 2: 1,000,000 × 5 % + 1,000,000 × 3 % = 80,000. So far 100,000 of the cap of 120,000.
    # Year 3: again 80,000, but only 20,000 are left.
    assert [(o.key, o.amount_minor) for o in obligations(sheet, facts)] == [
        ("royalty:1:2027-03-15", 5_000_00),
        ("minimum:1", 15_000_00),
        ("royalty:2:2028-03-15", 80_000_00),
        ("royalty:3:2029-03-15", 20_000_00),
    ]


def test_falling_rates_follow_the_paying_year() -> None:
    royalty = Royalty(
        base="net_sales",
        schedule=YearlyRates(
            kind="falling", steps=(YearRate(from_year=1, rate_bps=500), YearRate(from_year=3, rate_bps=200))
        ),
        report_frequency="yearly",
    )
    result = simulate(sheet_with(royalty), [0, 100 * WAN, 100 * WAN, 100 * WAN])
    # Year 1 is free. Paying years 1 and 2 at 5 % = 50,000, paying year 3 at 2 % = 20,000.
    assert [year.total_minor for year in result.years] == [0, 5 * WAN, 5 * WAN, 2 * WAN]


def test_a_last_year_cut_short_owes_its_minimum_by_days() -> None:
    royalty = Royalty(base="net_sales", schedule=FixedRate(rate_bps=100), min_annual_minor=36_500_00)
    sheet = sheet_with(royalty, months=18)
    # Paying from 15 March 2027, licence ends 15 September 2027: 184 of 366 days (2028 is a leap year): 36,500 × 184 / 366
    assert [o.amount_minor for o in obligations(sheet, ContractFacts(effective_on=T0))] == [
        36_500_00 * 184 // 366
    ]


def test_fen_are_not_lost_in_a_year_of_small_statements() -> None:
    royalty = Royalty(base="net_sales", schedule=FixedRate(rate_bps=333))
    sheet = sheet_with(royalty)
    days = [date(2027, 3, 15), date(2027, 6, 15), date(2027, 9, 15), date(2027, 12, 15), date(2028, 3, 15)]
    facts = ContractFacts(effective_on=T0, statements=tuple(statement(a, b, 15) for a, b in pairwise(days)))
    # 60 fen × 3.33 % = 1.998 → 2 fen in the year; each quarter alone (0.4995) would have rounded to nothing.
    assert sum(o.amount_minor for o in obligations(sheet, facts)) == 2


def test_returned_in_the_free_period_owes_nothing() -> None:
    facts = ContractFacts(effective_on=T0, ended_on=date(2026, 12, 1))
    assert due(preset("zhejiang"), facts) == []


def test_royalties_end_with_the_last_patent() -> None:
    royalty = Royalty(base="net_sales", schedule=FixedRate(rate_bps=100), min_annual_minor=36_500_00)
    facts = ContractFacts(effective_on=T0, rights_end_on=date(2027, 9, 15))
    # 民法典 §865: paying from 15 March to 15 September 2027, 184 of 366 days
    assert [o.amount_minor for o in obligations(sheet_with(royalty), facts)] == [36_500_00 * 184 // 366]


def test_before_effect_everything_waits() -> None:
    assert due(preset("shaanxi_deferred"), ContractFacts()) == [("deferred:1", 30 * WAN, None)]


def test_a_later_agreed_start_moves_everything() -> None:
    sheet = sheet_with(deferred_fee_minor=WAN, start_on=date(2026, 5, 1))
    assert due(sheet, ContractFacts(effective_on=T0)) == [("deferred:1", WAN, date(2027, 5, 31))]


def test_outright_against_use_first() -> None:
    sheet = sheet_with(Royalty(base="net_sales", schedule=FixedRate(rate_bps=400)))
    result = simulate(sheet, [0, 100 * WAN, 150 * WAN], outright_minor=20 * WAN)
    # 4 % of 2.5 million = 100,000 against 200,000; break-even at 200,000 / 4 % = 5 million.
    assert (result.total_minor, result.difference_minor) == (10 * WAN, -10 * WAN)
    assert result.worst_case_minor == 0
    point = result.break_even_sales_minor
    assert point is not None
    assert abs(point - 500 * WAN) <= 20  # the search rounds half-even at the last fen


def test_late_interest_is_five_hundredths_of_a_percent_a_day() -> None:
    # 100,000.00 × 0.05 % × 10 days = 500.00
    assert late_interest(preset("zhejiang"), 10 * WAN, T0, T0 + timedelta(days=10)) == 500_00
    assert late_interest(preset("zhejiang"), 10 * WAN, T0, T0 - timedelta(days=3)) == 0


def test_a_default_bears_interest_from_the_day_after_the_last_day_to_pay() -> None:
    sheet = preset("shaanxi_deferred")
    # 300,000 due 14 April 2027. Paid that day: nothing. Paid 15 April: 300,000 × 0.05 % = 150.
    assert late_interest(sheet, 30 * WAN, date(2027, 4, 14), date(2027, 4, 14)) == 0
    assert late_interest(sheet, 30 * WAN, date(2027, 4, 14), date(2027, 4, 15)) == 150_00
    # Paid 14 April 2028, across 29 February: 366 days × 150 = 54,900.
    assert late_interest(sheet, 30 * WAN, date(2027, 4, 14), date(2028, 4, 14)) == 54_900_00
    # Paid in parts: 100,000 after 10 days and 200,000 after 40: 100,000 × 0.5 % + 200,000 × 2 % = 500 + 4,000.
    parts = ((10 * WAN, date(2027, 4, 24)), (20 * WAN, date(2027, 5, 24)))
    assert sum(late_interest(sheet, part, date(2027, 4, 14), paid) for part, paid in parts) == 4_500_00
    # 12,345.67 × 0.05 % × 7 = 43.209845 → 43.21, half up.
    assert late_interest(sheet, 12_345_67, date(2027, 4, 14), date(2027, 4, 21)) == 43_21
    assert late_interest(sheet, 0, date(2027, 4, 14), date(2030, 1, 1)) == 0
    with pytest.raises(ValueError, match="not negative"):
        late_interest(sheet, -1, T0, T0)


def test_another_agreed_rate_of_late_interest_and_none_at_all() -> None:
    # 0.03 % a day on 90,000 for 31 days: 90,000 × 0.0003 × 31 = 837
    third = preset("shaanxi_instalments").model_copy(update={"late_interest_bps_per_day": 3})
    assert late_interest(third, 9 * WAN, date(2027, 10, 15), date(2027, 11, 15)) == 837_00
    assert (
        "逾期付款自到期次日起每日按未付金额的 0.03% 支付违约金；例如 100,000 元逾期 10 日为 300 元。"
        in describe(third, "zh-CN")
    )
    none = third.model_copy(update={"late_interest_bps_per_day": 0})
    assert late_interest(none, 9 * WAN, date(2027, 10, 15), date(2028, 10, 15)) == 0
    assert "No penalty for late payment was agreed." in describe(none, "en")


def test_shaanxi_instalments_when_the_patent_is_declared_invalid() -> None:
    facts = ContractFacts(effective_on=T0, invalidated_on=date(2028, 1, 10))
    # Parts of 15 March and 15 September 2027 had come into being and stay; those of 2028 never do (专利法 §47).
    assert due(preset("shaanxi_instalments"), facts) == [
        ("deferred:1", 9 * WAN, date(2027, 4, 14)),
        ("deferred:2", 9 * WAN, date(2027, 10, 15)),
    ]


def test_a_minimum_ends_with_void_rights_by_days() -> None:
    royalty = Royalty(base="net_sales", schedule=FixedRate(rate_bps=100), min_annual_minor=36_500_00)
    facts = ContractFacts(effective_on=T0, invalidated_on=date(2027, 9, 15))
    # Paying from 15 March to 15 September 2027: 184 of 366 days, 36,500 × 184 / 366 = 18,349.72
    assert [o.amount_minor for o in obligations(sheet_with(royalty), facts)] == [18_349_72]


def test_beijing_returned_after_the_pilot_owes_the_pilot_alone() -> None:
    facts = ContractFacts(
        effective_on=T0,
        first_income_on=date(2026, 11, 2),
        milestones=(MilestoneReached(key="pilot", reached_on=date(2026, 10, 20)),),
        statements=(statement(date(2026, 11, 2), date(2027, 2, 2), 400_000_00),),
        ended_on=date(2027, 2, 2),
    )
    # First income 2 November 2026 ends free use: the pilot's 50,000 arise that day, + 30 = 2 December.
    # 400,000 × 3 % = 12,000; 1 February + 60 = 2 April. The delivery can no longer come.
    assert due(preset("beijing"), facts) == [
        ("milestone:pilot", 5 * WAN, date(2026, 12, 2)),
        ("royalty:1:2026-11-02", 12_000_00, date(2027, 4, 2)),
    ]


def test_beijing_ends_at_its_cap() -> None:
    first = date(2026, 6, 15)
    sheet = preset("beijing").model_copy(
        update={
            "royalty": Royalty(base="net_sales", schedule=FixedRate(rate_bps=300), cap_total_minor=200 * WAN)
        }
    )
    facts = ContractFacts(
        effective_on=T0,
        first_income_on=first,
        statements=(
            statement(first, date(2026, 9, 15), 5_000 * WAN),
            statement(date(2026, 9, 15), date(2026, 12, 15), 3_000 * WAN),
        ),
    )
    # 50 million × 3 % = 1.5 million; 30 million × 3 % = 900,000, of which the cap of 2 million leaves 500,000.
    assert [(o.key, o.amount_minor) for o in obligations(sheet, facts) if o.kind == "royalty"] == [
        ("royalty:1:2026-06-15", 150 * WAN),
        ("royalty:1:2026-09-15", 50 * WAN),
    ]


def test_cautions_are_data() -> None:
    short = sheet_with(deferral_trigger={"kind": "date", "after_months": 6}, free_period_months=6)
    assert [c.code for c in cautions(short)] == ["deferral_short"]
    # The earliest of six months and income can end before a year without income: still short.
    either = EarliestOf(triggers=(AfterMonths(after_months=6), AtFirstIncome()))
    assert [c.code for c in cautions(short.model_copy(update={"deferral_trigger": either}))] == [
        "deferral_short"
    ]
    assert cautions(sheet_with(deferral_trigger={"kind": "first_income"})) == []
    high = Royalty(base="net_sales", schedule=FixedRate(rate_bps=2001))
    assert [(c.code, c.zh) for c in cautions(sheet_with(high))] == [
        ("royalty_high_sales", "提成率 20.01% 高于净销售额的 20%，超出国家知识产权局指引的常见上限。")
    ]
    assert cautions(sheet_with(high.model_copy(update={"base": "profit"}))) == []
    assert [c.code for c in cautions(sheet_with(deferred_fee_minor=2_000 * WAN + 1))] == ["fixed_fee_high"]
    assert [c.code for c in cautions(sheet_with(entry_fee_minor=1))] == ["entry_fee"]
    assert all(cautions(make()) == [] for _, make in PRESETS.values())


@pytest.mark.parametrize(
    "changes",
    [
        {"entry_fee_minor": 1.5},
        {"entry_fee_minor": -1},
        {"entry_fee_minor": 10**15 + 1},
        {"entry_fee_minor": "100"},
        {"entry_fee_minor": True},
        {"months": 0},
        {"deferral_trigger": {"kind": "milestone", "milestone": "missing"}},
        {"deferral_trigger": {"kind": "date", "after_months": 61}},
        {"free_period_months": 24},
        {"instalments": {"count": 2, "every_months": 3}},
        {"surprise": 1},
        {"royalty": {"base": "per_unit", "schedule": {"kind": "fixed", "rate_bps": 1}}},
        {
            "royalty": {
                "base": "profit",
                "schedule": {"kind": "tiered", "tiers": [{"above_minor": 5, "rate_bps": 1}]},
            }
        },
        {
            "royalty": {
                "base": "profit",
                "schedule": {
                    "kind": "rising",
                    "steps": [{"from_year": 1, "rate_bps": 9}, {"from_year": 2, "rate_bps": 1}],
                },
            }
        },
    ],
)
def test_a_sheet_that_cannot_be_counted_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        sheet_with(**changes)


def test_the_canonical_form_is_frozen_for_ever() -> None:
    # A changed form would change the hash of every signed contract.
    assert canonical_json(sheet_with()) == (
        '{"annuity_payer":"licensor","buyout_price_minor":null,"confidentiality_months":60,"currency":"CNY",'
        '"deferral_trigger":{"after_months":12,"kind":"date"},"deferred_fee_minor":0,"entry_fee_minor":0,'
        '"exit":"return_data","field_of_use":"钢结构焊接","free_period_months":12,"improvements":"each_keeps",'
        '"instalments":null,"late_interest_bps_per_day":5,"licence_type":"non_exclusive","milestones":[],"months":60,'
        '"payment_days":30,"royalty":null,"schema_version":1,"start_on":null,"sublicensable":false,'
        '"territory":"中国境内"}'
    )


def test_plain_sentences_of_the_beijing_mode() -> None:
    chinese = describe(preset("beijing"), "zh-CN")
    assert (
        "先使用后付费：以下情形最早发生之前免费使用：合同生效满 12 个月、首次取得实施许可技术的收入。"
        in chinese
    )
    assert "按许可产品净销售额的 3% 提成。" in chinese
    english = describe(preset("beijing"), "en")
    assert "Royalties end at CNY 2,000,000 in all." in english
    assert len(chinese) == len(english)


def test_no_sales_no_years_negative_sales() -> None:
    with pytest.raises(ValueError, match="1 to 50 years"):
        simulate(preset("beijing"), [])
    with pytest.raises(ValueError, match="negative"):
        simulate(preset("beijing"), [-1])
