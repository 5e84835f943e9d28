"""The contract holds what the law asks for, and its figures are those of the schedule."""

import hashlib
from datetime import date

import pytest
from hypothesis import given, strategies as st

from marketplace.core.money import yuan
from marketplace.documents.chinese_numbers import capital_yuan, counting, long_date
from marketplace.documents.service import typeset_contract
from marketplace.documents.typesetting import _contract
from marketplace.documents.wording import articles
from marketplace.terms import PRESETS, ContractFacts, obligations
from tests.factories.contracts import contract_data


def whole_text(preset: str = "beijing") -> str:
    return "\n".join(f"{title}\n" + "\n".join(clauses) for title, clauses in articles(contract_data(preset)))


@pytest.mark.parametrize(
    "statutory",
    [
        "项目名称",  # 民法典 §845: name of the project
        "许可的内容、范围和要求",  # contents, scope and requirements of the subject
        "履行计划",  # plan, place and manner of performance
        "履行地点",
        "履行方式",
        "保密",  # secrecy of technical information and data
        "成果归属和收益分配",  # ownership of results, sharing of proceeds
        "验收标准和方法",  # standards and methods of acceptance
        "名词和术语",  # explanation of terms
        "许可期限",  # §865
        "备案",  # 专利法实施细则 §15
        "解除",
        "争议",
    ],
)
@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_the_statutory_contents_are_there(statutory: str, preset: str) -> None:
    assert statutory in whole_text(preset)


@pytest.mark.parametrize(("preset", "told"), [("beijing", True), ("shaanxi_deferred", False)])
def test_income_must_be_told_where_it_ends_free_use(preset: str, *, told: bool) -> None:
    assert ("应当在十日内告知许可方" in whole_text(preset)) is told


def test_each_patent_is_named_with_owner_dates_and_numbers() -> None:
    # 民法典 §845: name of the invention, applicant and owner, filing date, numbers, term
    data = contract_data()
    cells = dict(_contract(data)["rights"][0]["cells"])
    assert cells == {
        "种类": "专利",
        "申请号／专利号": data.rights[0].number,
        "申请人／权利人": "江苏科技大学（演示）",
        "申请日": "2021年3月4日",
        "授权公告日": "2023年5月6日",
        "有效期限至": "2041年3月3日",
    }


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_the_annex_lists_what_the_schedule_counts(preset: str) -> None:
    data = contract_data(preset)
    owed = obligations(data.sheet, ContractFacts(effective_on=data.made_on))
    assert [row["amount"] for row in _contract(data)["schedule"]] == [yuan(o.amount_minor) for o in owed]


def test_the_example_adds_up() -> None:
    rows = _contract(contract_data())["example"]
    # Beijing mode, no sales, 2 and 5 million: milestones at months 12 and 18, both in the second year, 3 % of sales.
    assert rows == [
        ["第一年", "0.00", "0.00", "0.00", "0.00", "0.00"],
        ["第二年", "2,000,000.00", "0.00", "150,000.00", "60,000.00", "210,000.00"],
        ["第三年", "5,000,000.00", "0.00", "0.00", "150,000.00", "150,000.00"],
    ]


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_the_same_data_give_the_same_bytes(preset: str) -> None:
    data = contract_data(preset)
    first = typeset_contract(data)
    assert first.startswith(b"%PDF-1.7")
    assert hashlib.sha256(first).digest() == hashlib.sha256(typeset_contract(data)).digest()


def test_words_of_the_parties_are_never_run_as_template_code() -> None:
    data = contract_data(project_name='#read("/etc/passwd") #panic() $x$ *b* \\ " 名称')
    assert typeset_contract(data).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("minor", "written"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (105, "壹元零伍分"),
        (110, "壹元壹角整"),
        (30_000_000, "叁拾万元整"),
        (123_456_789, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分"),
        (1_000_000_100, "壹仟万零壹元整"),
        (1_000_100_000, "壹仟万壹仟元整"),
        (10_005_000_000, "壹亿零伍万元整"),
        (100_000_000_000_000, "壹万亿元整"),
    ],
)
def test_sums_in_capital_characters(minor: int, written: str) -> None:
    assert capital_yuan(minor) == written


@given(st.integers(1, 99))
def test_articles_are_counted_without_repetition(number: int) -> None:
    assert counting(number) not in {counting(other) for other in range(1, 100) if other != number}


def test_counting_and_dates() -> None:
    assert [counting(n) for n in (1, 10, 11, 20, 21)] == ["一", "十", "十一", "二十", "二十一"]
    assert (long_date(date(2026, 1, 2)), long_date(None)) == ("2026年1月2日", "—")
