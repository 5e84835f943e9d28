import base64
import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote
from uuid import UUID

import pytest
from fastapi.testclient import TestClient

from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries, service
from marketplace.listings.schemas import ListingView, PriceMode
from tests.factories.listings import a_draft
from tests.frontend.reading import Page
from tests.search.university import University

Read = Callable[..., Page]
PAGES = ("/", "/results", "/compare", "/challenges", "/publicity", "/verify", "/help")


@pytest.mark.usefixtures("drying")
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_has_one_heading_a_language_and_absolute_addresses(
    read: Read, path: str, prefix: str
) -> None:
    page = read(f"{prefix}{path}".rstrip("/") or "/")
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"] == ("en" if prefix else "zh-CN")
    assert page.all("link", rel="canonical")[0]["href"] == f"https://testserver{prefix}{path}".rstrip("/") + (
        "/" if path == "/" and not prefix else ""
    )
    assert {a["hreflang"] for a in page.all("link", rel="alternate")} == {"zh-CN", "en", "x-default"}
    assert page.all("meta", property="og:title")[0]["content"]


def test_no_script_or_style_is_taken_from_elsewhere_and_the_policy_knows_the_stylesheet(
    read: Read, drying: ListingView
) -> None:
    page = read(f"/results/{drying.id}")
    policy = page.answer.headers["content-security-policy"]
    digest = base64.b64encode(hashlib.sha256(page.raw["style"][0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert "script-src 'self';" in policy
    for tag, attributes in page.tags:
        for name in ("src", "href", "action"):
            assert not re.match(r"(https?:)?//(?!testserver)", attributes.get(name) or ""), (tag, attributes)
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)


def test_home_counts_what_is_there_and_leads_to_results(read: Read, drying: ListingView) -> None:
    page = read("/")
    assert "在架成果 1" in page.text
    assert "先用后付成果 1" in page.text
    assert page.all("form", role="search")[0] | {} == page.all("form", action="/results")[0]
    assert page.all("a", href=f"/results/{drying.id}")


def test_a_problem_in_everyday_words_finds_the_result_with_its_words_marked(
    read: Read, drying: ListingView
) -> None:
    page = read(f"/results?q={quote('烘房电费太高')}")
    assert "共 1 项" in page.text
    assert page.all("mark")
    assert page.all("a", href=f"/results/{drying.id}")


@pytest.mark.usefixtures("drying")
def test_facets_are_a_form_that_needs_no_script(read: Read) -> None:
    page = read(f"/results?terms=use_first&industry={quote('节能环保')}")
    assert page.all("form", action="/results")[0]["method"] == "get"
    chosen = [a["value"] for a in page.all("input", type="checkbox") if "checked" in a]
    assert sorted(v for v in chosen if v) == ["use_first", "节能环保"]
    without = f"/results?industry={quote('节能环保')}"
    assert page.all("a", href=without), "each applied filter can be removed by a link"


@pytest.mark.usefixtures("drying")
def test_nothing_found_is_no_dead_end(read: Read) -> None:
    page = read(f"/results?q={quote('热泵烘干')}&industry={quote('生物医药')}")
    assert "没有找到完全符合的成果" in page.text
    assert page.all("a", href=f"/results?q={quote('热泵烘干')}")
    assert page.all("a", href="/challenges")


def test_a_wrong_parameter_is_explained(read: Read) -> None:
    assert "填写的内容有误" in read("/results?page=zero", status=422).text


def test_the_three_years_on_the_page_are_those_of_the_api(
    read: Read, client: TestClient, drying: ListingView
) -> None:
    sales = 500 * 1_000_000
    query = "&".join(f"sales_minor={sales}" for _ in range(3))
    counted = client.get(f"/api/listings/{drying.id}/simulation?{query}").json()
    page = read(f"/results/{drying.id}?sales=500")
    fragment = read(f"/results/{drying.id}/cost?sales=500")
    # 80,000 yuan and 3.7 % of 5 million a year: 26.5, 18.5 and 18.5 ten thousands
    assert [year["total_minor"] for year in counted["years"]] == [26_500_000, 18_500_000, 18_500_000]
    for written in ("26.5 万元", "45 万元", "63.5 万元", "60 万元"):
        assert written in page.text
        assert written in fragment.text
    assert "CNY 635,000" in read(f"/en/results/{drying.id}?sales=500").text


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("500", "5,000,000.00"),
        ("５００", "5,000,000.00"),
        ("500万", "5,000,000.00"),
        ("0.05亿", "5,000,000.00"),
        ("5,000,000元", "5,000,000.00"),
        ("", "5,000,000.00"),
        ("0", "0.00"),
    ],
)
def test_sales_may_be_written_as_people_write_amounts(
    read: Read, drying: ListingView, typed: str, read_as: str
) -> None:
    for path in (f"/results/{drying.id}", f"/results/{drying.id}/cost"):
        page = read(f"{path}?sales={quote(typed)}")
        assert f"按每年 {read_as} 元销售额计算。" in page.text
    assert f"CNY {read_as} a year" in read(f"/en/results/{drying.id}?sales={quote(typed)}").text


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("abc", "这不是金额。", "This is not an amount."),
        ("NaN", "这不是金额。", "This is not an amount."),
        ("Infinity", "这不是金额。", "This is not an amount."),
        ("-Infinity", "这不是金额。", "This is not an amount."),
        ("1e999999", "这不是金额。", "This is not an amount."),
        ("-5", "销售额不能是负数。", "Sales cannot be negative."),
        ("0.00000001", "金额最多精确到分", "An amount goes down to 0.01 yuan"),
        ("1000000.01", "年销售额应在 0 到 100 亿元之间。", "between 0 and 10 billion yuan"),
        ("9" * 4500, "年销售额应在 0 到 100 亿元之间。", "between 0 and 10 billion yuan"),
    ],
)
def test_sales_that_are_no_amount_are_refused_beside_the_field(
    read: Read, drying: ListingView, typed: str, zh: str, en: str
) -> None:
    page = read(f"/results/{drying.id}?sales={quote(typed)}", status=422)
    assert zh in page.text
    assert "逐年费用" not in page.text
    field = page.all("input", name="sales")[0]
    assert (field["value"], field["aria-invalid"]) == (typed, "true")
    assert zh in read(f"/results/{drying.id}/cost?sales={quote(typed)}", status=422).text
    assert en in read(f"/en/results/{drying.id}?sales={quote(typed)}", status=422).text


