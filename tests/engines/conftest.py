"""One engine of each kind for the contract: memory, tantivy, and a real Elasticsearch node.

The node is the one `ELASTICSEARCH_URL` names, else our own, shared by all worker processes of this run. Where none
can be had, the run fails when `CI` is set and says so in red otherwise.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from search.devnode.install import NodeUnavailable
from search.devnode.lease import shared_node
from search.engines import MemoryEngine, TantivyEngine
from search.engines.elastic import ElasticEngine
from search.port import SearchEngine

MISSING = "NO ELASTICSEARCH NODE: the contract of the search engines was not tried on it"


@pytest.fixture(scope="session")
def node_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if given := os.environ.get("ELASTICSEARCH_URL"):
        yield given
        return
    run_folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run_folder = run_folder.parent
    with said_loudly(), shared_node(run_folder / "devnode") as url:
        yield url


@contextmanager
def said_loudly() -> Iterator[None]:
    """Where no node can be had, fail when CI is set and skip in red otherwise."""
    try:
        yield
    except NodeUnavailable as reason:
        if os.environ.get("CI"):
            pytest.fail(f"{MISSING}\n{reason}", pytrace=False)
        pytest.skip(f"{MISSING}\n{reason}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if any(MISSING in str(report.longrepr) for report in skipped):
        terminalreporter.section(MISSING, sep="!", red=True, bold=True)


@pytest.fixture
def elastic(node_url: str) -> Iterator[ElasticEngine]:
    engine = ElasticEngine(node_url, prefix=f"test-{uuid4().hex}-", timeout_seconds=60)
    yield engine
    for generation in engine.generations("result"):
        engine.drop(generation)
    engine.close()


@pytest.fixture
def tantivy(tmp_path: Path) -> TantivyEngine:
    return TantivyEngine(tmp_path)


@pytest.fixture(
    params=[
        "memory",
        "tantivy",
        pytest.param("elastic", marks=[pytest.mark.engine, pytest.mark.timeout(900)]),
    ]
)
def engine(request: pytest.FixtureRequest) -> SearchEngine:
    if request.param == "memory":
        return MemoryEngine()
    made: SearchEngine = request.getfixturevalue(request.param)
    return made
