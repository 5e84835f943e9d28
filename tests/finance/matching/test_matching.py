"""Single rules, sentences, scores and flips with exact results."""

from datetime import date
from uuid import UUID

import pytest
from pydantic import ValidationError

from finance.matching import sentences
from finance.matching.evaluation import GateVerdict, Status, verdict
from finance.matching.facts import Fact, FactSheet, FactValue
from finance.matching.fields import FIELDS
from finance.matching.flip import NOT_REACHABLE
from finance.matching.gates import (
    AllOf,
    AnyOf,
    AnyRule,
    AtMostShare,
    Between,
    Flag,
    Gate,
    Headroom,
    NoneOf,
    NotOn,
    OneOf,
    SomeOf,
    ValidOn,
)
from finance.matching.reference import Match, Offer, match
from finance.matching.scoring import HOUSE, Graded, Meets, Preference, check_weights, score_parts
from marketplace.core.i18n import Text

ON = date(2026, 11, 23)
WAN = 1_000_000


def known(field: str, value: FactValue, valid_to: date | None = None) -> Fact:
    return Fact(field=field, value=value, as_of=ON, provenance="document", valid_to=valid_to)


def yes(field: str) -> Fact:
    return known(field, value=True)


def no(field: str) -> Fact:
    return known(field, value=False)


def sheet(*facts: Fact, on: date = ON) -> FactSheet:
    return FactSheet(applicant_id="firm", subject_id="project", on=on, facts=facts)


def gate(key: str, rule: AnyRule, who: str = "applicant") -> Gate:
    return Gate.model_validate(
        {
            "id": key,
            "rule": rule.model_dump(),
            "text": {"zh": "条件", "en": "condition"},
            "source": "产品说明（演示）",
            "document": {"zh": "材料", "en": "paper"},
            "changeable_by": who,
        }
    )


def matched(facts: FactSheet, *gates: Gate) -> Match:
    return match(
        Offer(instrument_id=UUID(int=1), instrument_version=1, gates=gates, preferences=HOUSE["debt"]), facts
    )


CLEAN = known("bad_lists", ())
LISTED = known("bad_lists", ("abnormal",))


