import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Connection, event, text

from marketplace.core.uow import UnitOfWork
from marketplace.listings import service
from marketplace.listings.schemas import Industry, Track
from search import indexing
from search.engines import MemoryEngine
from search.port import SearchUnavailable
from search.query import pages
from search.query.pages import ListingSearch
from tests.search.asking import ask, ids
from tests.search.university import University


@pytest.fixture
def ready(uow: UnitOfWork, engine: MemoryEngine) -> MemoryEngine:
    indexing.make_ready(uow)
    return engine


@pytest.fixture
def market(
    ready: MemoryEngine, uow: UnitOfWork, university: University, drain: Callable[[], int]
) -> dict[str, str]:
    other = University(uow, "东南大学")
    published = {
        "battery": university.publish(
            "低温锂离子电池电解液", problem="冬天叉车电池掉电快，跑不到半天。", keywords=["低温电解液", "锂离子电池"],
            industry=Industry.NEW_ENERGY, track=Track.HYDROGEN_STORAGE, trl=7, ipc="H01M 10/0569",
        ),
        "welding": other.publish(
            "薄板焊接变形控制", problem="薄板焊完就翘，校平费工。", keywords=["焊接变形", "薄板"],
            industry=Industry.ADVANCED_EQUIPMENT, trl=5,
        ),
        "drying": other.publish(
            "热泵闭式烘干", problem="烘房电费太高，冬天更费。", keywords=["热泵烘干"], industry=Industry.ENVIRONMENT, trl=8,
        ),
    }  # fmt: skip
    drain()
    assert ready.count(ready.generations("listings")[0]) == len(published)
    return {name: str(view.id) for name, view in published.items()}


def shown(pieces: list[dict[str, Any]]) -> str:
    return "".join(f"[{each['text']}]" if each["hit"] else each["text"] for each in pieces)


def counts(page: dict[str, Any], facet: str) -> dict[str, int]:
    return {
        each["value"]: each["count"]
        for named in page["facets"]
        if named["name"] == facet
        for each in named["values"]
    }


def test_a_problem_in_everyday_words_finds_the_result_with_marks_and_reasons(
    client: TestClient, market: dict[str, str]
) -> None:
    page = ask(client, q="冬天电池掉电太快怎么办")
    assert ids(page)[0] == market["battery"]
    best = page["items"][0]
    assert shown(best["title_pieces"]) == "低温锂离子[电池]电解液"
    assert shown(best["excerpt"]) == "[冬天]叉车[电池掉电]快，跑不到半天。"
    assert best["why"] == {"title": ["电池"], "body": ["电池掉电", "冬天"]}
    assert (best["university_name"], best["trl"], page["degraded"]) == ("江南大学", 7, False)


def test_facets_count_without_their_own_choice_and_narrow_each_other(
    client: TestClient, market: dict[str, str]
) -> None:
    page = ask(client, university="东南大学")
    assert set(ids(page)) == {market["welding"], market["drying"]}
    assert counts(page, "university") == {"东南大学": 2, "江南大学": 1}
    assert counts(page, "industry") == {"节能环保": 1, "高端装备": 1}
    both = ask(client, university=["东南大学", "江南大学"], trl="7")
    assert set(ids(both)) == {market["battery"], market["drying"]}
    assert counts(both, "trl") == {"7": 2, "4": 1}
    assert [each["chosen"] for each in both["facets"][0]["values"]] == [False, False]


def test_the_name_of_a_university_finds_its_results(client: TestClient, market: dict[str, str]) -> None:
    assert set(ids(ask(client, q="东南大学"))) == {market["welding"], market["drying"]}
    assert ids(ask(client, q="东南大学的热泵"))[0] == market["drying"]


def test_an_empty_answer_says_which_filter_to_drop(client: TestClient, market: dict[str, str]) -> None:
    page = ask(client, q="热泵烘干", university="江南大学", trl="7")
    assert (page["items"], page["total"], page["rescue"]) == ([], 0, {"facet": "university", "frees": 1})
    assert counts(page, "university") == {"东南大学": 1, "江南大学": 0}
    assert ask(client, q="热泵烘干")["rescue"] is None
    assert len(market) == 3


