from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings, service
from search import indexing
from search.documents import listing
from search.documents.listing import PUBLIC, ListingSource, Terms
from search.engines import MemoryEngine
from search.port import Document, SearchUnavailable
from search.query.listings import Request, search
from tests.search.university import University


@pytest.fixture
def ready(uow: UnitOfWork, engine: MemoryEngine) -> MemoryEngine:
    indexing.make_ready(uow)
    return engine


def found(engine: MemoryEngine, text: str = "", *, statuses: tuple[str, ...] = ("open",)) -> list[str]:
    return [hit.id for hit in search(engine, Request(PUBLIC, text=text, statuses=statuses)).hits]


def indexed(engine: MemoryEngine) -> dict[str, int]:
    generation = engine.promoted(listing.TYPE)
    assert generation is not None
    return dict(engine.scan(generation))


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(
    ready: MemoryEngine, university: University, drain: Callable[[], int]
) -> None:
    view = university.publish("低温锂电池电解液")
    drain()
    assert found(ready, "冬天电池没电") == [str(view.id)]
    assert indexed(ready) == {str(view.id): view.version}
    service.withdraw_listing(university.by_officer, listing_id=view.id, reason="另有安排")
    drain()
    assert found(ready, "低温锂电池") == []
    assert indexed(ready) == {}


def test_a_draft_is_not_in_the_index(
    ready: MemoryEngine, university: University, drain: Callable[[], int]
) -> None:
    university.draft("还没有公开的麒麟材料")
    drain()
    assert found(ready, "麒麟") == []
    assert indexed(ready) == {}


def test_a_closed_listing_is_found_only_when_asked_for(
    ready: MemoryEngine, university: University, drain: Callable[[], int], uow: UnitOfWork
) -> None:
    view = university.publish("低温锂电池电解液")
    service.close_listing(uow, listing_id=view.id)
    drain()
    assert found(ready, "锂电池") == []
    assert found(ready, "锂电池", statuses=("open", "closed")) == [str(view.id)]


def test_repeated_and_late_deliveries_do_no_harm(
    ready: MemoryEngine, university: University, uow: UnitOfWork, drain: Callable[[], int]
) -> None:
    view = university.publish("低温锂电池电解液")
    drain()
    for _ in range(2):
        uow.rows("UPDATE outbox_delivery SET state = 'pending' RETURNING id")
        drain()
    assert indexed(ready) == {str(view.id): view.version}


def test_without_an_index_a_change_waits_for_the_rebuild(
    engine: MemoryEngine, university: University, uow: UnitOfWork, drain: Callable[[], int]
) -> None:
    view = university.publish("低温锂电池电解液")
    drain()
    assert engine.generations(listing.TYPE) == []
    indexing.make_ready(uow)
    assert found(engine, "锂电池") == [str(view.id)]


def test_an_engine_that_was_away_at_the_start_or_came_back_empty_gets_its_index(
    engine: MemoryEngine, university: University, uow: UnitOfWork
) -> None:
    view = university.publish("低温锂电池电解液")
    assert not indexing.can_search()
    for _ in range(2):
        assert indexing.build_missing(uow) == 0
        assert found(engine, "锂电池") == [str(view.id)]
        assert indexing.can_search()
    for generation in engine.generations(listing.TYPE):
        engine.drop(generation)
    assert not indexing.can_search()
    assert indexing.build_missing(uow) == 0
    assert found(engine, "锂电池") == [str(view.id)]


def test_a_change_during_a_rebuild_reaches_both_generations(
    ready: MemoryEngine, university: University, uow: UnitOfWork, drain: Callable[[], int]
) -> None:
    ready.create(f"{listing.TYPE}-{listing.spec().spec_hash}-2", listing.spec())
    view = university.publish("低温锂电池电解液")
    drain()
    for generation in ready.generations(listing.TYPE):
        assert dict(ready.scan(generation)) == {str(view.id): view.version}
    assert indexing.rebuild(uow, ready) == f"{listing.TYPE}-{listing.spec().spec_hash}-3"
    assert ready.generations(listing.TYPE) == [f"{listing.TYPE}-{listing.spec().spec_hash}-3"]