def test_a_result_tells_search_engines_what_it_offers(read: Read, drying: ListingView) -> None:
    offered = read(f"/results/{drying.id}").structured
    assert offered["@type"] == "Product"
    assert offered["name"] == drying.title
    assert offered["url"] == f"https://testserver/results/{drying.id}"
    assert offered["offers"]["availability"] == "https://schema.org/InStock"


def test_markup_in_a_title_stays_text(university: University, drain: Callable[[], int], read: Read) -> None:
    view = university.publish("烘干<script>alert(1)</script>技术", problem="烘房电费太高。")
    drain()
    for path in (f"/results/{view.id}", f"/results?q={quote('烘干')}", f"/compare?ids={view.id}"):
        page = read(path)
        assert "<script>alert" not in page.answer.text
        assert "alert(1)" not in "".join(page.raw["script"]).replace("\\u003cscript\\u003ealert(1)", "")


@pytest.mark.usefixtures("drying")
def test_what_is_not_published_is_on_no_page(read: Read, university: University) -> None:
    hidden = university.draft("尚未公开的成果")
    assert "没有" in read(f"/results/{hidden}", status=404).text
    read(f"/results/{hidden}/cost", status=404)
    assert "尚未公开的成果" not in read(f"/compare?ids={hidden}", status=404).text
    for path in ("/", "/results", "/publicity", "/sitemap.xml"):
        assert "尚未公开的成果" not in read(path).text