@pytest.mark.parametrize(
    ("sort", "order"),
    [("trl", ["drying", "battery", "welding"]), ("newest", None), ("price", None)],
)
def test_orders(client: TestClient, market: dict[str, str], sort: str, order: list[str] | None) -> None:
    page = ask(client, sort=sort)
    assert set(ids(page)) == set(market.values())
    if order:
        assert ids(page) == [market[name] for name in order]


def test_pages_join(client: TestClient, market: dict[str, str]) -> None:
    pages = [ask(client, size=1, page=number) for number in (1, 2, 3, 4)]
    assert sorted(id_ for page in pages for id_ in ids(page)) == sorted(market.values())
    assert [page["total"] for page in pages] == [3, 3, 3, 3]


def test_numbers_are_answered_exactly(client: TestClient, market: dict[str, str]) -> None:
    number = ask(client, q="热泵")["items"][0]["number"]
    by_number = ask(client, q=number.lower())
    assert (ids(by_number), by_number["code"]) == ([market["drying"]], number.replace("-", ""))
    by_class = ask(client, q="H01M 10/0569")
    assert (ids(by_class), by_class["code"]) == ([market["battery"]], "H01M10/0569")
    assert ids(ask(client, q="h01")) == [market["battery"]]


def test_misspelt_traditional_and_pinyin_find_the_same(client: TestClient, market: dict[str, str]) -> None:
    for asked in ("汉接变形", "焊接變形", "hanjiebianxing"):
        assert ids(ask(client, q=asked))[0] == market["welding"], asked
    assert ask(client, q="汉接变形")["did_you_mean"] == "焊接变形"
    assert ask(client, q="焊接变形")["did_you_mean"] is None


def test_suggestions_complete_han_pinyin_and_initials(client: TestClient, market: dict[str, str]) -> None:
    assert client.get("/api/search/suggest", params={"q": "焊"}).json() == ["焊接变形", "薄板焊接变形控制"]
    assert client.get("/api/search/suggest", params={"q": "rebeng"}).json() == ["热泵烘干", "热泵闭式烘干"]
    assert client.get("/api/search/suggest", params={"q": "dndx"}).json() == ["东南大学"]
    assert len(market) == 3


def test_similar_results_leave_out_the_result_itself(
    client: TestClient, market: dict[str, str], university: University, drain: Callable[[], int]
) -> None:
    twin = university.publish("耐低温锂离子电池隔膜", keywords=["锂离子电池"])
    drain()
    answer = client.get(f"/api/search/similar/{market['battery']}").json()
    assert [item["id"] for item in answer][:1] == [str(twin.id)]
    assert market["battery"] not in {item["id"] for item in answer}


def test_what_was_withdrawn_a_moment_ago_is_left_out_of_the_page(
    client: TestClient, market: dict[str, str], university: University
) -> None:
    service.withdraw_listing(university.by_officer, listing_id=university.uow.rows(
        "SELECT id FROM listing WHERE title LIKE '低温%'")[0]["id"], reason="另有安排")  # fmt: skip
    assert market["battery"] not in ids(ask(client, q="锂离子电池"))


def test_a_draft_leaks_nowhere(
    client: TestClient, market: dict[str, str], university: University, drain: Callable[[], int]
) -> None:
    draft_id = university.draft("麒麟合金秘密配方", keywords=["麒麟合金"])
    drain()
    page = ask(client, q="麒麟合金")
    assert (page["items"], page["total"], page["did_you_mean"]) == ([], 0, None)
    assert "麒麟" not in client.get("/api/search/listings").text
    assert client.get("/api/search/suggest", params={"q": "麒麟"}).json() == []
    assert client.get(f"/api/search/similar/{draft_id}").status_code == 404
    assert ask(client, status=["open", "closed", "expired"])["total"] == len(market)


