"""The query pipeline of listings: what a person typed and chose → one question → hits, counts and help.

The audience is added here to every question and nowhere else; engines refuse a question without it.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from search import analysis
from search.analysis import Views
from search.documents.codes import recognized
from search.documents.listing import FACETS, OPEN, TYPE
from search.port import (
    AnyOf,
    AtLeast,
    DisMax,
    Either,
    Everything,
    Filter,
    Found,
    Hit,
    Query,
    Scoped,
    Scoring,
    SearchEngine,
    Sort,
    Sum,
    Terms,
)

Order = Literal["relevance", "newest", "price", "trl"]

WEIGHTS = {"u": 1.0, "b": 0.5, "w": 0.5}
SOUND_WEIGHT = 0.7
SHORT = 8
"""Up to this many characters a query is also compared by sound: misspelt words are short."""
LONG = 120
"""A pasted paragraph, beyond this many characters, is compared by words only: they are enough, and cheaper."""
CLOSE_PAIRS = 0.15
CLOSE_CHARACTERS = 0.6
"""Shares of a query's pairs or characters that a document close to it holds."""
LOOSE_CHARACTERS = 0.3
ENOUGH_CHARACTERS = 8
"""The same for one loosely near: everyday words and technical ones share little. So many characters are enough."""
ENOUGH_FOUND = 100
"""With fewer close documents the loosely near count as found too; else they would only blur counts and facets."""
INSTITUTIONS = ("大学", "学院", "研究院", "研究所")
"""How the name of a university ends; whose name is typed, whose results are found."""
SAME_SOUND = 0.5
SIMILAR_WORDS = 40

SORTS: Mapping[Order, Sort | None] = {
    "relevance": None,
    "newest": Sort("published_at", descending=True),
    "price": Sort("price_minor"),
    "trl": Sort("trl_level", descending=True),
}


@dataclass(frozen=True)
class Request:
    """What a person asks: text, chosen facet values by facet, order, page (from 1) and its size."""

    audience: tuple[str, ...]
    text: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statuses: tuple[str, ...] = (OPEN,)
    order: Order = "relevance"
    page: int = 1
    size: int = 20


@dataclass(frozen=True)
class Rescue:
    """The filter to drop when nothing was found, and how many that frees."""

    facet: str
    frees: int


