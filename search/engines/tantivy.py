"""The embedded engine: one tantivy index a generation, a folder each, no server.

Any number of processes read; each looks at the index's commit file before a search and reloads when it changed.
One process writes at a time: tantivy's own lock makes a second one WriterBusy. Every failure of the library
becomes SearchUnavailable, its panics too, which are no ordinary exceptions.
"""

import json
import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tantivy import (
    DocAddress,
    Document as Stored,
    FieldType,
    Index,
    Occur,
    Order,
    Query as Compiled,
    Schema,
    SchemaBuilder,
    Searcher,
)

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
    Query,
    Range,
    Scoped,
    Scoring,
    SearchUnavailable,
    Sum,
    Terms,
    UnknownGeneration,
    WriterBusy,
    tie_key,
)

HEAP_BYTES = 64_000_000
"""Memory of the writer: 10,000 documents then end in one segment."""
ALL_VALUES = 65_000
"""More values than any facet has; counting takes all, so that equal counts are cut in one order everywhere."""
COMMIT_FILE = "meta.json"


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the library raises into SearchUnavailable; a Rust panic is a BaseException of its own."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, SearchUnavailable, UnknownGeneration):
        raise
    except BaseException as reason:
        if "LockBusy" in str(reason):
            message = "another process writes to the search index"
            raise WriterBusy(message) from reason
        message = f"the search index cannot be used: {reason}"
        raise SearchUnavailable(message) from reason


def schema_of(spec: IndexSpec) -> Schema:
    """Derive the schema: frequencies without positions, since phrases are never asked for."""
    builder = SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("version", stored=True, indexed=False, fast=True)
    builder.add_integer_field("tie", stored=False, indexed=False, fast=True)
    for name in ("audience", *spec.of_kind(FieldKind.KEYWORD)):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in spec.of_kind(FieldKind.TOKENS):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in spec.of_kind(FieldKind.INTEGER):
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