@pytest.mark.parametrize(
    "params",
    [
        {"q": "钢" * 2001},
        {"page": 0},
        {"size": 101},
        {"sort": "best"},
        {"status": "draft"},
        {"university": "大" * 81},
        {"x": "1"},
    ],
)
def test_what_cannot_be_asked_is_refused(
    client: TestClient, engine: MemoryEngine, params: dict[str, Any]
) -> None:
    del engine
    assert client.get("/api/search/listings", params=params).status_code == 422


@pytest.mark.parametrize("q", ["", " ", "……", "<script>", "%", "a" * 600, "🔋", "\u0000"])
def test_odd_text_is_answered(client: TestClient, market: dict[str, str], q: str) -> None:
    assert ask(client, q=q)["total"] in range(len(market) + 1)


def test_without_an_engine_the_newest_are_shown(
    client: TestClient, market: dict[str, str], ready: MemoryEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise SearchUnavailable("away")

    monkeypatch.setattr(ready, "search", away)
    page = ask(client, q="电池")
    assert page["degraded"] is True
    assert set(ids(page)) == set(market.values())
    assert client.get("/api/search/suggest", params={"q": "焊"}).json() == []
    assert client.get(f"/api/search/similar/{market['battery']}").json() == []


@contextmanager
def statements(connection: Connection) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "SAVEPOINT" not in statement:
            seen.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(connection, "before_cursor_execute", note)


def test_a_page_takes_at_most_three_statements(
    client: TestClient, market: dict[str, str], connection: Connection
) -> None:
    with statements(connection) as seen:
        ask(client, q="电池")
    assert len(seen) <= 3, seen
    assert sum("FROM listing" in statement for statement in seen) == 1
    assert len(market) == 3


def browse(client: TestClient, connection: Connection) -> tuple[bytes, int]:
    with statements(connection) as seen:
        answer = client.get("/api/search/listings")
    return answer.content, sum("listing.title" in statement for statement in seen)


def test_a_page_without_a_text_is_made_once_and_then_compared(
    client: TestClient, market: dict[str, str], connection: Connection
) -> None:
    first, read = browse(client, connection)
    assert (read, set(ids(json.loads(first)))) == (1, set(market.values()))
    assert browse(client, connection) == (first, 0)


@pytest.mark.parametrize(
    ("change", "shown_now"),
    [
        ("UPDATE listing SET state = 'withdrawn' WHERE id = :id", None),
        ("UPDATE listing SET title = '改过的标题' WHERE id = :id", "改过的标题"),
        (
            "UPDATE organization SET city = '扬州' WHERE id = (SELECT university_id FROM listing WHERE id = :id)",
            "扬州",
        ),
    ],
)
def test_a_kept_page_is_not_shown_when_a_row_was_written(
    client: TestClient, market: dict[str, str], uow: UnitOfWork, change: str, shown_now: str | None
) -> None:
    before = client.get("/api/search/listings").text
    uow.session.connection().execute(text(change), {"id": market["battery"]})
    now = client.get("/api/search/listings").text
    if shown_now is None:
        assert market["battery"] in before
        assert market["battery"] not in now
    else:
        assert shown_now not in before
        assert shown_now in now


def test_a_kept_page_is_not_shown_when_the_index_was_written(
    client: TestClient, market: dict[str, str], university: University, drain: Callable[[], int]
) -> None:
    assert len(market) == ask(client)["total"] == 3
    newest = university.publish("新发布的成果", keywords=["新成果"])
    drain()
    page = ask(client)
    assert (page["total"], str(newest.id) in ids(page)) == (4, True)
    service.withdraw_listing(university.by_officer, listing_id=newest.id, reason="另有安排")
    assert str(newest.id) not in ids(ask(client))
    drain()
    assert ask(client)["total"] == 3


def test_a_page_that_its_university_alone_may_see_is_not_kept_for_others(
    client: TestClient, market: dict[str, str], university: University
) -> None:
    service.withdraw_listing(university.by_officer, listing_id=UUID(market["battery"]), reason="另有安排")
    own = pages.find_listings(university.by_officer, ListingSearch())
    assert market["battery"] in {str(item.id) for item in own.items}
    assert market["battery"] not in ids(ask(client))
    assert pages.find_listings(university.by_officer, ListingSearch()) == own
