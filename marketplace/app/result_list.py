"""What the results page shows around its hits: facets, applied choices, ways on when nothing fits; and comparisons."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from marketplace.app.rendering import amount, translate
from marketplace.app.street import Street
from marketplace.core.uow import UnitOfWork
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingBrief, ListingView
from marketplace.terms import Simulation

SIMILAR = 4


@dataclass(frozen=True, slots=True)
class Overview:
    """How many open listings there are, by industry and track."""

    total: int
    use_first: int
    by_industry: dict[str, int] = field(default_factory=dict)
    by_track: dict[str, int] = field(default_factory=dict)


def overview(uow: UnitOfWork) -> Overview:
    """Return the counts of the home page."""
    return Overview(total=listings.count_by_state(uow).get("open", 0), use_first=0)


def view(street: Street) -> dict[str, Any]:
    items = listings.list_newest(street.uow, size=20)
    from marketplace.core.paging import Page

    page = Page(items=items, total=len(items), page=1, size=20)
    return dict(
        q="",
        found=dict(
            total=len(items),
            hits=[dict(item=i, title=None, snippet=None) for i in items],
            suggestion=None,
            degraded=False,
        ),
        facets=[],
        chips=[],
        clear_url="",
        sorts=["relevance"],
        sort="relevance",
        pages=street.pages(page),
        looser=[],
    )


def similar(uow: UnitOfWork, item: ListingView) -> list[ListingBrief]:
    """Return other open results that a reader of this one may want."""
    return []


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
