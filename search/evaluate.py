"""Measure the search the product has, on documents and queries with known answers.

The documents go through the product's own listing document and the queries through its own pipeline; only what
the page would show around them is left out.
"""

import json
import math
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import fmean
from typing import Any
from uuid import uuid4

from search.devnode.lease import shared_node
from search.documents import listing
from search.documents.listing import PUBLIC, ListingSource
from search.engines import TantivyEngine
from search.port import SearchEngine
from search.query.listings import Request, search
from search.settings import EngineName, settings

DEPTH = 100
"""Hits that are looked at."""
TOP = 10
METRICS = ("ndcg@10", "mrr@10", "recall@10", "recall@100")
BATCH = 500

Row = Mapping[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """Walk through a file of one JSON object a line; raises FileNotFoundError, ValueError."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def source(row: Row) -> ListingSource:
    """Give a row as a public listing: `title` or `lead` as title, `abstract` or `text` as body."""
    return ListingSource(
        id=str(row["id"]),
        version=1,
        audience=PUBLIC,
        title=row.get("title") or row.get("lead") or "",
        body=row.get("abstract") or row.get("text") or "",
    )


@contextmanager
def temporary_engine(name: EngineName) -> Iterator[SearchEngine]:
    """Give an engine whose indices are gone afterwards; Elasticsearch is the one of the settings, else our own node.

    Raises NodeUnavailable.
    """
    with tempfile.TemporaryDirectory(prefix="search-eval-") as folder:
        if name == "embedded":
            yield TantivyEngine(Path(folder))
            return
        with node(Path(folder)) as url:
            from search.engines.elastic import ElasticEngine

            engine = ElasticEngine(url, prefix=f"search-eval-{uuid4().hex}-", timeout_seconds=60)
            try:
                yield engine
            finally:
                for generation in engine.generations(listing.TYPE):
                    engine.drop(generation)
                engine.close()


@contextmanager
def node(folder: Path) -> Iterator[str]:
    """Give the url of a node."""
    if url := settings().url:
        yield url
        return
    with shared_node(folder / "devnode") as url:
        yield url


def fill(engine: SearchEngine, documents: Path) -> None:
    """Index a file of documents and let it answer."""
    generation = f"{listing.TYPE}-{listing.spec().spec_hash}"
    engine.create(generation, listing.spec())
    engine.write([generation], [listing.build(source(row)) for row in rows(documents)])
    engine.promote(listing.TYPE, generation)


def evaluate(
    folder: Path, *, collection: str, split: str, engine: EngineName, run_out: Path | None = None
) -> dict[str, Any]:
    """Measure one collection and give the figures by query type; `run_out` gets the rankings, one query a line.

    Raises LookupError when the collection is not in `folder` or no node can be had, SearchUnavailable.
    """
    wanted = [folder / f"{collection}-{split}.{part}.jsonl" for part in ("docs", "queries")]
    if missing := [str(path) for path in wanted if not path.is_file()]:
        message = f"not there: {', '.join(missing)}"
        raise LookupError(message)
    queries = list(rows(wanted[1]))
    scores: dict[str, list[dict[str, float]]] = defaultdict(list)
    rankings, times = [], []
    with temporary_engine(engine) as opened:
        fill(opened, wanted[0])
        for query in queries:
            began = time.perf_counter()
            results = search(opened, Request(PUBLIC, text=query["query"], size=DEPTH))
            times.append((time.perf_counter() - began) * 1000)
            ids = [hit.id for hit in results.hits]
            scores[query["type"]].append(score(ids, query["rel"]))
            rankings.append({"qid": query["qid"], "ids": ids})
    if run_out is not None:
        run_out.write_text("".join(f"{json.dumps(ranking)}\n" for ranking in rankings), encoding="utf-8")
    times.sort()
    return {
        "collection": collection,
        "split": split,
        "engine": engine,
        "types": {type_: averages(each) for type_, each in scores.items()},
        "p50_ms": at_share(times, 0.5),
        "p95_ms": at_share(times, 0.95),
    }


def score(ranking: Sequence[str], grades: Mapping[str, float]) -> dict[str, float]:
    """Give the four metrics of one ranking; `grades` are the known answers, above 0 for a good one."""
    gain = sum(grades.get(id_, 0) / math.log2(rank + 2) for rank, id_ in enumerate(ranking[:TOP]))
    best = sorted(grades.values(), reverse=True)[:TOP]
    ideal = sum(grade / math.log2(rank + 2) for rank, grade in enumerate(best))
    good = {id_ for id_, grade in grades.items() if grade > 0}
    first = next((rank for rank, id_ in enumerate(ranking[:TOP], 1) if id_ in good), None)
    return {
        "ndcg@10": gain / ideal if ideal else 0.0,
        "mrr@10": 1 / first if first else 0.0,
        "recall@10": len(good.intersection(ranking[:TOP])) / len(good) if good else 0.0,
        "recall@100": len(good.intersection(ranking[:DEPTH])) / len(good) if good else 0.0,
    }


def averages(scores: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Give the number of queries and the mean of each metric."""
    return {"n": len(scores), **{metric: fmean(each[metric] for each in scores) for metric in METRICS}}


def at_share(ordered: Sequence[float], share: float) -> float:
    """Give the value below which a share of the ordered values lies; 0 for none."""
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 2) if ordered else 0.0
