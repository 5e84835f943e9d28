"""Elasticsearch: one index a generation, an alias a type; the only file that knows its client.

Our tokens go into fields split at blanks, so a plain server without plugins ranks as the embedded engine does.
Writes carry the version of the row (`external_gte`): an older one is refused, the same one may come twice. They go
through an alias of their own with `require_alias`, so that a dropped index is never made again by a late write.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError

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
    SearchUnavailable,
    Sum,
    Terms,
    UnknownGeneration,
    tie_key,
)

CONFLICT = 409
NOT_FOUND = 404
SCAN_PAGE = 1000
BULK_DOCUMENTS = 500
DEEPEST_HIT = 1_000_000
ALL_VALUES = 65_000
"""More values than any facet has, and below the server's own limit on buckets."""
QUESTION_SECONDS = 5
"""How long a reader's question may take: a node that hangs must not hold every thread that serves pages."""
HEALTH_SECONDS = 2
"""How long the question whether the cluster answers may take: whoever asks wants to know now."""
ALIVE: dict[str, Any] = {"exists": {"field": "audience"}}

Json = dict[str, Any]


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the client raises into the two exceptions of the port."""
    try:
        yield
    except NotFoundError as reason:
        raise UnknownGeneration(str(reason)) from reason
    except (ApiError, TransportError) as reason:
        message = f"Elasticsearch cannot answer: {reason}"
        raise SearchUnavailable(message) from reason


def mapping_of(spec: IndexSpec) -> Json:
    """Derive the mapping: strict, no source, frequencies without positions."""
    properties: dict[str, Json] = {
        "id": {"type": "keyword"},
        "tie": {"type": "long", "index": False},
        "audience": {"type": "keyword"},
    }
    for name in spec.of_kind(FieldKind.TOKENS):
        properties[name] = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
    for name in spec.of_kind(FieldKind.KEYWORD):
        properties[name] = {"type": "keyword"}
    for name in spec.of_kind(FieldKind.INTEGER):
        properties[name] = {"type": "long"}
    meta = {"type": spec.type, "analysis": spec.analysis, "tokens": list(spec.of_kind(FieldKind.TOKENS))}
    return {"dynamic": "strict", "_source": {"enabled": False}, "_meta": meta, "properties": properties}


SETTINGS: Json = {
    "number_of_shards": 1,  # frequencies of words are then those of the whole collection, as in the embedded engine
    "auto_expand_replicas": "0-1",
    "max_result_window": DEEPEST_HIT,
    "refresh_interval": "-1",  # every write makes itself visible
}


def scoring(part: Scoring) -> Json:
    """Compile what scores."""
    match part:
        case Everything():
            return {"constant_score": {"filter": {"match_all": {}}, "boost": 0}}
        case Terms(field, tokens):
            return {
                "bool": {"should": [{"term": {field: token}} for token in tokens], "minimum_should_match": 1}
            }
        case DisMax(parts):
            return {"dis_max": {"queries": [scoring(each) for each in parts]}}
        case Sum(weighted):
            boosted = [{"bool": {"must": [scoring(each)], "boost": weight}} for weight, each in weighted]
            return {"bool": {"should": boosted, "minimum_should_match": 1}}


def condition(filter_: Filter) -> Json:
    """Compile a filter."""
    match filter_:
        case AnyOf(field, values):
            return {"terms": {field: list(values)}}
        case Range(field, at_least, at_most):
            bounds = {"gte": at_least, "lte": at_most}
            return {"range": {field: {side: bound for side, bound in bounds.items() if bound is not None}}}
        case Exists(field):
            return {"exists": {"field": field}}
        case AtLeast(field, tokens, count):
            each = [{"term": {field: token}} for token in dict.fromkeys(tokens)]
            return {"bool": {"should": each, "minimum_should_match": count}}
        case Either(inners):
            return {"bool": {"should": [condition(inner) for inner in inners], "minimum_should_match": 1}}
        case Not(inner):
            return {"bool": {"must_not": [condition(inner)]}}


def facet(name: str, scoped: Scoped) -> Json:
    """Compile the counts of one facet, under all choices but its own."""
    others = [condition(choice) for choice in scoped.query.choices if choice.field != name]
    order: list[Json] = [{"_count": "desc"}, {"_key": "asc"}]
    terms: Json = {"terms": {"field": name, "size": min(scoped.query.facet_size, ALL_VALUES), "order": order}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": terms}}


def source(document: Document, token_fields: Iterable[str]) -> Json:
    """Give the body of a document."""
    texts = {name: " ".join(document.tokens.get(name, ())) or NO_TEXT for name in token_fields}
    keywords = {name: list(values) for name, values in document.keywords.items() if values}
    audience = {"audience": list(document.audience)} if document.audience else {}
    return {
        **texts,
        **keywords,
        **document.integers,
        **audience,
        "id": document.id,
        "tie": tie_key(document.id),
    }


class ElasticEngine:
    """Generations in an Elasticsearch cluster; `prefix` begins the names of indices and aliases."""

    name = "elasticsearch"

    def __init__(self, url: str, *, prefix: str, timeout_seconds: float) -> None:
        self.prefix = prefix
        self._client = Elasticsearch(
            url, request_timeout=timeout_seconds, retry_on_timeout=False, max_retries=1
        )
        self._reading = self._client.options(request_timeout=min(timeout_seconds, QUESTION_SECONDS))
        self._token_fields: dict[str, tuple[str, ...]] = {}

    def create(self, generation: str, spec: IndexSpec) -> None:
        """Make an empty index; nothing happens when it exists."""
        with translated():
            if not self._client.indices.exists(index=self._index(generation)):
                self._client.indices.create(
                    index=self._index(generation),
                    mappings=mapping_of(spec),
                    settings=SETTINGS,
                    aliases={self._writing(generation): {}},
                )

    def write(self, generations: Iterable[str], documents: Iterable[Document]) -> None:
        """Store documents in all generations; they are found when this returns."""
        for generation in generations:
            token_fields = self._tokens_of(generation)
            waiting = iter(documents)
            while batch := list(islice(waiting, BULK_DOCUMENTS)):
                self._bulk(generation, batch, token_fields)
            with translated():
                self._client.indices.refresh(index=self._index(generation))

    def _bulk(self, generation: str, documents: Sequence[Document], token_fields: Iterable[str]) -> None:
        lines: list[Json] = []
        for document in documents:
            version = {"version": document.version, "version_type": "external_gte"}
            lines += [{"index": {"_id": document.id, **version}}, source(document, token_fields)]
        with translated():
            answer = self._client.bulk(operations=lines, index=self._writing(generation), require_alias=True)
        for item in answer["items"]:
            outcome = item["index"]
            if outcome["status"] == NOT_FOUND:
                raise UnknownGeneration(generation)
            if (
                "error" in outcome and outcome["status"] != CONFLICT
            ):  # a conflict: the newer version is already there
                message = f"Elasticsearch refused a document: {outcome['error']}"
                raise SearchUnavailable(message)

    def promote(self, type_: str, generation: str) -> None:
        """Move the alias of the type in one step."""
        alias, index = self._alias(type_), self._index(generation)
        actions: list[Json] = [
            {"remove": {"index": f"{self.prefix}*", "alias": alias, "must_exist": False}},
            {"add": {"index": index, "alias": alias}},
        ]
        with translated():
            self._client.indices.update_aliases(actions=actions)

    def promoted(self, type_: str) -> str | None:
        """Give the generation that answers, or None."""
        try:
            with translated():
                holders = list(self._client.indices.get_alias(name=self._alias(type_)))
        except UnknownGeneration:
            return None
        return str(holders[0]).removeprefix(self.prefix)

    def edition(self, type_: str) -> None:
        """Give nothing: the node would have to be asked, and answers the question itself as fast."""
        del type_

    def generations(self, type_: str) -> list[str]:
        """Give the generations of a type, by name."""
        with translated():
            names = self._client.indices.get(index=f"{self.prefix}{type_}-*", features="aliases")
        return sorted(str(name).removeprefix(self.prefix) for name in names)

    def drop(self, generation: str) -> None:
        """Delete an index."""
        self._token_fields.pop(generation, None)
        with translated():
            self._client.indices.delete(index=self._index(generation), ignore_unavailable=True)

    def search(self, type_: str, scoped: Scoped) -> Found:
        """Answer a question from the promoted generation."""
        query = scoped.query
        filters = [condition(each) for each in scoped.base_filters()]
        order: list[Json] = [{"_score": "desc"}, {"tie": "asc"}]
        if query.sort is not None:
            direction = "desc" if query.sort.descending else "asc"
            order[0] = {query.sort.field: {"order": direction, "missing": "_last", "unmapped_type": "long"}}
        with translated():
            answer = self._reading.search(
                index=self._alias(type_),
                query={"bool": {"must": [scoring(query.scoring)], "filter": filters}},
                post_filter={"bool": {"filter": [condition(choice) for choice in query.choices]}},
                aggs={name: facet(name, scoped) for name in query.facets},
                sort=order,
                from_=query.offset,
                size=query.size,
                track_total_hits=True,
                stored_fields="_none_",
                docvalue_fields=[{"field": "id"}],
            )
        facets = {
            name: tuple(
                (str(bucket["key"]), int(bucket["doc_count"])) for bucket in counts["values"]["buckets"]
            )
            for name, counts in answer.get("aggregations", {}).items()
        }
        hits = tuple(
            Hit(hit["fields"]["id"][0], float(hit.get("_score") or 0)) for hit in answer["hits"]["hits"]
        )
        return Found(hits, int(answer["hits"]["total"]["value"]), facets)

    def versions(self, generation: str, ids: Sequence[str]) -> dict[str, int]:
        """Give the stored version of each id that is there."""
        self._tokens_of(generation)
        if not ids:
            return {}
        with translated():
            answer = self._client.mget(index=self._index(generation), ids=list(ids))
        return {row["_id"]: int(row["_version"]) for row in answer["docs"] if row.get("found")}

    def scan(self, generation: str) -> Iterator[tuple[str, int]]:
        """Walk through (id, version) of all documents but tombstones, by id."""
        after: list[str] | None = None
        while True:
            with translated():
                page = self._client.search(
                    index=self._index(generation), query={"bool": {"filter": [ALIVE]}}, sort=[{"id": "asc"}],
                    size=SCAN_PAGE, search_after=after, version=True, track_total_hits=False,
                )["hits"]["hits"]  # fmt: skip
            yield from ((str(row["_id"]), int(row["_version"])) for row in page)
            if len(page) < SCAN_PAGE:
                return
            after = page[-1]["sort"]

    def count(self, generation: str) -> int:
        """Count the documents but tombstones."""
        with translated():
            return int(self._client.count(index=self._index(generation), query=ALIVE)["count"])

    def health(self) -> Health:
        """Say whether the cluster answers."""
        try:
            with translated():
                asking = self._client.options(request_timeout=HEALTH_SECONDS, max_retries=0)
                status = asking.cluster.health()["status"]
        except (SearchUnavailable, UnknownGeneration) as reason:
            return Health(self.name, available=False, detail=str(reason))
        return Health(self.name, available=status != "red", detail=f"cluster is {status}")

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _index(self, generation: str) -> str:
        return f"{self.prefix}{generation}"

    def _alias(self, type_: str) -> str:
        return f"{self.prefix}{type_}.promoted"

    def _writing(self, generation: str) -> str:
        return f"{self.prefix}{generation}.writing"

    def _tokens_of(self, generation: str) -> tuple[str, ...]:
        if generation not in self._token_fields:
            with translated():
                answer = self._client.indices.get_mapping(index=self._index(generation))
            meta = answer[self._index(generation)]["mappings"]["_meta"]
            self._token_fields[generation] = tuple(meta["tokens"])
        return self._token_fields[generation]