class Generation:
    """One open index: its schema, and a searcher that follows the commits of all processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = Index.open(str(folder))
        self.index.config_reader("manual", 0)
        self.schema = self.index.schema
        self.token_fields: tuple[str, ...] = tuple(json.loads((folder / "spec.json").read_text())["tokens"])
        self._seen: tuple[int, int] | None = None
        self._lock = threading.Lock()

    def commit(self) -> tuple[int, int]:
        """Tell the newest commit from those before: each replaces the commit file."""
        status = (self.folder / COMMIT_FILE).stat()
        return status.st_mtime_ns, status.st_ino

    def searcher(self) -> Searcher:
        """Give a searcher over the newest commit."""
        commit = self.commit()
        with self._lock:
            if commit != self._seen:
                self.index.reload()
                self._seen = commit
        return self.index.searcher()

    def stored_version(self, searcher: Searcher, id_: str) -> int | None:
        """Give the version of a document, or None."""
        query = Compiled.term_query(self.schema, "id", id_, "basic")
        found = searcher.search(query, 1, count=False).hits
        return None if not found else int(searcher.fast_field_values("version", [found[0][1]])[0] or 0)

    def scoring(self, part: Scoring) -> Compiled:
        """Compile what scores."""
        match part:
            case Everything():
                return Compiled.const_score_query(Compiled.all_query(), 0.0)
            case Terms(field, tokens):
                each = [Compiled.term_query(self.schema, field, token, "freq") for token in tokens]
                return Compiled.boolean_query([(Occur.Should, term) for term in each])
            case DisMax(parts):
                return Compiled.disjunction_max_query([self.scoring(each) for each in parts])
            case Sum(weighted):
                boosted = [Compiled.boost_query(self.scoring(each), weight) for weight, each in weighted]
                return Compiled.boolean_query([(Occur.Should, each) for each in boosted])

    def filter(self, condition: Filter) -> Compiled:
        """Compile a filter."""
        match condition:
            case AnyOf(field, values):
                return Compiled.term_set_query(self.schema, field, list(values))
            case Exists(field) | Range(field, None, None):
                return Compiled.exists_query(field)
            case Range(field, at_least, at_most):
                return Compiled.range_query(self.schema, field, FieldType.Integer, at_least, at_most)
            case AtLeast(field, tokens, count):
                each = [
                    Compiled.term_query(self.schema, field, token, "freq") for token in dict.fromkeys(tokens)
                ]
                return Compiled.boolean_query([(Occur.Should, term) for term in each], count)
            case Either(inners):
                return Compiled.boolean_query([(Occur.Should, self.filter(inner)) for inner in inners])
            case Not(inner):
                every = (Occur.Must, Compiled.all_query())
                return Compiled.boolean_query([every, (Occur.MustNot, self.filter(inner))])

    def compiled(self, scoring: Scoring, filters: Iterable[Filter]) -> Compiled:
        """Compile a question whose filters do not score."""
        silent = [Compiled.const_score_query(self.filter(each), 0.0) for each in filters]
        return Compiled.boolean_query(
            [(Occur.Must, self.scoring(scoring)), *((Occur.Must, each) for each in silent)]
        )


class TantivyEngine:
    """Generations below one folder; a pointer file for each type names the promoted one."""

    name = "embedded"

    def __init__(self, root: Path) -> None:
        self.root = root
        self._open: dict[str, Generation] = {}
        self._lock = threading.Lock()
        self._writing = threading.Lock()

    def create(self, generation: str, spec: IndexSpec) -> None:
        """Make an empty index; nothing happens when it exists."""
        folder = self.root / generation
        if (folder / COMMIT_FILE).exists():
            return
        with translated():
            folder.mkdir(parents=True, exist_ok=True)
            kinds = {"tokens": spec.of_kind(FieldKind.TOKENS), "analysis": spec.analysis, "type": spec.type}
            (folder / "spec.json").write_text(json.dumps(kinds))
            Index(schema_of(spec), path=str(folder))

    def write(self, generations: Iterable[str], documents: Iterable[Document]) -> None:
        """Store documents in all generations; they are found when this returns."""
        for generation in generations:
            index = self._generation(generation)
            with self._writing:
                self._write(index, documents)

    def _write(self, index: Generation, documents: Iterable[Document]) -> None:
        """Replace what is older, in one commit; only the holder of the writer reads versions, so none is lost."""
        with translated():
            writer = index.index.writer(HEAP_BYTES, 1)
            searcher = index.searcher()
            empty = searcher.num_docs == 0
        written: dict[str, int] = {}
        for document in documents:  # what their source raises is not ours to translate
            with translated():
                before = written.get(document.id)
                if before is None and not empty:
                    before = index.stored_version(searcher, document.id)
                if before is not None and before > document.version:
                    continue
                if before is not None:
                    writer.delete_documents_by_term("id", document.id)
                writer.add_document(stored(document, index.token_fields))
                written[document.id] = document.version
        with translated():
            writer.commit()
            writer.wait_merging_threads()

    def promote(self, type_: str, generation: str) -> None:
        """Point the type to a generation by replacing one file."""
        self._generation(generation)
        with translated():
            fresh = self.root / f"{type_}.pointer.{os.getpid()}"
            fresh.write_text(generation)
            fresh.replace(self.root / f"{type_}.pointer")

    def promoted(self, type_: str) -> str | None:
        """Give the generation that answers, or None."""
        try:
            name = (self.root / f"{type_}.pointer").read_text()
        except FileNotFoundError:
            return None
        return name if (self.root / name / COMMIT_FILE).exists() else None

    def edition(self, type_: str) -> tuple[str, tuple[int, int]] | None:
        """Give the generation that answers, and its newest commit."""
        name = self.promoted(type_)
        with translated():
            return (name, self._generation(name).commit()) if name else None

    def generations(self, type_: str) -> list[str]:
        """Give the generations of a type, by name."""
        return sorted(file.parent.name for file in self.root.glob(f"{type_}-*/{COMMIT_FILE}"))

    def drop(self, generation: str) -> None:
        """Delete an index."""
        with self._lock:
            self._open.pop(generation, None)
        shutil.rmtree(self.root / generation, ignore_errors=True)

    def search(self, type_: str, scoped: Scoped) -> Found:
        """Answer a question from the promoted generation."""
        index = self._generation(self.promoted(type_) or f"{type_} (none promoted)")
        with translated():
            searcher, query = index.searcher(), scoped.query
            everything = index.compiled(query.scoring, (*scoped.base_filters(), *query.choices))
            hits, total = page(searcher, everything, query)
            facets = counted(index, searcher, scoped)
        return Found(hits, total, facets)

    def versions(self, generation: str, ids: Sequence[str]) -> dict[str, int]:
        """Give the stored version of each id that is there."""
        index = self._generation(generation)
        with translated():
            searcher = index.searcher()
            found = {each: index.stored_version(searcher, each) for each in ids}
        return {each: version for each, version in found.items() if version is not None}

    def scan(self, generation: str) -> Iterator[tuple[str, int]]:
        """Walk through (id, version) of all documents but tombstones, by id."""
        index = self._generation(generation)
        with translated():
            searcher = index.searcher()
            alive = searcher.search(
                Compiled.exists_query("audience"), max(1, searcher.num_docs), count=False
            ).hits
            addresses = [address for _, address in alive]
            versions = searcher.fast_field_values("version", addresses)
            pairs = [
                (id_at(searcher, at), int(each or 0)) for at, each in zip(addresses, versions, strict=True)
            ]
        yield from sorted(pairs)

    def count(self, generation: str) -> int:
        """Count the documents but tombstones."""
        index = self._generation(generation)
        with translated():
            return total_of(index.searcher(), Compiled.exists_query("audience"))

    def health(self) -> Health:
        """Say whether every promoted index opens."""
        pointers = sorted(self.root.glob("*.pointer"))
        try:
            sizes = {pointer.stem: self.count(pointer.read_text()) for pointer in pointers}
        except (SearchUnavailable, UnknownGeneration, OSError) as reason:
            return Health(self.name, available=False, detail=str(reason))
        detail = ", ".join(f"{type_}: {size}" for type_, size in sizes.items())
        return Health(self.name, available=True, detail=detail or "empty")

    def _generation(self, name: str) -> Generation:
        """Give an open generation; one whose folder is gone is forgotten."""
        with self._lock:
            known = self._open.get(name)
            exists = (self.root / name / COMMIT_FILE).exists()
            if known and exists:
                return known
            self._open.pop(name, None)
            if not exists:
                raise UnknownGeneration(name)
            with translated():
                opened = self._open[name] = Generation(self.root / name)
            return opened


def stored(document: Document, token_fields: Iterable[str]) -> Stored:
    """Give the library's document."""
    row = Stored()
    row.add_text("id", document.id)
    row.add_integer("version", document.version)
    row.add_integer("tie", tie_key(document.id))
    for audience in document.audience:
        row.add_text("audience", audience)
    for name in token_fields:
        row.add_text(name, " ".join(document.tokens.get(name, ())) or NO_TEXT)
    for name, values in document.keywords.items():
        for value in values:
            row.add_text(name, value)
    for name, number in document.integers.items():
        row.add_integer(name, number)
    return row


