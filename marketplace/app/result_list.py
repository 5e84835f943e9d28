"""What the results page shows around its hits: facets, applied choices, ways on when nothing fits; and comparisons."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, get_args
from urllib.parse import urlencode
from uuid import UUID

from pydantic import ValidationError

from marketplace.app.rendering import amount, translate
from marketplace.app.street import Street
from marketplace.core.paging import Page
from marketplace.core.problems import InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.core.web import field_errors
from marketplace.listings.schemas import ListingBrief, ListingView
from marketplace.terms import Simulation
from search.query import pages
from search.query.listings import Order
from search.query.pages import FacetValue, ListingPage, ListingSearch

SIMILAR = 4
NAMES = frozenset({"university", "city"})
"""Facets whose values are Chinese names and labels at the same time."""
SINGLE = frozenset({"q", "sort", "page", "size"})


@dataclass(frozen=True, slots=True)
class Overview:
    """How many open listings there are, how many of them to use first, and how many by industry and track."""

    total: int
    use_first: int
    industry: dict[str, int]
    track: dict[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A facet value with its label in the reader's language."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetBox:
    """A group of checkboxes; `foreign` labels stay Chinese on an English page."""

    name: str
    entries: tuple[Entry, ...]
    foreign: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A label with the address it leads to."""

    label: str
    url: str


def overview(uow: UnitOfWork) -> Overview:
    """Return the counts of the home page, as search counts them."""
    found = pages.find_listings(uow, ListingSearch(size=1))
    counts = {facet.name: {each.value: each.count for each in facet.values} for facet in found.facets}
    return Overview(
        total=found.total,
        use_first=counts.get("terms", {}).get("use_first", 0),
        industry=counts.get("industry", {}),
        track=counts.get("track", {}),
    )


def similar(uow: UnitOfWork, listing_id: UUID) -> list[ListingBrief]:
    """Return other open results that a reader of this one may want."""
    return pages.similar_listings(uow, listing_id=listing_id, size=SIMILAR)


def answers(uow: UnitOfWork, problem: str) -> list[ListingBrief]:
    """Return the open results that answer a problem best."""
    return list(pages.find_listings(uow, ListingSearch(q=problem, size=SIMILAR)).items)


def asked(street: Street) -> ListingSearch:
    """Read the search out of the address; unknown parameters are left out, wrong values raise `InvalidInput`."""
    given = street.request.query_params
    read: dict[str, Any] = {}
    for name in ListingSearch.model_fields:
        values = [value for value in given.getlist(name) if value]
        if values:
            read[name] = values[0] if name in SINGLE else values
    try:
        return ListingSearch(**read)
    except ValidationError as error:
        raise InvalidInput(errors=field_errors(error.errors())) from None


def view(street: Street) -> dict[str, Any]:
    """Return everything the results page names."""
    search = asked(street)
    found = pages.find_listings(street.uow, search)
    chosen = [(name, value) for name, values in search.chosen().items() for value in values]
    return {
        "q": search.q,
        "sort": search.sort,
        "sorts": get_args(Order),
        "found": found,
        "facets": [_box(street, facet.name, facet.values) for facet in found.facets],
        "chips": [
            Link(
                _label(street, name, value),
                _url(street, search, [each for each in chosen if each != (name, value)]),
            )
            for name, value in chosen
        ],
        "clear_url": _url(street, search, []),
        "looser": _looser(street, search, found),
        "pages": street.pages(Page(items=[], total=found.total, page=found.page, size=found.size)),
        "noindex": bool(chosen or search.q or search.page > 1),
    }


def _box(street: Street, name: str, values: Iterable[FacetValue]) -> FacetBox:
    entries = tuple(Entry(v.value, _label(street, name, v.value), v.count, v.chosen) for v in values)
    return FacetBox(name, entries, foreign=name in NAMES)


def _label(street: Street, facet: str, value: str) -> str:
    if facet in NAMES:
        return value
    key = {
        "industry": f"industry.{value}",
        "track": f"track.{value}",
        "licence_type": f"licence.{value}",
        "trl": f"facet.trl.band.{value}",
    }.get(facet, f"facet.{facet}.{value}")
    try:
        if facet == "free_months":
            return translate(street.locale, "facet.free_months.from", months=value)
        return translate(street.locale, key)
    except KeyError:  # an address may name any value; it is shown as it was written
        return value


def _url(street: Street, search: ListingSearch, chosen: list[tuple[str, str]]) -> str:
    kept = [("q", search.q)] if search.q else []
    kept += [("sort", search.sort)] if search.sort != "relevance" else []
    query = urlencode([*kept, *chosen])
    return street.at("/results") + (f"?{query}" if query else "")


def _looser(street: Street, search: ListingSearch, found: ListingPage) -> list[Link]:
    """Return the ways on when nothing fits: the facet to drop that frees most, then the query alone or the facets alone."""
    if found.items:
        return []
    chosen = search.chosen()
    ways = []
    if found.rescue:
        kept = [(n, v) for n, values in chosen.items() if n != found.rescue.facet for v in values]
        label = translate(street.locale, f"facet.{found.rescue.facet}.label")
        text = translate(street.locale, "results.without", name=label, count=found.rescue.frees)
        ways.append(Link(text, _url(street, search, kept)))
    if search.q and chosen:
        ways.append(Link(translate(street.locale, "results.clear"), _url(street, search, [])))
    return ways


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison."""

    key: str
    cells: tuple[str, ...]
    foreign: bool = False

    @property
    def differs(self) -> bool:
        """Whether the compared results differ here."""
        return len(set(self.cells)) > 1


def comparison(street: Street, items: list[ListingView], simulations: list[Simulation | None]) -> list[Row]:
    """Return the lines of a comparison, what it costs first; prose last."""

    def say(key: str, **params: Any) -> str:
        return translate(street.locale, key, **params)

    def money(minor: int | None) -> str:
        return "—" if minor is None else amount(street.locale, minor)

    def cost(read: Callable[[Simulation], int]) -> tuple[str, ...]:
        return tuple(say("price.negotiable") if each is None else money(read(each)) for each in simulations)

    def each(read: Callable[[ListingView], str]) -> tuple[str, ...]:
        return tuple(read(item) or "—" for item in items)

    def months(count: int | None) -> str:
        return say("compare.months_value", months=count) if count else "—"

    return [
        Row("cost_three", cost(lambda s: s.total_minor)),
        Row("worst", cost(lambda s: s.worst_case_minor)),
        Row("outright", each(lambda i: money(i.outright_price_minor))),
        Row("free", each(lambda i: months(i.free_period_months))),
        Row("licence", each(lambda i: say(f"licence.{i.licence_type}") if i.licence_type else "")),
        Row("months", each(lambda i: months(i.terms.months if i.terms else None))),
        Row("trl", each(lambda i: str(i.trl or ""))),
        Row("rights", each(lambda i: str(len(i.rights)))),
        Row("industry", each(lambda i: say(f"industry.{i.industry}") if i.industry else "")),
        Row("university", each(lambda i: i.university_name), foreign=True),
        Row("city", each(lambda i: i.city), foreign=True),
        Row("benefit", each(lambda i: i.benefit), foreign=True),
        Row("evidence", each(lambda i: i.evidence), foreign=True),
    ]
