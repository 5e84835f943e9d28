"""Fields that are newer than the first signed sheets: equity in place of fees, void rights. Hashes of old sheets stay."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from pydantic import ValidationError

from marketplace.terms import (
    PRESETS,
    Conversion,
    FixedRate,
    IncomeStatement,
    MilestoneReached,
    NextRound,
    PreMoney,
    Royalty,
    TermSheet,
    add_months,
    canonical_json,
    cautions,
    conversion_date,
    converted_share_bps,
    describe,
    licence_end,
    obligations,
    simulate,
    terms_hash,
    trigger_date,
)
from marketplace.terms.facts import ContractFacts, Obligation
from tests.marketplace.terms.strategies import sales_plans, sheets

T0 = date(2026, 1, 1)
DAYS = st.dates(date(2026, 1, 1), date(2032, 12, 31))
CLAUSE = Conversion(until_months=24, valuation=PreMoney(pre_money_minor=900 * 10_000_00), max_share_bps=1_000)


def test_a_sheet_without_the_new_field_keeps_the_hash_it_was_signed_with() -> None:
    # Counted by the code as it stood before the field existed.
    signed = {
        "beijing": "16f3fa929ceb869e8c3f2dc647030a21619b893f35d4e0be9445d05eb4397308",
        "shaanxi_instalments": "5b244aa4101a57db1d45ce5c6aedc2e99418e79a01048e86254a655b7785f2a2",
        "zhejiang": "c99912522ef7151f9dae73c16abb360a03d3c66330ed085e5d0f959a189f222c",
    }
    assert {name: terms_hash(PRESETS[name][1]()) for name in signed} == signed
    plain = PRESETS["zhejiang"][1]()
    assert "conversion" not in canonical_json(plain)
    assert "conversion" not in plain.model_dump()
    assert "conversion" not in plain.model_dump_json()


def test_a_clause_is_part_of_the_hash_and_survives_the_written_form() -> None:
    plain = PRESETS["zhejiang"][1]()
    with_clause = plain.model_copy(update={"conversion": CLAUSE})
    assert terms_hash(with_clause) != terms_hash(plain)
    assert TermSheet.model_validate_json(canonical_json(with_clause)) == with_clause
    assert TermSheet.model_validate(plain.model_dump(mode="json") | {"conversion": None}) == plain


@pytest.mark.parametrize(
    "clause",
    [
        {"until_months": 0},
        {"until_months": 37},  # the licence of this mode runs 36 months
        {"max_share_bps": 0},
        {"max_share_bps": 10_001},
        {"valuation": {"kind": "pre_money", "pre_money_minor": 0}},
        {"valuation": {"kind": "next_round", "discount_bps": 10_000}},
        {"valuation": {"kind": "guess"}},
        {"surprise": 1},
    ],
)
def test_a_clause_that_cannot_be_carried_out_is_refused(clause: dict[str, object]) -> None:
    plain = PRESETS["zhejiang"][1]().model_dump(mode="json")
    with pytest.raises(ValidationError):
        TermSheet.model_validate(plain | {"conversion": CLAUSE.model_dump(mode="json") | clause})


def test_a_clause_is_said_in_both_languages_and_cautioned() -> None:
    sheet = PRESETS["zhejiang"][1]().model_copy(update={"conversion": CLAUSE})
    (chinese,) = [line for line in describe(sheet, "zh-CN") if "股权" in line]
    assert chinese == (
        "生效后 24 个月内，许可方可以选择一次，将尚未产生的许可费转为对被许可方的股权，按企业投前估值 9,000,000 元作价，"
        "持股比例不超过 10%；转股后不再产生许可费，许可继续有效，已产生的费用照付。"
    )
    round_ = CLAUSE.model_copy(update={"valuation": NextRound(discount_bps=2_000)})
    english = " ".join(describe(sheet.model_copy(update={"conversion": round_}), "en"))
    assert "at 80% of the pre-money value of the next round and at most 10% of the firm" in english
    assert [c.code for c in cautions(sheet)] == ["conversion"]
    steep = CLAUSE.model_copy(update={"valuation": NextRound(discount_bps=5_001)})
    assert [(c.code, c.field) for c in cautions(sheet.model_copy(update={"conversion": steep}))] == [
        ("conversion", "conversion"),
        ("conversion_discount", "conversion"),
    ]


def test_shares_counted_by_hand() -> None:
    # 100,000 at 9,000,000 before: 100,000 / 9,100,000 = 1.0989 % → 109 bps
    assert converted_share_bps(CLAUSE, claim_minor=10_000_000) == 109
    # 1,000,000 / 10,000,000 = 10 %: just the most that was agreed; more buys no more
    assert converted_share_bps(CLAUSE, claim_minor=100_000_000) == 1_000
    assert converted_share_bps(CLAUSE, claim_minor=200_000_000) == 1_000
    assert converted_share_bps(CLAUSE, claim_minor=0) == 0
    later = CLAUSE.model_copy(update={"valuation": NextRound(discount_bps=2_000)})
    assert converted_share_bps(later, claim_minor=10_000_000) is None
    # The round at 20,000,000 less 20 % = 16,000,000: 100,000 / 16,100,000 = 0.6211 % → 62 bps
    assert converted_share_bps(later, claim_minor=10_000_000, round_pre_money_minor=2_000_000_000) == 62
    with pytest.raises(ValueError, match="not negative"):
        converted_share_bps(CLAUSE, claim_minor=-1)


@given(st.integers(0, 10**15), st.integers(1, 10**15), st.integers(1, 10_000))
def test_a_share_never_passes_the_agreed_most_and_grows_with_the_claim(
    claim: int, value: int, most: int
) -> None:
    clause = Conversion(until_months=1, valuation=PreMoney(pre_money_minor=value), max_share_bps=most)
    share, more = (converted_share_bps(clause, claim_minor=c) for c in (claim, 2 * claim))
    assert share is not None
    assert more is not None
    assert 0 <= share <= more <= most


def _split(sheet: TermSheet, facts: ContractFacts, day: date, stopped: list[Obligation]) -> None:
    """What had come into being by a day stays as it was; nothing comes into being or waits from that day on."""
    running = obligations(sheet, facts)
    kept = [o for o in running if o.arises_on is not None and o.arises_on < day]
    for each in kept:
        assert each in stopped
    for each in stopped:
        assert each.arises_on is not None
        assert each.arises_on < day
        # New is at most the part, by days, of a period or a paying year that was cut short.
        assert each in kept or each.kind in {"royalty", "minimum_royalty"}


@given(sheets(), sales_plans, DAYS)
def test_void_rights_stop_what_has_not_come_into_being(sheet: TermSheet, sales: list[int], day: date) -> None:
    facts = simulate(sheet, sales).facts
    void = facts.model_copy(update={"invalidated_on": day})
    _split(sheet, facts, day, obligations(sheet, void))
    end, trigger = licence_end(sheet, void), trigger_date(sheet, void)
    assert end is not None
    assert end <= day
    assert trigger is None or trigger < day


@given(sheets(), sales_plans, DAYS, st.integers(1, 72))
def test_equity_stands_in_place_of_later_fees_while_the_licence_goes_on(
    sheet: TermSheet, sales: list[int], day: date, months: int
) -> None:
    clause = CLAUSE.model_copy(update={"until_months": min(months, sheet.months)})
    facts = simulate(sheet, sales).facts
    converted = facts.model_copy(update={"converted_on": day})
    assert obligations(sheet, converted) == obligations(sheet, facts), "no clause, no conversion"
    convertible = sheet.model_copy(update={"conversion": clause})
    assert licence_end(convertible, converted) == licence_end(sheet, facts)
    if day >= add_months(T0, clause.until_months):
        assert conversion_date(convertible, converted) is None
        assert obligations(convertible, converted) == obligations(sheet, facts)
    else:
        assert conversion_date(convertible, converted) == day
        _split(sheet, facts, day, obligations(convertible, converted))


@given(sheets(), sales_plans, DAYS)
def test_an_earlier_end_never_costs_more(sheet: TermSheet, sales: list[int], day: date) -> None:
    facts = simulate(sheet, sales).facts
    running = sum(o.amount_minor for o in obligations(sheet, facts))
    void = sum(o.amount_minor for o in obligations(sheet, facts.model_copy(update={"invalidated_on": day})))
    assert void <= running


def test_a_quarter_in_which_the_rights_became_void_counts_by_days() -> None:
    sheet = TermSheet.model_validate(
        {
            "territory": "中国境内",
            "field_of_use": "钢结构焊接",
            "months": 60,
            "deferral_trigger": {"kind": "first_income"},
            "deferred_fee_minor": 1_000_000,
            "instalments": {"count": 2, "every_months": 12},
            "milestones": [
                {"key": "a", "name": "量产", "evidence": "报告", "amount_minor": 500, "planned_month": 6}
            ],
            "royalty": Royalty(base="net_sales", schedule=FixedRate(rate_bps=500)).model_dump(),
            "buyout_price_minor": 9_000_000,
        }
    )
    facts = ContractFacts(
        effective_on=date(2026, 1, 1),
        first_income_on=date(2026, 1, 1),
        milestones=(MilestoneReached(key="a", reached_on=date(2027, 3, 1)),),
        statements=(
            IncomeStatement(from_on=date(2026, 1, 1), to_on=date(2026, 4, 1), base_minor=100_000_00),
            IncomeStatement(from_on=date(2026, 4, 1), to_on=date(2026, 7, 1), base_minor=91_000_00),
        ),
        invalidated_on=date(2026, 5, 1),
        bought_out_on=date(2026, 6, 1),
    )
    # First instalment 5,000 of 1 January stays; the second, the milestone and the buy-out came after 1 May: gone.
    # Quarter 1: 100,000 × 5 % = 5,000. Quarter 2 has 91 days, 30 of them before 1 May: 30,000 × 5 % = 1,500;
    # it closes on 30 April, + 30 to report + 30 to pay = 29 June.
    assert [(o.key, o.amount_minor, o.due_on) for o in obligations(sheet, facts)] == [
        ("deferred:1", 500_000, date(2026, 1, 31)),
        ("royalty:1:2026-01-01", 5_000_00, date(2026, 5, 30)),
        ("royalty:1:2026-04-01", 1_500_00, date(2026, 6, 29)),
    ]


def test_equity_replaces_fees_but_not_the_price_of_the_technology() -> None:
    sheet = PRESETS["zhejiang"][1]().model_copy(update={"conversion": CLAUSE})
    facts = ContractFacts(effective_on=T0, converted_on=date(2026, 6, 1))
    assert obligations(sheet, facts) == []
    bought = facts.model_copy(update={"bought_out_on": date(2026, 9, 1)})
    assert [(o.key, o.amount_minor) for o in obligations(sheet, bought)] == [("buyout", 50_000_000)]
