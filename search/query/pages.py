"""What the search page shows, for the API and the public pages alike: at most three statements, items by id.

The engine finds ids; names and prose come from the database under the reader's own visibility, which also leaves
out what was withdrawn a moment ago. Without an engine the page shows the newest listings and says so.
"""

import logging
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from marketplace.core.kept import Kept
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Shown
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingBrief, ListingFound
from search import engines
from search.documents.listing import FACETS, OPEN, PUBLIC, TYPE, prose
from search.port import SearchUnavailable, UnknownGeneration
from search.query import listings as pipeline, marking
from search.query.listings import Request, Results
from search.query.marking import Piece
from search.query.phrases import PhraseBook, did_you_mean, suggest

log = logging.getLogger("xianyong.search")

Status = Literal["open", "closed", "expired"]
Choice = Annotated[str, StringConstraints(max_length=80)]
Choices = Annotated[tuple[Choice, ...], Field(max_length=40)]
LONGEST_TEXT = 2000
MOST_SUGGESTIONS = 8

PHRASES = PhraseBook()
SHELF: "Kept[Made]" = Kept(most=100)
"""Pages by question, each of one edition of the index: about 30 MB, if all of them are as long as a page may be."""


class FoundWords(Shown):
    """Why a listing was found: the words of the query in its title and in its prose."""

    title: list[str]
    body: list[str]


class ListingHit(ListingBrief):
    """A found listing: its row, its title with marks, the sentences that answer best, and why."""

    title_pieces: list[Piece]
    excerpt: list[Piece]
    why: FoundWords


class FacetValue(Shown):
    """A value to choose, how many listings it would leave, and whether it is chosen."""

    value: str
    count: int
    chosen: bool


class Facet(Shown):
    """One facet with its values, the most frequent first. A chosen value is there even when it leaves nothing."""

    name: str
    values: list[FacetValue]


class WayOut(Shown):
    """The chosen facet to drop when nothing was found, and how many listings that frees."""

    facet: str
    frees: int


class ListingSearch(BaseModel):
    """What a reader asks for; `page` begins at 1. A facet's values widen, different facets narrow."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)] = ""
    industry: Choices = ()
    track: Choices = ()
    terms: Choices = ()
    licence_type: Choices = ()
    trl: Choices = ()
    free_months: Choices = ()
    price: Choices = ()
    university: Choices = ()
    city: Choices = ()
    status: Annotated[tuple[Status, ...], Field(max_length=3)] = ()
    sort: pipeline.Order = "relevance"
    page: Annotated[int, Field(ge=1, le=500)] = 1
    size: Annotated[int, Field(ge=1, le=100)] = 20

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Give the chosen values by facet."""
        values = {name: tuple(dict.fromkeys(getattr(self, name))) for name in FACETS}
        return {name: each for name, each in values.items() if each}


class ListingPage(Shown):
    """A page of found listings. `code` is set when `q` was recognized as a number and answered exactly.

    `degraded` says that search is away and the newest listings are shown instead.
    """

    items: list[ListingHit]
    total: int
    page: int
    size: int
    facets: list[Facet]
    code: str | None
    did_you_mean: str | None
    rescue: WayOut | None
    degraded: bool


@dataclass(frozen=True)
class Made:
    """A page, the listings that the index named for it, and the states their rows were in before they were read."""

    page: ListingPage
    ids: tuple[str, ...]
    states: str | None

    @cached_property
    def json(self) -> bytes:
        """The page as it is sent."""
        return self.page.__pydantic_serializer__.to_json(self.page)


def find_listings(uow: UnitOfWork, asked: ListingSearch) -> ListingPage:
    """Give a page of listings for what a reader asks; the newest ones when the engine is away."""
    return answered(uow, asked).page


def listings_as_json(uow: UnitOfWork, asked: ListingSearch) -> bytes:
    """Give the same page as the JSON that is sent."""
    return answered(uow, asked).json


