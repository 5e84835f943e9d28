"""Every engine keeps the newest version, whatever the order of writes, and swaps generations without a gap."""

import pytest

from search.port import Document, Everything, SearchEngine, UnknownGeneration
from tests.engines.corpus import PUBLIC, SPEC, ask


def result(id_: str, version: int, city: str = "杭州") -> Document:
    tokens = {"title_u": ("电", "池"), "title_w": ("电池",)}
    return Document(id_, version, PUBLIC, tokens=tokens, keywords={"city": (city,)})


@pytest.fixture
def ready(engine: SearchEngine) -> SearchEngine:
    engine.create("result-1", SPEC)
    engine.promote("result", "result-1")
    return engine


def cities(engine: SearchEngine) -> dict[str, int]:
    return dict(engine.search("result", ask(scoring=Everything(), facets=("city",), size=0)).facets["city"])


def test_what_is_written_is_found_at_once(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 1), result("b", 1, "上海")])
    assert cities(ready) == {"上海": 1, "杭州": 1}
    assert ready.count("result-1") == 2


def test_a_newer_version_replaces(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 1)])
    ready.write(["result-1"], [result("a", 2, "上海")])
    assert cities(ready) == {"上海": 1}
    assert ready.versions("result-1", ["a", "missing"]) == {"a": 2}


def test_a_late_older_version_is_ignored(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 5, "上海")])
    ready.write(["result-1"], [result("a", 4)])
    assert cities(ready) == {"上海": 1}
    assert ready.versions("result-1", ["a"]) == {"a": 5}


def test_the_same_version_may_come_twice(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 3)])
    ready.write(["result-1"], [result("a", 3)])
    assert ready.count("result-1") == 1


def test_versions_within_one_batch_are_compared_too(ready: SearchEngine) -> None:
    ready.write(
        ["result-1"], [result("a", 2, "上海"), result("a", 1), result("b", 1), result("b", 2, "深圳")]
    )
    assert cities(ready) == {"上海": 1, "深圳": 1}
    assert ready.versions("result-1", ["a", "b"]) == {"a": 2, "b": 2}


def test_what_is_gone_is_found_no_more_and_a_late_write_does_not_bring_it_back(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 1), result("b", 1)])
    ready.write(["result-1"], [Document.gone("a", 3)])
    ready.write(["result-1"], [result("a", 2)])
    assert cities(ready) == {"杭州": 1}
    assert ready.count("result-1") == 1
    assert list(ready.scan("result-1")) == [("b", 1)]
    assert ready.versions("result-1", ["a", "b"]) == {"a": 3, "b": 1}


def test_what_was_gone_may_return_with_a_newer_version(ready: SearchEngine) -> None:
    ready.write(["result-1"], [Document.gone("a", 3)])
    ready.write(["result-1"], [result("a", 4)])
    assert cities(ready) == {"杭州": 1}


def test_scan_gives_all_in_order(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result(f"r{number:04d}", number) for number in reversed(range(1, 1203))])
    assert list(ready.scan("result-1")) == [(f"r{number:04d}", number) for number in range(1, 1203)]


def test_a_rebuild_with_writes_to_both_loses_nothing(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result(f"r{number}", 1) for number in range(20)])
    ready.create("result-2", SPEC)
    live = ["result-1", "result-2"]
    ready.write(live, [result("r3", 2, "上海")])  # a change during the copy …
    ready.write(live, [Document.gone("r4", 2)])
    ready.write(
        ["result-2"], [result(f"r{number}", 1) for number in range(20)]
    )  # … which copies what it read before
    assert ready.promoted("result") == "result-1"
    ready.promote("result", "result-2")
    assert ready.promoted("result") == "result-2"
    assert cities(ready) == {"杭州": 18, "上海": 1}
    ready.drop("result-1")
    assert cities(ready) == {"杭州": 18, "上海": 1}


def test_generations_of_a_type_are_listed(ready: SearchEngine) -> None:
    ready.create("result-2", SPEC)
    ready.create("resulting-1", SPEC)
    assert ready.generations("result") == ["result-1", "result-2"]
    assert ready.generations("nothing") == []
    ready.drop("result-1")
    ready.drop("resulting-1")
    assert ready.generations("result") == ["result-2"]


def test_making_a_generation_twice_keeps_its_documents(ready: SearchEngine) -> None:
    ready.write(["result-1"], [result("a", 1)])
    ready.create("result-1", SPEC)
    assert ready.count("result-1") == 1


def test_nothing_is_asked_before_a_generation_is_promoted(engine: SearchEngine) -> None:
    assert engine.promoted("result") is None
    engine.create("result-1", SPEC)
    with pytest.raises(UnknownGeneration):
        engine.search("result", ask(scoring=Everything()))


def test_a_promoted_generation_that_is_gone_answers_no_longer(ready: SearchEngine) -> None:
    ready.drop("result-1")
    assert ready.promoted("result") is None
    with pytest.raises(UnknownGeneration):
        ready.search("result", ask(scoring=Everything()))


def test_a_dropped_generation_is_unknown_and_no_write_makes_it_again(ready: SearchEngine) -> None:
    ready.create("result-2", SPEC)
    ready.write(["result-2"], [result("a", 1)])
    ready.drop("result-2")
    ready.drop("result-2")
    for attempt in (
        lambda: ready.write(["result-2"], [result("a", 2)]),
        lambda: ready.promote("result", "result-2"),
        lambda: ready.count("result-2"),
        lambda: ready.versions("result-2", ["a"]),
        lambda: list(ready.scan("result-2")),
    ):
        with pytest.raises(UnknownGeneration):
            attempt()
    assert ready.promoted("result") == "result-1"


def test_an_answering_engine_is_healthy(ready: SearchEngine) -> None:
    assert ready.health().available
    assert ready.health().engine == ready.name