@pytest.mark.parametrize(
    ("rule", "facts", "answer"),
    [
        (OneOf(field="city", values=("3201", "3205")), [known("city", "3205")], "pass"),
        (OneOf(field="city", values=("3201",)), [known("city", "3205")], "fail"),
        (OneOf(field="city", values=("3201",)), [], "unknown"),
        (
            AnyOf(field="right_types", values=("invention",)),
            [known("right_types", ("software", "invention"))],
            "pass",
        ),
        (AnyOf(field="right_types", values=("invention",)), [known("right_types", ())], "fail"),
        (Between(field="trl", min=4, max=6), [known("trl", 4)], "pass"),
        (Between(field="trl", min=4, max=6), [known("trl", 6)], "pass"),
        (Between(field="trl", min=4, max=6), [known("trl", 7)], "fail"),
        (Between(field="trl", min=4), [known("trl", 9, date(2026, 11, 22))], "unknown"),
        (ValidOn(certificate="tech_sme"), [known("tech_sme", "202632010600000001", ON)], "pass"),
        (
            ValidOn(certificate="tech_sme"),
            [known("tech_sme", "202632010600000001", date(2026, 11, 22))],
            "fail",
        ),
        (ValidOn(certificate="tech_sme"), [known("tech_sme", "202632010600000001")], "unknown"),
        (ValidOn(certificate="tech_sme"), [no("tech_sme")], "fail"),
        (Flag(field="overdue_debt", expected=False), [no("overdue_debt")], "pass"),
        (Flag(field="overdue_debt", expected=False), [], "unknown"),
        # 25 % of 10,000,000 yuan is 2,500,000 yuan, and not one fen more
        (
            AtMostShare(field="amount_minor", of="appraised_value_minor", bps=2_500),
            [known("amount_minor", 250 * WAN), known("appraised_value_minor", 1_000 * WAN)],
            "pass",
        ),
        (
            AtMostShare(field="amount_minor", of="appraised_value_minor", bps=2_500),
            [known("amount_minor", 250 * WAN + 1), known("appraised_value_minor", 1_000 * WAN)],
            "fail",
        ),
        (
            Headroom(field="amount_minor", cap=3_000 * WAN, used="guaranteed_balance_minor"),
            [known("amount_minor", 800 * WAN), known("guaranteed_balance_minor", 2_200 * WAN)],
            "pass",
        ),
        (
            Headroom(field="amount_minor", cap=3_000 * WAN, used="guaranteed_balance_minor"),
            [known("amount_minor", 800 * WAN), known("guaranteed_balance_minor", 2_300 * WAN)],
            "fail",
        ),
        (
            Headroom(field="amount_minor", cap=1, used="bank_debt_minor"),
            [known("amount_minor", 2)],
            "unknown",
        ),
        (NotOn(list="abnormal"), [CLEAN], "pass"),
        (NotOn(list="abnormal"), [LISTED], "fail"),
        (NotOn(list="abnormal"), [], "unknown"),
        (
            SomeOf(of=(Flag(field="national_project"), NotOn(list="tax"))),
            [yes("national_project")],
            "pass",
        ),
        (
            SomeOf(of=(Flag(field="national_project"), NotOn(list="tax"))),
            [no("national_project")],
            "unknown",
        ),
        (
            AllOf(of=(Flag(field="national_project"), NotOn(list="tax"))),
            [no("national_project")],
            "fail",
        ),
        (NoneOf(of=(Flag(field="overdue_debt"), NotOn(list="tax"))), [yes("overdue_debt")], "fail"),
        (NoneOf(of=(Flag(field="overdue_debt"),)), [no("overdue_debt")], "pass"),
    ],
)
def test_each_rule_answers_three_ways(rule: AnyRule, facts: list[Fact], answer: str) -> None:
    assert verdict(rule, sheet(*facts)) == GateVerdict(answer)


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "between", "field": "trl"},
        {"kind": "between", "field": "trl", "min": 5, "max": 4},
        {"kind": "between", "field": "city", "min": 1},
        {"kind": "one_of", "field": "city", "values": []},
        {"kind": "one_of", "field": "city", "values": ["上海"]},
        {"kind": "not_on", "list": "gossip"},
        {"kind": "at_most_share", "field": "amount_minor", "of": "staff", "bps": 100},
        {"kind": "headroom", "field": "amount_minor", "used": "amount_minor", "cap": 5},
        {"kind": "flag", "field": "overdue_debt", "expect": False},
        {"kind": "sql", "where": "1=1"},
        {"kind": "any", "of": []},
        {
            "kind": "any",
            "of": [
                {"kind": "all", "of": [{"kind": "none", "of": [{"kind": "flag", "field": "overdue_debt"}]}]}
            ],
        },
    ],
)
def test_a_rule_outside_the_closed_set_is_refused(rule: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Gate.model_validate(
            {
                "id": "gate",
                "rule": rule,
                "text": {"zh": "条件", "en": "condition"},
                "source": "演示",
                "document": {"zh": "材料", "en": "paper"},
                "changeable_by": "applicant",
            }
        )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("trl", "7"),
        ("trl", True),
        ("overdue_debt", 1),
        ("city", "9999"),
        ("fields", "氢能"),
        ("tech_sme", True),
        ("x", 1),
    ],
)
def test_a_fact_of_the_wrong_kind_is_refused(field: str, value: FactValue) -> None:
    with pytest.raises(ValidationError):
        known(field, value)


