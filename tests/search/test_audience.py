"""Whatever is asked, by whomever: nothing outside the audience is found, counted, suggested or called similar."""

from hypothesis import given, strategies as st

from search.documents import listing
from search.documents.listing import FACETS, PUBLIC, ListingSource
from search.engines import MemoryEngine
from search.query.listings import Order, Request, search, similar
from search.query.phrases import PhraseBook, suggest

WORDS = ("电池", "焊接", "烘干", "麒麟", "轴承")
ORDERS: tuple[Order, ...] = ("relevance", "newest")
AUDIENCES = (PUBLIC, ("organization:1",), ("organization:2",), ())

sources = st.lists(
    st.builds(
        ListingSource,
        id=st.uuids().map(str),
        version=st.just(1),
        audience=st.sampled_from(AUDIENCES),
        title=st.sampled_from(WORDS),
        body=st.lists(st.sampled_from(WORDS), max_size=3).map("".join),
        keywords=st.tuples(st.sampled_from(WORDS)),
        city=st.sampled_from(("无锡", "南京")),
        status=st.sampled_from(("open", "closed")),
    ),
    max_size=12,
    unique_by=lambda source: source.id,
)
askers = st.sampled_from((PUBLIC, (*PUBLIC, "organization:1"), (*PUBLIC, "organization:2")))


def filled(given_sources: list[ListingSource]) -> MemoryEngine:
    engine = MemoryEngine()
    engine.create("listings-1", listing.spec())
    engine.write(["listings-1"], [listing.build(source) for source in given_sources])
    engine.promote(listing.TYPE, "listings-1")
    return engine


@given(sources, askers, st.sampled_from(("", *WORDS, "dianchi")), st.sampled_from(ORDERS))
def test_nothing_outside_the_audience_is_found_or_counted(
    given_sources: list[ListingSource], audience: tuple[str, ...], text: str, order: Order
) -> None:
    visible = {each.id: each for each in given_sources if set(each.audience) & set(audience)}
    request = Request(audience, text=text, statuses=("open", "closed"), order=order, size=100)
    found = search(filled(given_sources), request)
    ids = {hit.id for hit in found.hits}
    assert ids <= visible.keys()
    assert found.total == len(ids)
    for name in FACETS:
        for value, count in found.facets[name]:
            assert count == sum(
                value in dict(listing.facet_values(visible[id_])).get(name, ()) for id_ in ids
            )
    if not text:
        assert ids == visible.keys()


@given(sources, askers)
def test_nothing_outside_the_audience_is_similar_or_suggested(
    given_sources: list[ListingSource], audience: tuple[str, ...]
) -> None:
    engine = filled(given_sources)
    visible = {each.id for each in given_sources if set(each.audience) & set(audience)}
    for word in WORDS:
        near = similar(engine, id_="", title=word, body=word, audience=audience, size=100)
        assert {hit.id for hit in near} <= visible
    public_words = {
        word for each in given_sources if each.audience == PUBLIC for word in (*each.keywords, each.title)
    }
    phrases = PhraseBook().phrases(engine)
    assert {phrase.text for phrase in phrases.ranked} == public_words
    assert all(suggest(phrases, word[0], 8) == [word] * (word in public_words) for word in WORDS)
