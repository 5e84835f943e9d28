"""A search page of the API beside the bare engine call it makes, by processor time, on the full demo market."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from search import analysis
from search.documents.listing import PUBLIC, TYPE
from search.engines import TantivyEngine
from search.evaluate import at_share
from search.port import AnyOf, Query, Scoped
from search.query.listings import scoring
from tests.bench.measuring import PRODUCT, Ratio, cost, get, postgres, report, web

ROUNDS, PAGES = 7, 60
ASKED = (
    "冬天电池掉电太快怎么办", "烘干工序太费电", "焊接变形怎么控制", "废水处理成本太高", "旧电池好坏分不清", "怎么检测轴承坏没坏",
    "传感器", "热泵烘干", "锂离子电池低温", "想实时盯住电动车电池包每节电池的电压电流和温度",
)  # fmt: skip


def run() -> None:
    """Measure and report."""
    with market() as (home, environment), web(*PRODUCT, **environment) as (port, pids):
        engine = TantivyEngine(home / "search")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        texts = cycle(ASKED)

        def page() -> None:
            answer = get(connection, f"/api/search/listings?q={quote(next(texts))}")
            if b'"degraded":false' not in answer:
                raise RuntimeError(answer[:300])

        def bare() -> None:
            engine.search(TYPE, Scoped(bare_query(next(texts)), PUBLIC))

        times = []
        for _ in range(ROUNDS * PAGES):
            began = time.perf_counter()
            page()
            times.append((time.perf_counter() - began) * 1000)
        ours, anchor = [], []
        for _ in range(ROUNDS):
            ours.append(cost(pids, page, PAGES))
            anchor.append(cost([os.getpid()], bare, PAGES * 5))
        times.sort()
        report(
            "search",
            [Ratio("bare engine call ÷ search page", "processor ms", ours, anchor, more_is_better=False)],
            p50_ms=at_share(times, 0.5),
            p95_ms=at_share(times, 0.95),
            documents=engine.count(engine.promoted(TYPE) or ""),
        )


def bare_query(text: str) -> Query:
    """Give the least an engine must be asked: the text, without facets, counts or what is near."""
    return Query(scoring(analysis.query_views(text), text), filters=(AnyOf("status", ("open",)),))


@contextmanager
def market() -> Iterator[tuple[Path, dict[str, str]]]:
    """The full demo market with its index, in a folder and on a server that go at the end."""
    with postgres() as server, TemporaryDirectory(prefix="xianyong-bench-home-") as folder:
        server.ensure_database("market")
        environment = {"DATABASE_URL": server.url("market", tcp=True), "XIANYONG_HOME": folder}
        subprocess.run(
            [sys.executable, "-m", "marketplace.app.prepare"],
            env=os.environ | environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield Path(folder), environment