@dataclass(frozen=True)
class Results:
    """The answer. `code` is set when the query was recognized as a number and answered exactly."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    code: str | None = None
    rescue: Rescue | None = None


def search(engine: SearchEngine, request: Request) -> Results:
    """Answer a request; raises SearchUnavailable."""
    code = recognized(request.text)
    if code is not None:
        found = ask(engine, request, Everything(), (AnyOf("codes", (code,)),))
        if found.total:
            return Results(found.hits, found.total, found.facets, code=code)
    views = analysis.query_views(request.text)
    if not views.u:
        request = replace(request, order="newest" if request.order == "relevance" else request.order)
        return with_rescue(engine, request, ask(engine, request, Everything(), ()), Everything(), ())
    scored, near = scoring(views, request.text), is_close(views, request.text)
    found = ask(engine, request, scored, (near,))
    if too_few(engine, request, found, near):
        near = Either((near, is_loosely_near(views)))
        found = ask(engine, request, scored, (near,))
    return with_rescue(engine, request, found, scored, (near,))


def with_rescue(
    engine: SearchEngine, request: Request, found: Found, scored: Scoring, filters: tuple[Filter, ...]
) -> Results:
    """Give what was found; when it is nothing, say which one filter to drop."""
    rescue = None if found.total else best_rescue(engine, request, scored, filters)
    return Results(found.hits, found.total, found.facets, rescue=rescue)


def ask(engine: SearchEngine, request: Request, scored: Scoring, filters: tuple[Filter, ...]) -> Found:
    """Put the question to the engine, under the audience."""
    query = Query(
        scoring=scored,
        filters=(AnyOf("status", request.statuses), *filters),
        choices=tuple(AnyOf(name, values) for name, values in request.choices.items() if values),
        facets=FACETS,
        sort=SORTS[request.order],
        offset=(request.page - 1) * request.size,
        size=request.size,
    )
    return engine.search(TYPE, Scoped(query, request.audience))


def best_rescue(
    engine: SearchEngine, request: Request, scored: Scoring, filters: tuple[Filter, ...]
) -> Rescue | None:
    """Give the chosen filter whose dropping frees most; None when none frees any."""
    freed = []
    for name in request.choices:
        others = {each: values for each, values in request.choices.items() if each != name}
        found = ask(engine, replace(request, choices=others, page=1, size=0), scored, filters)
        freed.append(Rescue(name, found.total))
    best = max(freed, key=lambda each: each.frees, default=None)
    return best if best and best.frees else None


def scoring(views: Views, text: str) -> Sum:
    """Give the sum over the views of the better of title and body."""
    weights = WEIGHTS if len(text) <= LONG else {"w": 1.0}
    if by_sound(text):
        weights = {**weights, "p": SOUND_WEIGHT}
    return Sum(tuple((weight, either_part(view, getattr(views, view))) for view, weight in weights.items()))


def either_part(view: str, tokens: tuple[str, ...]) -> DisMax:
    """Give the better of title and body in one view, each token once."""
    unique = tuple(dict.fromkeys(tokens))
    return DisMax((Terms(f"title_{view}", unique), Terms(f"body_{view}", unique)))


def by_sound(text: str) -> bool:
    """Say whether a query is compared by sound too: a short one, or one without Han characters."""
    return len(text) <= SHORT or not analysis.IS_HAN.search(analysis.normalize(text))


def too_few(engine: SearchEngine, request: Request, found: Found, close: Filter) -> bool:
    """Say whether so little is close to a query that the loosely near count as found too.

    Choices do not decide it, so that choosing a facet only narrows. In another order than by relevance anything
    close suffices, lest what is far comes first.
    """
    enough = ENOUGH_FOUND if request.order == "relevance" else 1
    if found.total >= enough:
        return False
    count = Query(Everything(), filters=(AnyOf("status", request.statuses), close), size=0)
    return engine.search(TYPE, Scoped(count, request.audience)).total < enough


def is_close(views: Views, text: str) -> Filter:
    """Give the filter that a document holds many characters or some pairs of a query, or sounds like it."""
    characters = tuple(dict.fromkeys(views.u))
    ways: list[Filter] = [AtLeast("all_u", characters, share_of(characters, CLOSE_CHARACTERS))]
    if pairs := tuple(pair for pair in dict.fromkeys(views.b) if len(pair) > 1):
        ways += in_either_part("b", pairs, math.ceil(CLOSE_PAIRS * len(pairs)))
    if names := tuple(word for word in views.w if word.endswith(INSTITUTIONS) and word not in INSTITUTIONS):
        ways.append(AnyOf("university", names))
    if by_sound(text):
        sounds = tuple(dict.fromkeys(views.p))
        ways += in_either_part("p", sounds, math.ceil(SAME_SOUND * len(sounds)))
    return Either(tuple(ways))


def is_loosely_near(views: Views) -> Filter:
    """Give the filter that a document holds a few characters of a query."""
    characters = tuple(dict.fromkeys(views.u))
    return AtLeast("all_u", characters, min(ENOUGH_CHARACTERS, share_of(characters, LOOSE_CHARACTERS)))


def share_of(characters: tuple[str, ...], share: float) -> int:
    """Give how many characters a share is: at least two, if there are two."""
    return max(min(2, len(characters)), math.ceil(share * len(characters)))


def in_either_part(view: str, tokens: tuple[str, ...], count: int) -> tuple[Filter, Filter]:
    """Give the two filters that title or body holds enough tokens of a view."""
    return AtLeast(f"title_{view}", tokens, count), AtLeast(f"body_{view}", tokens, count)


def similar(
    engine: SearchEngine, *, id_: str, title: str, body: str, audience: tuple[str, ...], size: int
) -> tuple[Hit, ...]:
    """Give the open listings most like one, best first, itself left out: by the words of its title and most used ones."""
    counts = Counter(word for word in analysis.query_views(f"{title}\n{body}").w if len(word) > 1)
    of_title = [word for word in analysis.query_views(title).w if len(word) > 1]
    words = (*of_title, *(word for word, _ in counts.most_common(SIMILAR_WORDS)))
    if not words:
        return ()
    query = Query(either_part("w", words), filters=(AnyOf("status", (OPEN,)),), size=size + 1)
    hits = engine.search(TYPE, Scoped(query, audience)).hits
    return tuple(hit for hit in hits if hit.id != id_)[:size]
