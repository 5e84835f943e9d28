"""Every engine gives the same answers: the memory engine is the meaning, the others are compared with it."""

from itertools import pairwise

import pytest

from search.engines import MemoryEngine
from search.port import (
    AnyOf,
    AtLeast,
    Either,
    Everything,
    Exists,
    Filter,
    Not,
    Query,
    Range,
    Scoped,
    SearchEngine,
    Sort,
    tie_key,
)
from tests.engines.corpus import CITIES, PUBLIC, SPEC, ask, corpus, questions, text_question

DOCUMENTS = corpus()


def filled(engine: SearchEngine) -> SearchEngine:
    engine.create("result-1", SPEC)
    engine.write(["result-1"], DOCUMENTS)
    engine.promote("result", "result-1")
    return engine


@pytest.fixture(scope="module")
def meaning() -> SearchEngine:
    return filled(MemoryEngine())


def test_two_hundred_questions_get_the_same_scores_in_the_same_order(
    engine: SearchEngine, meaning: SearchEngine
) -> None:
    filled(engine)
    for question in questions():
        scoped = ask(scoring=question, size=400)
        expected, found = meaning.search("result", scoped), engine.search("result", scoped)
        assert found.total == expected.total
        assert {hit.id: hit.score for hit in found.hits} == pytest.approx(
            {hit.id: hit.score for hit in expected.hits}, rel=1e-5
        )
        for first, second in pairwise(found.hits):
            assert (-first.score, tie_key(first.id)) < (-second.score, tie_key(second.id))


@pytest.mark.parametrize(
    "condition",
    [
        AnyOf("industry", ("新材料",)),
        AnyOf("industry", ("新能源", "生物医药")),
        AnyOf("city", ()),
        Range("price", 20_000, 40_000),
        Range("price", at_most=0),
        Range("trl", at_least=7),
        Range("price"),
        Exists("industry"),
        Exists("price"),
        AtLeast("body_u", ("电", "池", "隔", "膜"), 3),
        AtLeast("title_w", ("电池", "电池", "废水"), 1),
        AtLeast("body_w", ("电池", "废水"), 3),
        Either((AnyOf("city", ("武汉",)), AtLeast("title_u", ("膜",), 1))),
        Not(Exists("price")),
        Not(AnyOf("city", ("杭州", "上海"))),
        Not(Range("trl", 1, 8)),
    ],
    ids=str,
)
def test_filters_choose_the_same_documents(
    engine: SearchEngine, meaning: SearchEngine, condition: Filter
) -> None:
    filled(engine)
    scoped = ask(scoring=Everything(), filters=(condition,), size=400)
    expected, found = meaning.search("result", scoped), engine.search("result", scoped)
    assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]
    assert found.total == expected.total


def test_filters_do_not_change_scores(engine: SearchEngine) -> None:
    filled(engine)
    question = text_question("锂离子电池隔膜")
    everywhere = {hit.id: hit.score for hit in engine.search("result", ask(scoring=question, size=400)).hits}
    scoped = ask(
        scoring=question, size=400, filters=(Range("trl", 3, 6),), choices=(AnyOf("city", ("武汉",)),)
    )
    chosen = engine.search("result", scoped)
    assert 0 < chosen.total < len(everywhere)
    assert {hit.id: hit.score for hit in chosen.hits} == pytest.approx(
        {hit.id: everywhere[hit.id] for hit in chosen.hits}, rel=1e-6
    )


@pytest.mark.parametrize("chosen", [(), ("杭州",), ("杭州", "深圳")], ids=len)
def test_a_facet_counts_without_its_own_choice(
    engine: SearchEngine, meaning: SearchEngine, chosen: tuple[str, ...]
) -> None:
    filled(engine)
    choices = (AnyOf("city", chosen),) if chosen else ()
    scoped = ask(
        scoring=text_question("废水处理"),
        filters=(Range("trl", at_least=2),),
        choices=(*choices, AnyOf("industry", ("节能环保", "新材料"))),
        facets=("city", "industry"),
    )
    expected, found = meaning.search("result", scoped), engine.search("result", scoped)
    assert found.facets == expected.facets
    assert {city for city, _ in found.facets["city"]} == set(CITIES)
    if chosen:
        city_counts = dict(found.facets["city"])
        assert found.total == sum(city_counts[city] for city in chosen)


def test_a_facet_is_cut_after_the_most_frequent_values(engine: SearchEngine) -> None:
    filled(engine)
    whole = engine.search("result", ask(scoring=Everything(), facets=("industry",), size=0)).facets[
        "industry"
    ]
    cut = engine.search("result", ask(scoring=Everything(), facets=("industry",), facet_size=2, size=0))
    assert cut.facets["industry"] == whole[:2]
    assert cut.hits == ()
    assert cut.total == len(DOCUMENTS)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("field", ["price", "trl"])
def test_pages_in_a_sorted_order_join_without_gap_or_repeat(
    engine: SearchEngine, meaning: SearchEngine, field: str, *, descending: bool
) -> None:
    filled(engine)

    def ids(of: SearchEngine, offset: int, size: int) -> list[str]:
        scoped = ask(scoring=Everything(), sort=Sort(field, descending), offset=offset, size=size)
        return [hit.id for hit in of.search("result", scoped).hits]

    joined = [id_ for offset in range(0, 320, 40) for id_ in ids(engine, offset, 40)]
    assert joined == ids(meaning, 0, 400)
    assert len(set(joined)) == len(DOCUMENTS)
    unpriced = {each.id for each in DOCUMENTS if field not in each.integers}
    assert set(joined[len(joined) - len(unpriced) :]) == unpriced


def test_pages_by_relevance_join_without_gap_or_repeat(engine: SearchEngine) -> None:
    filled(engine)
    question = text_question("电机")

    def ids(offset: int, size: int) -> list[str]:
        return [
            hit.id for hit in engine.search("result", ask(scoring=question, offset=offset, size=size)).hits
        ]

    whole = ids(0, 400)
    assert [id_ for offset in range(0, len(whole), 7) for id_ in ids(offset, 7)] == whole


def test_nobody_finds_what_is_not_for_them(engine: SearchEngine) -> None:
    filled(engine)
    secret = text_question("麒麟")
    draft = corpus(1, seed=99)[0]
    tokens = dict(draft.tokens) | {"title_u": ("麒", "麟")}
    own = type(draft)(
        id="draft", version=1, audience=("organization:7",), tokens=tokens, keywords={"city": ("拉萨",)}
    )
    engine.write(["result-1"], [own])
    asked = Query(scoring=secret, facets=("city",))
    strangers = engine.search("result", Scoped(asked, (*PUBLIC, "organization:8")))
    assert (strangers.hits, strangers.total, strangers.facets) == ((), 0, {"city": ()})
    owners = engine.search("result", Scoped(asked, (*PUBLIC, "organization:7")))
    assert [hit.id for hit in owners.hits] == ["draft"]
    assert owners.facets == {"city": (("拉萨", 1),)}


@pytest.mark.parametrize("audience", [(), ("",), ("public", "")])
def test_a_question_without_audience_cannot_be_made(audience: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="audience"):
        Scoped(Query(Everything()), audience)
