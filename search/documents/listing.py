"""The search document of a listing: which fields there are, and how plain values become one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from marketplace.listings.policy import PUBLIC_STATES
from marketplace.listings.schemas import ListingFound
from search import analysis
from search.documents.codes import ipc_levels, listing_code, patent_code
from search.port import Document, FieldKind, FieldSpec, IndexSpec

TYPE = "listings"
RULES = "2"
"""Raised when `build` makes another document of the same listing: indices are then built anew."""
PUBLIC = ("public",)
"""The audience of what anybody may find. What is not public is not in the index at all."""
FACETS = ("industry", "track", "terms", "licence_type", "trl", "free_months", "price", "university", "city")
"""What a person may choose from, in the order of the page. Values are names or codes; pages have their labels."""
OPEN = "open"
"""The status of a listing that can be applied for now; others are found only when asked for."""

PRICE_BANDS = ((0, "none"), (10_000_000, "under_10"), (50_000_000, "under_50"))
"""Upper bounds of the fixed fee in fen, included, and the codes of the bands up to them."""
HIGHEST_BAND = "over_50"
NEGOTIABLE = "negotiable"
TRL_BANDS = (7, 4, 1)
"""First level of each band; the level as text is the code."""
FREE_MONTHS = (6, 12, 24)
"""Lengths of a free period; a listing has the code of each that its own reaches."""
TITLE_PHRASE = 30
"""Characters a title may have to be suggested whole."""


@dataclass(frozen=True)
class Terms:
    """What the terms of a listing say to a searcher: fixed fee in fen (0 for none), free period in months."""

    use_first: bool
    licence_type: str
    fixed_fee_minor: int
    free_months: int


@dataclass(frozen=True)
class ListingSource:
    """A listing in plain values. `published_at` is seconds since 1970; no terms means that they are negotiable.

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
    terms: Terms | None = None
    university: str | None = None
    city: str | None = None
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
            *(FieldSpec(name, FieldKind.INTEGER) for name in ("trl_level", "price_minor", "published_at")),
        ),
        analysis=f"{analysis.fingerprint()}-{RULES}",
    )


def build(source: ListingSource) -> Document:
    """Give the document of a listing; one that nobody may find becomes a tombstone."""
    if not source.audience:
        return Document.gone(source.id, source.version)
    title = analysis.views(source.title)
    body = analysis.views("\n".join((source.body, *source.keywords)))
    # The university is a word to score by, not text: its 大学 would make every listing near every other.
    named = analysis.views(source.university or "").w
    tokens = {
        **{f"title_{view}": getattr(title, view) for view in "ubwp"},
        **{f"body_{view}": getattr(body, view) for view in "ubwp"},
        "body_w": (*body.w, *named),
        "all_u": tuple(dict.fromkeys((*title.u, *body.u))),
    }
    numbers = {
        "trl_level": source.trl,
        "price_minor": source.terms.fixed_fee_minor if source.terms else None,
        "published_at": source.published_at,
    }
    return Document(
        id=source.id,
        version=source.version,
        audience=source.audience,
        tokens=tokens,
        keywords={
            **dict(facet_values(source)),
            "status": (source.status,),
            "codes": source.codes,
            "phrases": tuple(dict.fromkeys(phrases(source))),
        },
        integers={name: value for name, value in numbers.items() if value is not None},
    )


def facet_values(source: ListingSource) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Walk through the facets and the values a listing has in each."""
    single = {
        "industry": source.industry,
        "track": source.track,
        "trl": trl_band(source.trl),
        "university": source.university,
        "city": source.city,
    }
    yield from ((name, (value,)) for name, value in single.items() if value)
    yield "price", (price_band(source.terms),)
    if source.terms:
        yield "terms", ("use_first" if source.terms.use_first else "ordinary",)
        yield "licence_type", (source.terms.licence_type,)
        yield (
            "free_months",
            tuple(str(length) for length in FREE_MONTHS if source.terms.free_months >= length),
        )


def phrases(source: ListingSource) -> Iterator[str]:
    """Walk through what this listing lends to suggestions: keywords, university, industry, track, a short title."""
    yield from source.keywords
    yield from (value for value in (source.university, source.industry, source.track) if value)
    if len(source.title) <= TITLE_PHRASE:
        yield source.title


def price_band(terms: Terms | None) -> str:
    """Give the code of the band the fixed fee falls into."""
    if terms is None:
        return NEGOTIABLE
    return next((code for bound, code in PRICE_BANDS if terms.fixed_fee_minor <= bound), HIGHEST_BAND)


def trl_band(level: int | None) -> str | None:
    """Give the code of the band of a technology readiness level from 1 to 9."""
    return next((str(first) for first in TRL_BANDS if level is not None and level >= first), None)


def source_of(row: ListingFound) -> ListingSource:
    """Give a listing as search sees it; one that is not public has no audience."""
    terms = row.licence_type and Terms(
        use_first=row.pay_after_use,
        licence_type=row.licence_type,
        fixed_fee_minor=row.fixed_fee_minor or 0,
        free_months=row.free_period_months,
    )
    return ListingSource(
        id=str(row.id),
        version=row.version,
        audience=PUBLIC if row.state in PUBLIC_STATES else (),
        title=row.title,
        body=prose(row),
        status=row.state.value,
        keywords=tuple(row.keywords),
        codes=(listing_code(row.number), *map(patent_code, row.right_numbers), *ipc_levels(row.ipc)),
        industry=row.industry,
        track=row.track,
        trl=row.trl,
        terms=terms or None,
        university=row.university_name,
        city=row.city,
        published_at=int(row.published_at.timestamp()) if row.published_at else None,
    )


def prose(row: ListingFound) -> str:
    """Give all prose of a listing but its title, the problem first: what is searched and what is quoted."""
    parts = (row.problem, row.mechanism, row.benefit, row.present_solution, row.evidence, row.unit)
    return "\n".join(filter(None, parts))
