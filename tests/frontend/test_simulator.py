"""The simulator on a result's page: three ways, drawn and in words, every input in the address, no script needed."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from marketplace.app.cost_drawing import BOTTOM, LEFT, RIGHT, TOP, drawing
from marketplace.listings.schemas import ListingView
from marketplace.terms import PRESETS, FixedRate, Royalty, UnitFee, compare
from tests.factories.listings import a_term_sheet
from tests.frontend.reading import Page
from tests.search.university import University

Read = Callable[..., Page]


def link_of(page: Page) -> str:
    """The address that the page offers to hand on."""
    found = re.search(r'class="share"><a href="([^"]+)"', page.answer.text)
    assert found
    return unescape(found[1])


def test_the_three_ways_of_the_page_are_those_of_the_api(
    read: Read, client: TestClient, drying: ListingView
) -> None:
    query = "&".join("sales_minor=500000000" for _ in range(3))
    counted = client.get(f"/api/listings/{drying.id}/comparison?{query}").json()
    assert counted["discount_bps"] == 500, "the rulebook's rate, where the reader gives none"
    ways = {way["kind"]: way for way in counted["ways"]}
    # Use first: 80,000 and 3.7 % of 5 million a year from the first income = 265,000 + 2 × 185,000 = 635,000.
    # Ordinary: the same 80,000 at effect. Outright: 600,000, reached by the end of year 3.
    totals = {kind: [s["total_minor"] for s in way["scenarios"]] for kind, way in ways.items()}
    assert totals == {
        "use_first": [8_000_000, 35_750_000, 63_500_000, 119_000_000],
        "outright": [60_000_000] * 4,
        "ordinary": [8_000_000, 35_750_000, 63_500_000, 119_000_000],
    }
    assert ways["use_first"]["reaches_outright_in_year"] == 3
    page = read(f"/results/{drying.id}?sales=500")
    for written in ("35.75 万元", "63.5 万元", "119 万元", "60 万元", "第 3 年末的累计费用达到买断价"):
        assert written in page.text
    assert "未经权威确认" in page.text, "the rate is marked as unconfirmed"
    english = read(f"/en/results/{drying.id}?sales=500")
    assert "By the end of year 3" in english.text or "by the end of year 3" in english.text
    assert "At worst: nothing is sold for 3 years" in english.text


def test_years_and_rate_change_what_is_counted(read: Read, drying: ListingView) -> None:
    # At 0 % the present value is the sum itself; one year: 80,000 + 185,000.
    page = read(f"/results/{drying.id}?sales=500&years=1&rate=0")
    assert "1 年合计 26.5 万元 折成现值 26.5 万元" in page.text
    assert "未经权威确认" not in page.text, "it is the reader's own rate"
    assert [a.get("value") for a in page.all("input", name="rate")] == ["0"]
    assert "到不了买断价" in page.text
    assert read(f"/results/{drying.id}?sales=500&years=%EF%BC%91&rate=0%EF%BC%85").text == page.text


def test_a_link_holds_every_input_and_leads_to_the_same_answer(read: Read, drying: ListingView) -> None:
    page = read(f"/results/{drying.id}?sales=3.5{quote('百万')}&years=5&rate=4.35")
    link = link_of(page)
    assert link.startswith(f"https://testserver/results/{drying.id}?")
    assert link.endswith("#cost")
    assert parse_qs(urlsplit(link).query) == {"sales": ["350"], "years": ["5"], "rate": ["4.35"]}
    parts = urlsplit(link)
    again = read(f"{parts.path}?{parts.query}")
    assert link_of(again) == link
    figures = re.compile(r'<dl class="sums".*?</dl>', re.DOTALL)
    assert figures.search(again.answer.text)
    assert figures.findall(again.answer.text) == figures.findall(page.answer.text)


@pytest.mark.parametrize(
    ("query", "zh", "en"),
    [
        ("years=0", "年数应是 1 到 10 之间的整数。", "whole number from 1 to 10"),
        ("years=11", "年数应是 1 到 10 之间的整数。", "whole number from 1 to 10"),
        ("years=3.5", "年数应是 1 到 10 之间的整数。", "whole number from 1 to 10"),
        ("years=" + "9" * 5000, "年数应是 1 到 10 之间的整数。", "whole number from 1 to 10"),
        ("rate=31", "年折现率应在 0 到 30 之间", "between 0 and 30"),
        ("rate=-1", "年折现率应在 0 到 30 之间", "between 0 and 30"),
        ("rate=5.123", "年折现率应在 0 到 30 之间", "between 0 and 30"),
        ("rate=NaN", "年折现率应在 0 到 30 之间", "between 0 and 30"),
        ("margin=101", "销售利润率应在 0 到 100 之间", "between 0 and 100"),
        ("unit=0", "单价应是大于 0 的金额", "an amount above 0"),
        ("unit=%3Cscript%3E", "单价应是大于 0 的金额", "an amount above 0"),
        ("sales=abc&rate=x", "这不是金额。", "between 0 and 30"),
    ],
)
def test_an_input_that_cannot_be_read_is_said_and_nothing_is_counted(
    read: Read, drying: ListingView, query: str, zh: str, en: str
) -> None:
    for path in (f"/results/{drying.id}", f"/results/{drying.id}/cost"):
        page = read(f"{path}?{query}", status=422)
        assert zh in page.text
        assert 'class="plot"' not in page.answer.text
        assert "<script>" not in page.answer.text
    assert en in read(f"/en/results/{drying.id}?{query}", status=422).text
    assert drying.title in read(f"/results/{drying.id}?{query}", status=422).text, (
        "the rest of the page stands"
    )


def test_what_is_not_published_has_no_simulator(
    read: Read, client: TestClient, university: University
) -> None:
    hidden = university.draft("尚未公开的成果")
    for path in (
        f"/results/{hidden}?sales=500&years=3&rate=5",
        f"/en/results/{hidden}?sales=x",
        f"/results/{hidden}/cost",
    ):
        assert "尚未公开" not in read(path, status=404).text
    assert client.get(f"/api/listings/{hidden}/comparison?sales_minor=1").status_code == 404


def test_profit_and_units_are_asked_only_where_royalties_are_counted_on_them(
    read: Read, university: University, drain: Callable[[], int], drying: ListingView
) -> None:
    on_profit = university.publish(
        "按利润提成", terms=a_term_sheet(royalty=Royalty(base="profit", schedule=FixedRate(rate_bps=1_000)))
    )
    per_unit = university.publish(
        "按件提成", terms=a_term_sheet(royalty=Royalty(base="per_unit", schedule=UnitFee(fee_minor=100)))
    )
    drain()
    assert not read(f"/results/{drying.id}").all("input", name="margin")
    page = read(f"/results/{on_profit.id}?sales=100&years=1&rate=0&margin=50")
    # 80,000 and 10 % of half of 1,000,000 = 130,000
    assert "1 年合计 13 万元" in page.text
    assert parse_qs(urlsplit(link_of(page)).query)["margin"] == ["50"]
    page = read(f"/results/{per_unit.id}?sales=100&years=1&rate=0&unit=10")
    # 100,000 units at 1 yuan each: 80,000 + 100,000, sold month by month without a rest
    assert "1 年合计 18 万元" in page.text
    assert parse_qs(urlsplit(link_of(page)).query)["unit"] == ["10"]


def test_the_api_refuses_absurd_suppositions(client: TestClient, drying: ListingView) -> None:
    path = f"/api/listings/{drying.id}/comparison"
    for query in (
        "sales_minor=-1",
        "sales_minor=1&discount_bps=3001",
        "sales_minor=1&unit_price_minor=0",
        "",
    ):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 422, query
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("count", [1, 3, 10])
@pytest.mark.parametrize("name", list(PRESETS))
def test_every_line_stays_in_its_box(name: str, count: int) -> None:
    drawn = drawing(
        compare(PRESETS[name][1](), [300_000_000] * count, discount_bps=500, outright_minor=60_000_000)
    )
    lines = [drawn.use_first, drawn.low, drawn.best, drawn.ordinary, drawn.outright]
    for line in lines:
        assert line
        points = [tuple(map(float, point.split(","))) for point in line.points.split()]
        assert len(points) == count + 1
        assert (points[0][0], points[-1][0]) == (LEFT, RIGHT)
        assert all(TOP <= y <= BOTTOM for _, y in points)
        assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert 1 <= len(drawn.grid) <= 4
    assert all(TOP <= y < BOTTOM for y, _ in drawn.grid)


def test_the_schema_and_the_modes_are_for_everybody(client: TestClient) -> None:
    answer = client.get("/api/terms/schema")
    assert answer.headers["content-type"] == "application/schema+json"
    assert answer.json()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "conversion" in answer.json()["properties"]
    presets = client.get("/api/terms/presets", headers={"accept-language": "en"}).json()
    assert [each["name"] for each in presets] == list(PRESETS)
    assert presets[0]["title"] == PRESETS["beijing"][0].en
    assert "conversion" not in presets[0]["sheet"]
