"""Every content that 民法典 §845 and §863 name is found in the typeset text, for a dozen random sheets."""

import random
from typing import Any

import pytest

from marketplace.documents.chinese_numbers import long_date
from marketplace.documents.schemas import ContractData
from marketplace.documents.typesetting import render_contract
from marketplace.terms import (
    AfterMonths,
    AtFirstIncome,
    EarliestOf,
    FixedRate,
    Instalments,
    Milestone,
    Royalty,
    TermSheet,
    Tier,
    TieredRate,
    UnitFee,
    YearlyRates,
    YearRate,
)
from tests.factories.contracts import contract_data
from tests.factories.pdf_text import text_of


def a_random_sheet(number: int) -> TermSheet:
    dice = random.Random(number)
    months = dice.randint(24, 240)
    free = dice.randint(0, 24)
    schedules: list[tuple[str, Any]] = [
        ("net_sales", FixedRate(rate_bps=dice.randint(1, 2_000))),
        ("per_unit", UnitFee(fee_minor=dice.randint(1, 10_000))),
        (
            "profit",
            YearlyRates(
                kind="rising",
                steps=(YearRate(from_year=1, rate_bps=100), YearRate(from_year=3, rate_bps=900)),
            ),
        ),
        (
            "new_output_value",
            TieredRate(
                tiers=(Tier(above_minor=0, rate_bps=500), Tier(above_minor=1_000_000_00, rate_bps=300))
            ),
        ),
    ]
    base, schedule = dice.choice(schedules)
    values: dict[str, Any] = {
        "licence_type": dice.choice(("non_exclusive", "sole", "exclusive")),
        "territory": dice.choice(("中国境内", "江苏省", "长三角三省一市")),
        "field_of_use": dice.choice(("纺织品烘干", "海工装备焊接", "水处理")),
        "months": months,
        "free_period_months": free,
        "deferral_trigger": EarliestOf(
            triggers=(AfterMonths(after_months=dice.randint(max(1, free), months)), AtFirstIncome())
        ),
        "deferred_fee_minor": dice.randint(1_000_00, 900_000_00),
        "instalments": dice.choice((None, Instalments(count=3, every_months=6))),
        "milestones": (
            Milestone(key="m", name="中试完成", evidence="检测报告", amount_minor=5_000_00, planned_month=12),
        )
        if dice.random() < 0.5
        else (),
        "royalty": Royalty(base=base, schedule=schedule, min_annual_minor=dice.choice((0, 10_000_00)))
        if dice.random() < 0.8
        else None,
        "improvements": dice.choice(("each_keeps", "shared", "licensor_option")),
        "exit": dice.choice(("return_data", "destroy_data")),
        "sublicensable": dice.random() < 0.5,
    }
    return TermSheet(**values)


STATUTE = {
    "§845 项目的名称": lambda d: f"项目名称：{d.project_name}",
    "§845 标的的内容、范围和要求": lambda d: (
        f"许可实施的地域：{d.sheet.territory}。应用领域：{d.sheet.field_of_use}"
    ),
    "§845 履行的计划": lambda _: "履行计划：",
    "§845 地点和方式": lambda _: "履行地点：",
    "§845 履行方式": lambda _: "履行方式：",
    "§845 技术信息和资料的保密": lambda d: f"期限为{d.sheet.confidentiality_months}个月",
    "§845 技术成果的归属": lambda _: "后续改进",
    "§845 收益的分配办法": lambda _: "许可收入在许可方内部的分配",
    "§845 验收标准": lambda _: "技术资料的验收标准：",
    "§845 验收方法": lambda _: "验收方法：",
    "§845 名词和术语的解释": lambda _: "名词和术语",
    "§845 发明创造的名称": lambda d: d.rights[0].title,
    "§845 申请人": lambda d: f"申请人／权利人{d.rights[0].owner}",
    "§845 申请日期": lambda d: f"申请日{long_date(d.rights[0].filed_on)}",
    "§845 专利号": lambda d: d.rights[0].number,
    "§845 专利权的期限": lambda d: f"有效期限至{long_date(d.rights[0].ends_on)}",
    "§846 价款和支付方式": lambda _: "费用和支付方式",
    "§863 许可合同为书面形式、许可方式": lambda d: {
        "non_exclusive": "普通许可：",
        "sole": "排他许可：",
        "exclusive": "独占许可：",
    }[d.sheet.licence_type],
    "§865 许可期限": lambda d: f"{d.sheet.months}个月，但不超过附件一所列最后一项专利权的有效期限",
    "当事人": lambda d: "".join((d.parties[0].name, d.parties[1].name[:2]))[:8],
}


@pytest.mark.parametrize("number", range(12))
def test_every_statutory_content_is_in_the_typeset_text(number: int) -> None:
    data: ContractData = contract_data(sheet=a_random_sheet(number))
    text = text_of(render_contract(data))
    missing = [name for name, words in STATUTE.items() if words(data).replace(" ", "") not in text]
    assert missing == []


def test_the_check_sees_what_is_missing() -> None:
    data: ContractData = contract_data()
    nameless = data.model_copy(
        update={"rights": tuple(right.model_copy(update={"number": ""}) for right in data.rights)}
    )
    assert data.rights[0].number not in text_of(render_contract(nameless))