def test_another_form_of_the_documents_leads_to_a_rebuild(
    ready: MemoryEngine, university: University, uow: UnitOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ready.promoted(listing.TYPE)
    university.publish("低温锂电池电解液")
    other = replace(listing.spec(), analysis="other")
    monkeypatch.setattr(listing, "spec", lambda: other)
    indexing.make_ready(uow)
    assert ready.promoted(listing.TYPE) not in (None, before)
    assert len(indexed(ready)) == 1


def test_the_comparison_mends_what_is_missing_old_or_too_much(
    ready: MemoryEngine, university: University, uow: UnitOfWork
) -> None:
    missing, old, withdrawn = (university.publish(f"低温锂电池电解液{mark}") for mark in "甲乙丙")
    service.withdraw_listing(university.by_officer, listing_id=withdrawn.id, reason="另有安排")
    ready.write(
        ready.generations(listing.TYPE),
        [Document(str(id_), 1, PUBLIC) for id_ in (old.id, withdrawn.id, missing.university_id)],
    )
    assert indexing.reconcile(uow) == 4
    assert indexed(ready) == {str(each.id): each.version for each in (missing, old)}
    assert indexing.reconcile(uow) == 0


def test_a_database_that_went_back_leads_to_a_rebuild(
    ready: MemoryEngine, university: University, uow: UnitOfWork
) -> None:
    view = university.publish("低温锂电池电解液")
    ready.write(ready.generations(listing.TYPE), [Document(str(view.id), view.version + 5, PUBLIC)])
    assert indexing.reconcile(uow) == 1
    assert indexed(ready) == {str(view.id): view.version}
    assert indexing.reconcile(uow) == 0


def test_an_index_that_is_gone_is_made_again_by_the_clock(
    ready: MemoryEngine, university: University, uow: UnitOfWork
) -> None:
    view = university.publish("低温锂电池电解液")
    for generation in ready.generations(listing.TYPE):
        ready.drop(generation)
    assert indexing.reconcile(uow) == 0
    assert indexed(ready) == {str(view.id): view.version}


def test_an_engine_that_is_away_leaves_the_delivery_for_later(
    university: University, uow: UnitOfWork, drain: Callable[[], int], monkeypatch: pytest.MonkeyPatch,
    ready: MemoryEngine,
) -> None:  # fmt: skip
    def away(*_: object) -> None:
        raise SearchUnavailable("away")

    university.publish("低温锂电池电解液")
    monkeypatch.setattr(ready, "write", away)
    with pytest.raises(AssertionError, match="away"):
        drain()
    waiting = uow.session.connection().execute(
        text("SELECT count(*) FROM outbox_delivery WHERE state = 'pending' AND handler LIKE 'search.%'")
    )
    assert waiting.scalar_one() >= 1


def test_a_document_holds_what_a_searcher_may_ask_for(uow: UnitOfWork, university: University) -> None:
    view = university.publish("低温锂电池电解液", ipc="H01M 10/0569", trl=5, keywords=["电解液"])
    row = listings.list_found(uow, ids=[view.id])[0]
    source = listing.source_of(row)
    assert source.codes == (
        view.number.replace("-", ""), view.rights[0].number, "H", "H01", "H01M", "H01M10", "H01M10/0569",
    )  # fmt: skip
    assert source.terms == Terms(
        use_first=True, licence_type="non_exclusive", fixed_fee_minor=8_000_000, free_months=12
    )
    keywords = listing.build(source).keywords
    assert keywords["phrases"] == ("电解液", "江南大学", "节能环保", "低温锂电池电解液")
    assert {name: keywords[name] for name in listing.FACETS if name in keywords} == {
        "industry": ("节能环保",), "terms": ("use_first",), "licence_type": ("non_exclusive",), "trl": ("4",),
        "free_months": ("6", "12"), "price": ("under_10",), "university": ("江南大学",), "city": ("无锡",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fee", "band"),
    [(None, "negotiable"), (0, "none"), (1, "under_10"), (10_000_000, "under_10"), (10_000_001, "under_50"),
     (50_000_000, "under_50"), (50_000_001, "over_50")],
)  # fmt: skip
def test_price_bands(fee: int | None, band: str) -> None:
    terms = None if fee is None else Terms(False, "sole", fee, 0)  # noqa: FBT003
    source = ListingSource("1", 1, PUBLIC, "标题", "", terms=terms)
    assert listing.build(source).keywords["price"] == (band,)


@pytest.mark.parametrize(
    ("level", "band"), [(1, "1"), (3, "1"), (4, "4"), (6, "4"), (7, "7"), (9, "7"), (None, None)]
)
def test_trl_bands(level: int | None, band: str | None) -> None:
    assert listing.trl_band(level) == band
