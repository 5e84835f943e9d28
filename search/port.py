"""What a search engine must do for us, and the closed language it is asked in.

Tokenizing, highlighting, suggestions and spelling are ours (analysis.py, query.py), so that every engine gives
the same answer. An engine stores tokens, keywords and whole numbers, filters, counts and scores by BM25.
"""

import hashlib
import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class SearchUnavailable(Exception):
    """The engine cannot answer now: callers fall back, workers try again later."""


class WriterBusy(SearchUnavailable):
    """Another process writes to the index: try again with the lease of the outbox row."""


class UnknownGeneration(LookupError):
    """No index of this name exists: it was never created or has been dropped."""


class FieldKind(StrEnum):
    """What a field holds, and so what can be asked of it."""

    TOKENS = "tokens"
    """Tokens of a text, scored by BM25; in queries: Terms, AtLeast."""
    KEYWORD = "keyword"
    """Exact values, any number of them; in queries: AnyOf, Exists, facets."""
    INTEGER = "integer"
    """One whole number (fen, days, epoch seconds); in queries: Range, Exists, sort."""


@dataclass(frozen=True)
class FieldSpec:
    """One field of an index."""

    name: str
    kind: FieldKind


@dataclass(frozen=True)
class IndexSpec:
    """The fields of one document type; every engine derives its own schema from it.

    `analysis` is the fingerprint of the tokenizing, so that a changed word list leads to a new index too.
    """

    type: str
    fields: tuple[FieldSpec, ...]
    analysis: str

    @property
    def spec_hash(self) -> str:
        """Give eight hex digits that change whenever documents must be built anew."""
        plain = [self.type, self.analysis, sorted((each.name, each.kind) for each in self.fields)]
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:8]

    def of_kind(self, kind: FieldKind) -> tuple[str, ...]:
        """Give the names of the fields of one kind, in order."""
        return tuple(each.name for each in self.fields if each.kind is kind)


NO_TEXT = "∅"
"""Stands in a token field without text: all engines then agree on how many documents have the field."""


@dataclass(frozen=True)
class Document:
    """What the engine keeps of one thing. Names and prose are not in it: pages are filled from the database.

    `audience` holds who may find it ("public", "organization:<id>"). `version` is the version of the row.
    """

    id: str
    version: int
    audience: tuple[str, ...]
    tokens: Mapping[str, Sequence[str]] = field(default_factory=dict)
    keywords: Mapping[str, Sequence[str]] = field(default_factory=dict)
    integers: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def gone(cls, id: str, version: int) -> "Document":  # noqa: A002 - the word of the field
        """Give a tombstone: nobody is its audience, and its version keeps a late older write out."""
        return cls(id=id, version=version, audience=())

    @property
    def is_gone(self) -> bool:
        """Say whether this is a tombstone."""
        return not self.audience


# --- the query language: what scores ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Everything:
    """Every document, all with score 0."""


@dataclass(frozen=True)
class Terms:
    """Documents with at least one of the tokens in a token field, scored by BM25 (k1 1.2, b 0.75)."""

    field: str
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class DisMax:
    """Documents any part matches; the score is that of the best part."""

    parts: tuple["Scoring", ...]


@dataclass(frozen=True)
class Sum:
    """Documents any part matches; the score is the weighted sum of the parts."""

    parts: tuple[tuple[float, "Scoring"], ...]


Scoring = Everything | Terms | DisMax | Sum


# --- the query language: what filters, and never scores --------------------------------------------------------


