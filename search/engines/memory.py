"""The engine in plain Python: the meaning of the port, for tests and for a few thousand documents.

It scores as Lucene and tantivy do, including their one-byte field lengths, so that all three give one order.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from search.port import (
    NO_TEXT,
    AnyOf,
    AtLeast,
    DisMax,
    Document,
    Either,
    Everything,
    Exists,
    FieldKind,
    Filter,
    Found,
    Health,
    Hit,
    IndexSpec,
    Not,
    Range,
    Scoped,
    Scoring,
    Sum,
    Terms,
    UnknownGeneration,
    tie_key,
)

K1 = 1.2
B = 0.75
EXACT_LENGTHS = 24
"""Field lengths up to this are kept exactly; of what is above it, the leading four bits."""

Scores = dict[str, float]


def kept_length(length: int) -> int:
    """Give the length an engine remembers in one byte: rounded down, ever coarser."""
    above = max(0, length - EXACT_LENGTHS)
    dropped = max(0, above.bit_length() - 4)
    return length - above + (above >> dropped << dropped)


class Generation:
    """One index: documents by id, and postings by field and token."""

    def __init__(self, spec: IndexSpec) -> None:
        self.token_fields = spec.of_kind(FieldKind.TOKENS)
        self.documents: dict[str, Document] = {}
        self.postings: dict[tuple[str, str], dict[str, int]] = {}
        self.lengths: dict[str, dict[str, int]] = {name: {} for name in self.token_fields}
        self.edition = object()

    def put(self, document: Document) -> None:
        """Store a document unless a newer version is there."""
        before = self.documents.get(document.id)
        if before is not None:
            if before.version > document.version:
                return
            self._forget(before)
        self.edition = object()
        self.documents[document.id] = document
        for name in self.token_fields:
            tokens = list(document.tokens.get(name, ())) or [NO_TEXT]
            self.lengths[name][document.id] = len(tokens)
            for token, frequency in Counter(tokens).items():
                self.postings.setdefault((name, token), {})[document.id] = frequency

    def _forget(self, document: Document) -> None:
        for name in self.token_fields:
            for token in set(document.tokens.get(name, ())) or {NO_TEXT}:
                del self.postings[(name, token)][document.id]

    def scores(self, part: Scoring) -> Scores:
        """Give the score of every document a part matches."""
        match part:
            case Everything():
                return dict.fromkeys(self.documents, 0.0)
            case Terms(field, tokens):
                return merged((self.token_scores(field, token) for token in tokens), lambda a, b: a + b)
            case DisMax(parts):
                return merged((self.scores(each) for each in parts), max)
            case Sum(weighted):
                weighed = (
                    {id_: weight * score for id_, score in self.scores(each).items()}
                    for weight, each in weighted
                )
                return merged(weighed, lambda a, b: a + b)

    def token_scores(self, field: str, token: str) -> Scores:
        """Give the BM25 score of one token in every document that has it."""
        found = self.postings.get((field, token), {})
        lengths, documents = self.lengths[field], len(self.documents)
        average = sum(lengths.values()) / max(1, documents)
        rarity = math.log(1 + (documents - len(found) + 0.5) / (len(found) + 0.5))
        return {
            id_: rarity * (K1 + 1) * times / (times + K1 * (1 - B + B * kept_length(lengths[id_]) / average))
            for id_, times in found.items()
        }

    def passes(self, document: Document, condition: Filter) -> bool:
        """Say whether a document meets a filter."""
        match condition:
            case AnyOf(field, values):
                return not set(values).isdisjoint(values_of(document, field))
            case Range(field, at_least, at_most):
                number = document.integers.get(field)
                return number is not None and (at_least is None or number >= at_least) and (
                    at_most is None or number <= at_most
                )  # fmt: skip
            case Exists(field):
                return field in document.integers or bool(values_of(document, field))
            case AtLeast(field, tokens, count):
                return len(set(tokens) & set(document.tokens.get(field, ()))) >= count
            case Either(inners):
                return any(self.passes(document, inner) for inner in inners)
            case Not(inner):
                return not self.passes(document, inner)

    def matching(self, scores: Scores, filters: Iterable[Filter]) -> list[Document]:
        """Give the scored documents that meet all filters."""
        conditions = list(filters)
        candidates = (self.documents[id_] for id_ in scores)
        return [each for each in candidates if all(self.passes(each, condition) for condition in conditions)]


def values_of(document: Document, field: str) -> Sequence[str]:
    """Give the values of a keyword field."""
    return document.audience if field == "audience" else document.keywords.get(field, ())


def merged(each: Iterable[Scores], combine: Callable[[float, float], float]) -> Scores:
    """Put scores together, combining those of one document."""
    result: Scores = {}
    for scores in each:
        for id_, score in scores.items():
            result[id_] = combine(result[id_], score) if id_ in result else score
    return result


class MemoryEngine:
    """Generations in this process only."""

    name = "memory"

    def __init__(self) -> None:
        self._generations: dict[str, Generation] = {}
        self._promoted: dict[str, str] = {}

    def create(self, generation: str, spec: IndexSpec) -> None:
        """Make an empty index; nothing happens when it exists."""
        self._generations.setdefault(generation, Generation(spec))

    def write(self, generations: Iterable[str], documents: Iterable[Document]) -> None:
        """Store documents in all generations."""
        for index in [self._generation(name) for name in generations]:
            for document in documents:
                index.put(document)

    def promote(self, type_: str, generation: str) -> None:
        """Let a generation answer the questions about a type."""
        self._generation(generation)
        self._promoted[type_] = generation

    def promoted(self, type_: str) -> str | None:
        """Give the generation that answers, or None."""
        name = self._promoted.get(type_)
        return name if name in self._generations else None

    def edition(self, type_: str) -> object | None:
        """Give what is another one after every change of the answers."""
        name = self.promoted(type_)
        return self._generations[name].edition if name else None

    def generations(self, type_: str) -> list[str]:
        """Give the generations of a type, by name."""
        return sorted(name for name in self._generations if name.startswith(f"{type_}-"))

    def drop(self, generation: str) -> None:
        """Delete an index."""
        self._generations.pop(generation, None)

    def search(self, type_: str, scoped: Scoped) -> Found:
        """Answer a question from the promoted generation."""
        index, query = self._generation(self._promoted.get(type_, "")), scoped.query
        scores = index.scores(query.scoring)
        found = index.matching(scores, (*scoped.base_filters(), *query.choices))

        def place(document: Document) -> tuple[bool, float, int]:
            if query.sort is None:
                return False, -scores[document.id], tie_key(document.id)
            number = document.integers.get(query.sort.field)
            value = number or 0
            return number is None, -value if query.sort.descending else value, tie_key(document.id)

        page = sorted(found, key=place)[query.offset : query.offset + query.size]
        hits = tuple(Hit(each.id, 0.0 if query.sort else scores[each.id]) for each in page)
        facets = {
            name: counted(index.matching(scores, scoped.filters_for_facet(name)), name)[: query.facet_size]
            for name in query.facets
        }
        return Found(hits, len(found), facets)

    def versions(self, generation: str, ids: Sequence[str]) -> dict[str, int]:
        """Give the stored version of each id that is there."""
        documents = self._generation(generation).documents
        return {each: documents[each].version for each in ids if each in documents}

    def scan(self, generation: str) -> Iterator[tuple[str, int]]:
        """Walk through (id, version) of all documents but tombstones, by id."""
        documents = self._generation(generation).documents.values()
        yield from sorted((each.id, each.version) for each in documents if not each.is_gone)

    def count(self, generation: str) -> int:
        """Count the documents but tombstones."""
        return sum(not each.is_gone for each in self._generation(generation).documents.values())

    def health(self) -> Health:
        """Say that it answers: it has no parts that could fail."""
        return Health(self.name, available=True, detail=f"{len(self._generations)} generations")

    def _generation(self, name: str) -> Generation:
        try:
            return self._generations[name]
        except KeyError:
            raise UnknownGeneration(name) from None


def counted(documents: Iterable[Document], field: str) -> tuple[tuple[str, int], ...]:
    """Count the documents by value, most frequent first, equal counts by value."""
    counts = Counter(value for document in documents for value in set(values_of(document, field)))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