def test_a_missing_fact_has_no_value_and_a_present_one_has() -> None:
    with pytest.raises(ValidationError):
        Fact(field="trl", value=3, as_of=ON, provenance="missing")
    with pytest.raises(ValidationError):
        Fact(field="trl", value=None, as_of=ON, provenance="declared")


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            Between(field="amount_minor", min=50 * WAN, max=500 * WAN),
            "申请金额在 50 万元至 500 万元之间",
            "Amount asked from RMB 500,000 to RMB 5,000,000",
        ),
        (
            Between(field="firm_age_months", max=60),
            "成立时间不超过 60 个月",
            "Age of the firm at most 60 months",
        ),
        (
            Between(field="rd_share_bps", min=350),
            "研发费用占成本费用比例不少于 3.5%",
            "R&D share of cost at least 3.5%",
        ),
        (
            Between(field="assets_minor", max=30_000 * WAN),
            "资产总额不超过 3 亿元",
            "Total assets at most RMB 300,000,000",
        ),
        (OneOf(field="city", values=("3205",)), "注册地属于：苏州", "Registered in is among: Suzhou"),
        (NotOn(list="abnormal"), "未列入经营异常名录", "Not on the list of abnormal operation"),
        (
            SomeOf(of=(ValidOn(certificate="hnte"), Flag(field="national_project"))),
            "高新技术企业在决定之日有效，或承担国家或省级科技任务",
            "High-tech enterprise valid on the decision date, or Runs a national or provincial project",
        ),
    ],
)
def test_a_rule_reads_as_a_sentence(rule: AnyRule, zh: str, en: str) -> None:
    assert sentences.sentence(rule) == Text(zh, en)


def test_an_expired_certificate_is_answered_with_its_renewal() -> None:
    held = known("tech_sme", "202532010600000001", date(2026, 3, 31))
    found = matched(sheet(held), gate("certificate", ValidOn(certificate="tech_sme")))
    assert found.status is Status.EXCLUDED
    assert found.flip is not None
    assert found.flip.text.zh == "更新科技型中小企业登记（已于 2026-03-31 到期）"
    assert found.flip.text.en == "Renew: tech SME registration (ended 2026-03-31)"
    assert found.gates[0].evidence[0].text.zh == "202532010600000001（已于 2026-03-31 到期）"


def test_a_young_firm_is_told_the_day_to_wait_for() -> None:
    found = matched(
        sheet(known("firm_age_months", 20), on=date(2026, 10, 31)),
        gate("age", Between(field="firm_age_months", min=24), "time"),
    )
    assert found.flip is not None
    assert [(c.kind, c.on, c.who) for c in found.flip.changes] == [("wait", date(2027, 2, 28), "time")]


def test_too_old_or_too_ripe_is_nobodys_to_change() -> None:
    facts = sheet(known("firm_age_months", 90), known("trl", 8))
    for rule in (Between(field="firm_age_months", max=60), Between(field="trl", max=6)):
        found = matched(facts, gate("limit", rule, "time"))
        assert found.flip is not None
        assert found.flip.text == NOT_REACHABLE


def test_the_smaller_of_two_ways_is_named() -> None:
    facts = sheet(known("amount_minor", 300 * WAN), known("appraised_value_minor", 1_000 * WAN))
    loan_to_value = AtMostShare(field="amount_minor", of="appraised_value_minor", bps=2_500)
    found = matched(facts, gate("ltv", loan_to_value))
    assert found.flip is not None
    assert found.flip.text.zh == "把申请金额从 300 万元降到 250 万元"
    # when the product lends no less than three million, the pledge has to grow instead
    found = matched(
        facts, gate("ltv", loan_to_value), gate("ticket", Between(field="amount_minor", min=300 * WAN))
    )
    assert found.flip is not None
    assert found.flip.text.zh == "把知识产权评估值从 1000 万元提高到 1200 万元"