def test_a_comparison_marks_what_differs(
    read: Read, university: University, drying: ListingView, drain: Callable[[], int]
) -> None:
    other = university.publish("微波真空干燥", trl=5)
    drain()
    page = read(f"/compare?ids={drying.id}&ids={other.id}&ids={drying.id}")
    assert len(page.all("th", scope="col")) == 2, "the same result twice is one column"
    assert "成熟度 有差异 8 5" in page.text
    assert "城市 无锡 无锡" in page.text


def test_anybody_may_object_by_name_while_a_price_is_on_notice(
    read: Read, client: TestClient, university: University
) -> None:
    on_notice = _start_notice(university)
    page = read("/publicity")
    form = page.all("form", method="post")[0]
    assert form["action"] == f"/publicity/{on_notice}/objections"
    answer = client.post(
        str(form["action"]),
        data={"name": "王某", "contact": "13800000000", "text": "该成果与我单位共同完成，应先征得同意。"},
        headers={"sec-fetch-site": "same-origin"},
        follow_redirects=False,
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/publicity?thanks=1")
    assert "异议处理中" in read("/publicity").text
    assert "王某" not in read("/publicity").answer.text


def test_an_objection_without_a_name_changes_nothing_and_comes_back_as_typed(
    client: TestClient, university: University, uow: UnitOfWork
) -> None:
    on_notice = _start_notice(university)
    typed = {"name": " ", "contact": "13800000000", "text": "该成果与我单位共同完成，应先征得同意。"}
    answer = client.post(f"/en/publicity/{on_notice}/objections", data=typed)
    page = Page(answer)
    assert answer.status_code == 422
    assert "Use at least 2 characters." in page.text
    assert [page.all("input", name=name)[0]["value"] for name in ("name", "contact")] == [" ", "13800000000"]
    assert typed["text"] in page.text
    assert queries.list_notices(uow, page=1, size=10).items[0].objections_open == 0


def test_an_objection_that_is_sent_twice_is_one(
    client: TestClient, university: University, uow: UnitOfWork
) -> None:
    on_notice = _start_notice(university)
    form = {"name": "王某", "contact": "13800000000", "text": "该成果与我单位共同完成，应先征得同意。"}
    for _ in range(2):
        answer = client.post(f"/publicity/{on_notice}/objections", data=form, follow_redirects=False)
        assert answer.status_code == 303
    assert queries.list_notices(uow, page=1, size=10).items[0].objections_open == 1


def test_an_objection_to_nothing_is_answered_with_a_page(client: TestClient) -> None:
    for where in (UUID(int=7), "no-id"):
        answer = client.post(
            f"/publicity/{where}/objections",
            data={"name": "王某", "contact": "13800000000", "text": "该成果与我单位共同完成。"},
        )
        assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (404, "text/html")


def _start_notice(university: University) -> str:
    by_officer, uow = university.by_officer, university.uow
    listing_id = service.create_listing(by_officer, draft=a_draft(price_mode=PriceMode.AGREEMENT))
    service.submit_listing(by_officer, listing_id=listing_id)
    service.approve_listing(_by_head(university), listing_id=listing_id)
    service.start_notice(by_officer, listing_id=listing_id)
    assert queries.list_notices(uow, page=1, size=10).items[0].notice_to > uow.today + timedelta(days=1)
    return str(listing_id)


def _by_head(university: University) -> UnitOfWork:
    uow = university.by_officer
    return UnitOfWork(uow.session, university.head, uow.now, uow.locale)


def test_crawlers_are_told_every_public_page_and_no_other(read: Read, drying: ListingView) -> None:
    sitemap = read("/sitemap.xml")
    assert sitemap.answer.headers["content-type"] == "application/xml"
    assert f"https://testserver/results/{drying.id}" in sitemap.text
    robots = read("/robots.txt").answer.text
    assert "Disallow: /app" in robots
    assert "Sitemap: https://testserver/sitemap.xml" in robots


def test_an_unknown_address_helps_people_and_programs(read: Read, client: TestClient) -> None:
    assert read("/no/such/page", status=404).all("form", role="search")
    answer = client.get("/api/no/such/thing")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