def answered(uow: UnitOfWork, asked: ListingSearch) -> Made:
    """Give a page, and keep it when nothing was typed: such pages are few, and many people look at them.

    A page that is kept is shown while index and rows are as they were, which is asked every time.
    """
    engine = engines.engine()
    try:
        edition = None if asked.q else engine.edition(TYPE)
        kept = SHELF.take(asked, edition) if edition is not None else None
        if kept and listings.row_states(uow, ids=kept.ids) == kept.states:
            return kept
        results = pipeline.search(engine, request_of(asked))
        meant = did_you_mean(PHRASES.phrases(engine), asked.q) if asked.q and not results.code else None
    except (SearchUnavailable, UnknownGeneration):
        log.warning("search is away; the newest listings are shown", exc_info=True)
        return Made(newest(uow, asked), (), None)
    ids = tuple(hit.id for hit in results.hits)
    states = listings.row_states(uow, ids=ids) if edition is not None else None
    made = Made(page_of(uow, asked, results, meant), ids, states)
    if edition is not None:
        SHELF.put(asked, edition, made)
    return made


def request_of(asked: ListingSearch) -> Request:
    """Give the question of any visitor."""
    return Request(
        audience=PUBLIC,
        text=asked.q,
        choices=asked.chosen(),
        statuses=asked.status or (OPEN,),
        order=asked.sort,
        page=asked.page,
        size=asked.size,
    )


def page_of(uow: UnitOfWork, asked: ListingSearch, results: Results, meant: str | None) -> ListingPage:
    """Fill what was found with what the reader may see of it."""
    rows = listings.list_found(uow, ids=[UUID(hit.id) for hit in results.hits])
    looked_for = marking.wanted(asked.q, by_sound=pipeline.by_sound(asked.q))
    return ListingPage.model_validate(
        {
            "items": [hit_of(row, looked_for) for row in rows],
            "total": results.total,
            "page": asked.page,
            "size": asked.size,
            "facets": facets_of(results, asked.chosen()),
            "code": results.code,
            "did_you_mean": meant,
            "rescue": results.rescue and {"facet": results.rescue.facet, "frees": results.rescue.frees},
            "degraded": False,
        }
    )


def newest(uow: UnitOfWork, asked: ListingSearch) -> ListingPage:
    """Give the newest listings without facets, as many as a page holds."""
    found = listings.list_newest(uow, size=asked.size)
    none = FoundWords(title=[], body=[])
    items = [
        ListingHit(**row.model_dump(), title_pieces=plain(row.title), excerpt=plain(row.benefit), why=none)
        for row in found
    ]
    return ListingPage(
        items=items, total=len(items), page=1, size=asked.size, facets=[], code=None, did_you_mean=None,
        rescue=None, degraded=True,
    )  # fmt: skip


def hit_of(row: ListingFound, looked_for: marking.Wanted) -> dict[str, Any]:
    """Give the fields of a ListingHit: a found listing with its marks."""
    title, body = marking.mark(row.title, looked_for), marking.mark(prose(row), looked_for)
    return {
        **{name: getattr(row, name) for name in ListingBrief.model_fields},
        "title_pieces": marking.whole(title),
        "excerpt": marking.excerpt(body),
        "why": {"title": marking.reasons(title), "body": marking.reasons(body)},
    }


def plain(text: str) -> list[Piece]:
    """Give a text without marks."""
    return [Piece(text=text, hit=False)] if text else []


def facets_of(results: Results, chosen: dict[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Give the fields of each Facet in the order of the page; those without values are left out."""
    facets = []
    for name in FACETS:
        counts, picked = dict(results.facets.get(name, ())), chosen.get(name, ())
        counts |= {value: 0 for value in picked if value not in counts}
        if counts:
            values = [
                {"value": each, "count": count, "chosen": each in picked} for each, count in counts.items()
            ]
            facets.append({"name": name, "values": values})
    return facets


def suggestions(text: str) -> list[str]:
    """Give up to eight phrases of public listings for what was typed so far; none when the engine is away."""
    try:
        return suggest(PHRASES.phrases(engines.engine()), text, MOST_SUGGESTIONS)
    except (SearchUnavailable, UnknownGeneration):
        return []


def similar_listings(uow: UnitOfWork, *, listing_id: UUID, size: int = 4) -> list[ListingBrief]:
    """Give the open listings most like one that the reader may see, best first; none when the engine is away.

    Raises NotFound.
    """
    found = listings.list_found(uow, ids=[listing_id])
    if not found:
        raise NotFound(what="listing")
    try:
        hits = pipeline.similar(
            engines.engine(),
            id_=str(listing_id),
            title=found[0].title,
            body=prose(found[0]),
            audience=PUBLIC,
            size=size,
        )
    except (SearchUnavailable, UnknownGeneration):
        return []
    return listings.list_by_ids(uow, ids=[UUID(hit.id) for hit in hits])