def test_a_change_of_words_reads_without_gaps() -> None:
    found = matched(
        sheet(known("stage", "angel")), gate("stage", OneOf(field="stage", values=("early",)), "time")
    )
    assert found.flip is not None
    assert found.flip.text.zh == "把发展阶段从天使期改为初创期"
    # an ordered list is walked forward only
    back = matched(
        sheet(known("stage", "growth")), gate("stage", OneOf(field="stage", values=("early",)), "time")
    )
    assert back.flip is not None
    assert not back.flip.reachable


def test_two_failing_gates_name_both_changes_and_three_none() -> None:
    facts = sheet(known("amount_minor", 800 * WAN), no("tech_sme"), known("trl", 3))
    ticket = gate("ticket", Between(field="amount_minor", max=500 * WAN))
    certificate = gate("certificate", ValidOn(certificate="tech_sme"))
    ripe = gate("ripe", Between(field="trl", min=5))
    two = matched(facts, ticket, certificate).flip
    assert two is not None
    assert {change.field for change in two.changes} == {"amount_minor", "tech_sme"}
    three = matched(facts, ticket, certificate, ripe).flip
    assert three is not None
    assert not three.reachable


def test_what_is_missing_is_grouped_by_the_paper_that_brings_it() -> None:
    found = matched(
        sheet(known("trl", 6)),
        gate("sales", Between(field="sales_minor", max=5_000 * WAN)),
        gate("assets", Between(field="assets_minor", max=5_000 * WAN)),
        gate("ripe", Between(field="trl", min=5)),
    )
    assert found.status is Status.POSSIBLE
    assert found.flip is None
    (paper,) = found.papers
    assert paper.document.zh == "上年度财务报表"
    assert paper.fields == ("sales_minor", "assets_minor")
    assert paper.gates == ("sales", "assets")


def test_score_parts_are_exact() -> None:
    wishes = (
        Preference(
            id="ripe",
            label=Text("成熟", "ripe"),
            weight_bps=3_330,
            measure=Graded(field="trl", zero_at=2, full_at=9),
        ),
        Preference(
            id="debt",
            label=Text("负债", "debt"),
            weight_bps=3_330,
            measure=Graded(field="bank_debt_minor", zero_at=100, full_at=0),
        ),
        Preference(
            id="certificates",
            label=Text("资质", "certificates"),
            weight_bps=3_340,
            measure=Meets(
                of=(ValidOn(certificate="hnte"), Flag(field="in_pilot_zone"), Flag(field="rights_clean"))
            ),
        ),
    )
    check_weights(wishes)
    facts = sheet(known("trl", 7), known("bank_debt_minor", 25), yes("in_pilot_zone"), no("hnte"))
    parts = score_parts(wishes, facts)
    assert [part.points for part in parts] == [237, 249, 111]  # ⌊714·0.333⌋, ⌊750·0.333⌋, ⌊333·0.334⌋
    assert parts[2].unknown == ("rights_clean",)
    assert parts[0].saw == Text("技术成熟度：TRL 7", "technology readiness: TRL 7")


@pytest.mark.parametrize("weights", [[], [5_000, 4_990], [1_000] * 10, [2_000] * 4])
def test_weights_must_fill_the_whole(weights: list[int]) -> None:
    wishes = tuple(
        Preference(
            id=f"wish_{n}",
            label=Text("", ""),
            weight_bps=weight,
            measure=Graded(field="trl", zero_at=0, full_at=9),
        )
        for n, weight in enumerate(weights)
    )
    with pytest.raises(ValueError, match="preferences weigh"):
        check_weights(wishes)


def test_house_weights_are_whole() -> None:
    for wishes in HOUSE.values():
        check_weights(wishes)


def test_every_fact_has_words_in_both_languages() -> None:
    for name, field in FIELDS.items():
        texts = [field.label, field.document, *(field.choices or {}).values()]
        assert all(text.zh and text.en for text in texts), name
        assert (field.unit is not None) == (field.kind == "number"), name
        assert (field.choices is not None) == (field.kind in ("choice", "choices")), name
