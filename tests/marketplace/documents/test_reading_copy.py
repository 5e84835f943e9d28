"""The English reading copy says what the Chinese text says, clause by clause, and says that it is a copy."""

import re

import pytest

from marketplace.documents.english import english_articles
from marketplace.documents.reading_copy import NOTICE, reading_copy, render_reading_copy
from marketplace.documents.typesetting import _contract
from marketplace.documents.wording import articles
from marketplace.terms import PRESETS
from tests.factories.contracts import contract_data
from tests.factories.listings import a_term_sheet
from tests.factories.pdf_text import text_of

LARGE_SUM = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SHEETS = [sheet() for _, sheet in PRESETS.values()] + [
    a_term_sheet(improvements=i, exit=e, annuity_payer=a, sublicensable=s, licence_type=t)
    for i, e, a, s, t in (
        ("shared", "destroy_data", "licensee", True, "sole"),
        ("licensor_option", "return_data", "licensor", False, "exclusive"),
    )
]


@pytest.mark.parametrize("number", range(len(SHEETS)))
def test_every_clause_has_its_counterpart(number: int) -> None:
    data = contract_data(sheet=SHEETS[number], special_clauses=("双方每月召开一次技术例会。",))
    chinese, english = articles(data), english_articles(data)
    assert [len(clauses) for _, clauses in english] == [len(clauses) for _, clauses in chinese]
    for (_, ours), (title, theirs) in zip(chinese, english, strict=True):
        assert not CHINESE.search(title)
        for zh, en in zip(ours, theirs, strict=True):
            # every large sum of money in the one stands in the other
            for amount in LARGE_SUM.findall(zh):
                assert amount in en, (zh, en)


def test_its_sums_and_example_are_those_of_the_signed_text() -> None:
    data = contract_data()
    signed, copy = _contract(data), reading_copy(data)
    assert [row["amount"] for row in copy["schedule"]] == [row["amount"] for row in signed["schedule"]]
    assert [row[1:] for row in copy["example"]] == [row[1:] for row in signed["example"]]


def test_several_licensors_are_numbered_with_their_shares() -> None:
    data = contract_data()
    first, licensee = data.parties
    second = first.model_copy(update={"name": "无锡产研院", "share_bps": 4_000})
    shared = data.model_copy(
        update={"parties": (first.model_copy(update={"share_bps": 6_000}), second, licensee)}
    )
    assert [party["label"] for party in reading_copy(shared)["parties"]] == [
        "Licensor 1 (甲方)",
        "Licensor 2 (甲方)",
        "Licensee (乙方)",
    ]
    fees = english_articles(shared)[4][1]
    assert any("江苏科技大学（演示） 60%, 无锡产研院 40%" in clause for clause in fees)


def test_it_is_marked_as_a_copy_and_the_same_each_time() -> None:
    pdf = render_reading_copy(contract_data())
    text = text_of(pdf)
    assert NOTICE.replace(" ", "") in text
    assert text.count("theChinesetextprevails·以中文文本为准") >= 5  # on every page
    assert render_reading_copy(contract_data()) == pdf