def total_of(searcher: Searcher, query: Compiled) -> int:
    """Count what matches."""
    return int(getattr(searcher.search(query, 1), "count", 0) or 0)


def id_at(searcher: Searcher, address: DocAddress) -> str:
    """Read a document's id."""
    return str(searcher.doc(address).get_first("id"))


def page(searcher: Searcher, compiled: Compiled, query: Query) -> tuple[tuple[Hit, ...], int]:
    """Give the wanted page, equals in the order of their tie key, which the library cannot sort by itself."""
    if query.size == 0 or (isinstance(query.scoring, Everything) and query.sort is None):
        return by_tie(searcher, compiled, query)
    end = query.offset + query.size
    limit = end + 1
    while True:
        result: Any = searcher.search(
            compiled,
            limit,
            order_by_field=query.sort.field if query.sort else None,
            order=Order.Desc if query.sort is None or query.sort.descending else Order.Asc,
        )
        total = int(result.count)
        keys = [key for key, _ in result.hits]
        # The last group of equals must be complete before it can be ordered.
        if len(keys) < limit or keys[-1] != keys[end - 1]:
            break
        limit *= 4
    ties = searcher.fast_field_values("tie", [address for _, address in result.hits])
    rank: dict[Any, int] = {}
    for key in keys:
        rank.setdefault(key, len(rank))
    rows = sorted(zip([rank[key] for key in keys], ties, result.hits, strict=True), key=lambda row: row[:2])
    return tuple(
        Hit(id_at(searcher, address), key if query.sort is None else 0.0)
        for _, _, (key, address) in rows[query.offset : end]
    ), total


def by_tie(searcher: Searcher, compiled: Compiled, query: Query) -> tuple[tuple[Hit, ...], int]:
    """Give a page of documents that are all equal."""
    total = total_of(searcher, compiled)
    if query.size == 0:
        return (), total
    hits: Any = searcher.search(
        compiled, query.offset + query.size, count=False, order_by_field="tie", order=Order.Asc
    ).hits
    return tuple(Hit(id_at(searcher, address), 0.0) for _, address in hits[query.offset :]), total


def counted(index: Generation, searcher: Searcher, scoped: Scoped) -> dict[str, tuple[tuple[str, int], ...]]:
    """Count the facets: those under the same filters in one pass, a chosen one in a pass of its own."""
    query = scoped.query
    chosen = {choice.field for choice in query.choices}
    passes = [[name] for name in query.facets if name in chosen]
    passes.append([name for name in query.facets if name not in chosen])
    counts: dict[str, tuple[tuple[str, int], ...]] = {}
    for names in filter(None, passes):
        compiled = index.compiled(query.scoring, scoped.filters_for_facet(names[0]))
        asked = {name: {"terms": {"field": name, "size": ALL_VALUES}} for name in names}
        answer = searcher.aggregate(compiled, asked)
        for name in names:
            pairs = ((bucket["key"], int(bucket["doc_count"])) for bucket in answer[name]["buckets"])
            counts[name] = tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))[: query.facet_size]
    return counts