@dataclass(frozen=True)
class AnyOf:
    """Documents whose keyword field holds at least one of the values; no value matches nothing."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Range:
    """Documents whose number lies between the bounds, both included; None leaves a side open."""

    field: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True)
class Exists:
    """Documents that have a value in a keyword or integer field."""

    field: str


@dataclass(frozen=True)
class AtLeast:
    """Documents with at least `count` of the distinct tokens in a token field: what is near enough to be shown."""

    field: str
    tokens: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class Not:
    """Documents a filter does not match."""

    filter: "Filter"


@dataclass(frozen=True)
class Either:
    """Documents at least one of the filters matches."""

    filters: tuple["Filter", ...]


Filter = AnyOf | Range | Exists | AtLeast | Not | Either


@dataclass(frozen=True)
class Sort:
    """Order by an integer field; documents without a value come last either way."""

    field: str
    descending: bool = False


@dataclass(frozen=True)
class Query:
    """One question. `choices` are the facet values a person picked: a facet counts without its own choice.

    Hits with equal keys come in the order of `tie_key`, which is stable and favors nobody.
    """

    scoring: Scoring
    filters: tuple[Filter, ...] = ()
    choices: tuple[AnyOf, ...] = ()
    facets: tuple[str, ...] = ()
    facet_size: int = 100
    sort: Sort | None = None
    offset: int = 0
    size: int = 20


@dataclass(frozen=True)
class Scoped:
    """A query with those who ask: engines accept nothing else, so that no question forgets its audience."""

    query: Query
    audience: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse an empty audience: it would be a question of nobody."""
        if not self.audience or not all(self.audience):
            message = "a query needs an audience"
            raise ValueError(message)

    def base_filters(self) -> tuple[Filter, ...]:
        """Give the filters that always hold, the audience first."""
        return (AnyOf("audience", self.audience), *self.query.filters)

    def filters_for_facet(self, name: str) -> tuple[Filter, ...]:
        """Give the filters under which a facet counts: all but its own choice."""
        return (*self.base_filters(), *(choice for choice in self.query.choices if choice.field != name))


@dataclass(frozen=True)
class Hit:
    """One found document; `score` is 0 when the order is not by relevance."""

    id: str
    score: float


@dataclass(frozen=True)
class Found:
    """The answer: a page of hits, how many there are in all, and counts by value, most frequent first."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Health:
    """Whether the engine answers, and what it says about itself."""

    engine: str
    available: bool
    detail: str


class SearchEngine(Protocol):
    """A store of generations: indices of one type, of which at most one is promoted and answers questions.

    All methods raise SearchUnavailable when the engine cannot answer.
    """

    name: str

    def create(self, generation: str, spec: IndexSpec) -> None:
        """Make an empty index; nothing happens when it exists."""

    def write(self, generations: Iterable[str], documents: Iterable[Document]) -> None:
        """Store documents in all generations; older versions than the stored are ignored, equal ones repeat.

        The documents are walked through once for each generation. They are found when this returns.
        Raises UnknownGeneration; WriterBusy when another process writes.
        """

    def promote(self, type_: str, generation: str) -> None:
        """Let a generation answer the questions about a type, in one step; raises UnknownGeneration."""

    def promoted(self, type_: str) -> str | None:
        """Give the generation that answers, or None; one that is gone answers nobody."""

    def edition(self, type_: str) -> Hashable | None:
        """Give what is another one after every change of the answers about a type.

        None when there is none, or when the engine cannot tell without being asked a question.
        """

    def generations(self, type_: str) -> list[str]:
        """Give the generations of a type, promoted or not, by name: their names begin with the type and a hyphen."""

    def drop(self, generation: str) -> None:
        """Delete an index; nothing happens when it does not exist."""

    def search(self, type_: str, scoped: Scoped) -> Found:
        """Answer a question from the promoted generation; raises UnknownGeneration when there is none."""

    def versions(self, generation: str, ids: Sequence[str]) -> dict[str, int]:
        """Give the stored version of each id that is there, tombstones too; raises UnknownGeneration."""

    def scan(self, generation: str) -> Iterator[tuple[str, int]]:
        """Walk through (id, version) of all documents but tombstones, by id; raises UnknownGeneration."""

    def count(self, generation: str) -> int:
        """Count the documents but tombstones; raises UnknownGeneration."""

    def health(self) -> Health:
        """Say whether the engine answers; never raises."""


def tie_key(id_: str) -> int:
    """Give a document's place among equals: 63 bits of a hash, so that no listing is always first."""
    return int.from_bytes(hashlib.blake2b(id_.encode(), digest_size=8).digest()) >> 1
