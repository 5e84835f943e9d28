"""The search document of a listing: which fields there are, and how plain values become one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from search import analysis
from search.port import Document, FieldKind, FieldSpec, IndexSpec

TYPE = "listings"
FACETS = ("industry", "track", "maturity", "terms", "university", "city", "price_band")
"""What a person may choose from; the order is that of the page."""
OPEN = "open"
"""The status of a listing that can be applied for now; others are found only when asked for."""

PRICE_BANDS = ((0, "free"), (5_000_000, "to_50k"), (20_000_000, "to_200k"), (50_000_000, "to_500k"))
"""Upper bounds in fen, included, and the codes of the bands up to them."""
HIGHEST_BAND = "over_500k"
NO_PRICE = "negotiable"
MATURITY_BANDS = ((3, "trl_1_3"), (6, "trl_4_6"), (9, "trl_7_9"))
TITLE_PHRASE = 30
"""Characters a title may have to be suggested whole."""


@dataclass(frozen=True)
class ListingSource:
    """A listing in plain values. Amounts are fen, `published_at` is seconds since 1970.

    `body` is all prose but the title. `audience` says who may find it, `status` is the state of the row.
    """

    id: str
    version: int
    audience: tuple[str, ...]
    title: str
    body: str
    status: str = OPEN
    keywords: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    industry: str | None = None
    track: str | None = None
    trl: int | None = None
    terms: tuple[str, ...] = ()
    university: str | None = None
    city: str | None = None
    price_minor: int | None = None
    published_at: int | None = None


@cache
def spec() -> IndexSpec:
    """Give the fields of a listing."""
    tokens = (*(f"{part}_{view}" for part in ("title", "body") for view in "ubwp"), "all_u")
    keywords = (*FACETS, "status", "codes", "phrases")
    return IndexSpec(
        type=TYPE,
        fields=(
            *(FieldSpec(name, FieldKind.TOKENS) for name in tokens),
            *(FieldSpec(name, FieldKind.KEYWORD) for name in keywords),
            *(FieldSpec(name, FieldKind.INTEGER) for name in ("trl", "price", "published_at")),
        ),
        analysis=analysis.fingerprint(),
    )


def build(source: ListingSource) -> Document:
    """Give the document of a listing; one that nobody may find becomes a tombstone."""
    if not source.audience:
        return Document.gone(source.id, source.version)
    title = analysis.views(source.title)
    body = analysis.views("\n".join((source.body, *source.keywords, source.university or "")))
    tokens = {
        **{f"title_{view}": getattr(title, view) for view in "ubwp"},
        **{f"body_{view}": getattr(body, view) for view in "ubwp"},
        "all_u": tuple(dict.fromkeys((*title.u, *body.u))),
    }
    chosen = {
        "industry": source.industry,
        "track": source.track,
        "maturity": maturity(source.trl),
        "university": source.university,
        "city": source.city,
        "price_band": price_band(source.price_minor),
        "status": source.status,
    }
    numbers = {"trl": source.trl, "price": source.price_minor, "published_at": source.published_at}
    return Document(
        id=source.id,
        version=source.version,
        audience=source.audience,
        tokens=tokens,
        keywords={
            **{name: (value,) for name, value in chosen.items() if value},
            "terms": source.terms,
            "codes": source.codes,
            "phrases": tuple(dict.fromkeys(phrases(source))),
        },
        integers={name: value for name, value in numbers.items() if value is not None},
    )


def phrases(source: ListingSource) -> Iterator[str]:
    """Walk through what this listing lends to suggestions: keywords, university, industry, track, a short title."""
    yield from source.keywords
    yield from (value for value in (source.university, source.industry, source.track) if value)
    if len(source.title) <= TITLE_PHRASE:
        yield source.title


def price_band(price_minor: int | None) -> str:
    """Give the code of the band a price in fen falls into."""
    if price_minor is None:
        return NO_PRICE
    return next((code for bound, code in PRICE_BANDS if price_minor <= bound), HIGHEST_BAND)


def maturity(trl: int | None) -> str | None:
    """Give the code of the band of a technology readiness level from 1 to 9."""
    if trl is None:
        return None
    return next(code for bound, code in MATURITY_BANDS if trl <= bound)
