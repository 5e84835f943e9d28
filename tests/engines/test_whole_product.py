"""The whole product on a real Elasticsearch node: the same pages as on the embedded engine, and the node killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from marketplace.app.embedded.process import free_port
from marketplace.app.supervisor import DEMO_PASSWORD
from marketplace.listings.schemas import PriceMode
from search.devnode.install import NodeUnavailable
from search.documents import listing
from search.engines.elastic import ElasticEngine
from search.port import AnyOf, Everything, Query, Scoped
from tests.app import prepared_copy
from tests.app.copies import running, started
from tests.app.waiting import ended, reachable_folder, until
from tests.bench.search import ASKED
from tests.engines.conftest import said_loudly
from tests.factories.listings import a_draft
from tests.search.asking import ask, ids

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]

WAYS: tuple[dict[str, Any], ...] = (
    *({"q": text} for text in ASKED),
    {"q": "烘乾工序太費電"},
    {"q": "廢水處理成本太高"},
    {"q": "rebeng honggan"},
    {"q": "热蹦烘干"},
    {"q": "江南大学"},
    {"q": "江南大学的烘干技术", "terms": ["use_first"]},
    {"q": "检测", "trl": ["7", "4"], "size": 5, "page": 2},
    {"q": "废水", "sort": "newest"},
    {"q": "废水", "sort": "price"},
    {"q": "天外飞仙", "industry": ["节能环保"]},
    {},
    {"industry": ["节能环保", "高端装备"], "sort": "trl"},
    {"size": 7, "page": 3},
)
"""What visitors ask: the everyday problems of the bench, traditional script, sound, names, choices, orders, nothing."""


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """The data of one market, so that the listings are the same ones whatever engine is started beside it."""
    with reachable_folder() as folder:
        prepared_copy.lay(folder / "home", started)
        yield folder / "home"


def web(address: str) -> httpx.Client:
    return httpx.Client(base_url=address, trust_env=False, timeout=60)


def pages(client: httpx.Client) -> dict[str, Any]:
    """Ask everything; the numbers of the first listing and of its patent too, and what is like it."""
    first = ask(client)["items"][0]
    right = client.get(f"/api/listings/{first['id']}").json()["rights"][0]
    numbers: tuple[dict[str, Any], ...] = ({"q": first["number"]}, {"q": right["number"]})
    answers = {json.dumps(way, ensure_ascii=False): ask(client, **way) for way in (*WAYS, *numbers)}
    similar = client.get(f"/api/search/similar/{first['id']}", params={"size": 8}).json()
    return answers | {
        "similar": similar,
        "suggest": client.get("/api/search/suggest", params={"q": "re"}).json(),
    }


def test_every_page_is_the_same_on_both_engines(home: Path, node_url: str, prefix: str) -> None:
    """Both indices are built in one go: what an engine has replaced still weighs in its counts of words for a while."""
    shutil.rmtree(home / "search")
    with running(home, free_port()) as copy, web(copy.address) as client:
        until(lambda: copy.nothing_waits() and not ask(client)["degraded"])
        embedded = pages(client)
    elastic = {"ELASTICSEARCH_URL": node_url, "XIANYONG_SEARCH_INDEX_PREFIX": prefix}
    with running(home, free_port(), **elastic) as copy, web(copy.address) as client:
        until(copy.nothing_waits)
        answers = pages(client)
    assert {way: page for way, page in answers.items() if page != embedded[way]} == {}
    everything = embedded["{}"]
    assert (everything["degraded"], everything["total"]) == (False, indexed(node_url, prefix))


@pytest.fixture
def prefix(node_url: str) -> Iterator[str]:
    """Begins the names of our indices on a node that others use too; they are gone afterwards."""
    name = f"test-{uuid4().hex}-"
    yield name
    engine = ElasticEngine(node_url, prefix=name, timeout_seconds=60)
    for generation in engine.generations(listing.TYPE):
        engine.drop(generation)
    engine.close()


def indexed(url: str, prefix: str) -> int:
    """Count the open listings on the node itself."""
    engine = ElasticEngine(url, prefix=prefix, timeout_seconds=60)
    scoped = Scoped(Query(Everything(), filters=(AnyOf("status", (listing.OPEN,)),), size=0), listing.PUBLIC)
    try:
        return engine.search(listing.TYPE, scoped).total
    finally:
        engine.close()


# --- the node dies -----------------------------------------------------------------------------------------------


@dataclass
class OwnNode:
    """A node of our own at a fixed address, whose data outlives it."""

    port: int
    data: Path
    process: subprocess.Popen[str] | None = None
    pids: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers; raises NodeUnavailable."""
        command = [sys.executable, "-m", "search.devnode", "--port", str(self.port), "--data", str(self.data)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            line = lines.readline()
        if not line.startswith("READY "):
            self.process.wait()
            raise NodeUnavailable(line)
        self.pids = tuple(descendants(int(json.loads(line.removeprefix("READY "))["pid"])))

    def kill(self) -> None:
        """kill -9 the server and its launcher, and see them and what watched them end."""
        assert self.process is not None
        for pid in self.pids:
            os.kill(pid, signal.SIGKILL)
        until(lambda: all(map(ended, self.pids)))
        assert self.process.wait(60) == 1

    def stop(self) -> None:
        """End it in order, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)


def descendants(pid: int) -> Iterator[int]:
    """Walk through a process and all below it; each of its threads has children of its own."""
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in file.read_text().split():
            yield from descendants(int(child))


@pytest.fixture
def own_node() -> Iterator[OwnNode]:
    with reachable_folder() as folder:
        node = OwnNode(free_port(), folder / "node")
        try:
            with said_loudly():
                node.start()
            yield node
        finally:
            node.stop()


@contextmanager
def person(address: str, login: str) -> Iterator[httpx.Client]:
    """Somebody who has signed in."""
    with web(address) as client:
        answer = client.post("/api/session", json={"login": login, "password": DEMO_PASSWORD})
        assert answer.status_code == 204, answer.text
        yield client


def publish(address: str, title: str) -> str:
    """Take a result through its approval to the street, as its people do; gives its id."""
    draft = a_draft(title=title, price_mode=PriceMode.LISTED).model_dump(mode="json")
    with person(address, "officer") as officer, person(address, "head") as head:
        made = officer.post("/api/listings", json=draft)
        assert made.status_code == 201, made.text
        id_ = str(made.json()["id"])
        for who, act in ((officer, "submit"), (head, "approve"), (officer, "publish")):
            done = who.post(f"/api/listings/{id_}/{act}")
            assert done.status_code == 200, done.text
    return id_


def test_a_killed_node_is_missed_by_search_alone_and_search_comes_back_with_it(
    home: Path, own_node: OwnNode
) -> None:
    with running(home, free_port(), ELASTICSEARCH_URL=own_node.url) as copy, web(copy.address) as client:
        before = ask(client, q="烘干工序太费电")
        newest, total = ids(ask(client, sort="newest")), ask(client)["total"]
        assert (before["degraded"], ready(client)) == (False, ("ok", True))

        own_node.kill()
        away = ask(client, q="烘干工序太费电", size=5)
        assert (away["degraded"], away["facets"], ids(away)) == (True, [], newest[:5])
        assert "检索服务正在恢复，先显示最新上架的成果。" in client.get("/results", params={"q": "烘干"}).text
        assert client.get("/api/search/suggest", params={"q": "烘"}).json() == []
        assert client.get(f"/api/search/similar/{newest[0]}").json() == []
        assert ready(client) == ("degraded", False)
        assert [client.get(path).status_code for path in ("/", f"/results/{newest[0]}", "/app")] == [200] * 3
        published = publish(copy.address, "孔雀石废渣制备自清洁釉面技术")

        own_node.start()
        until(lambda: ready(client) == ("ok", True))
        assert ask(client, q="烘干工序太费电")["degraded"] is False
        until(lambda: published in ids(ask(client, q="孔雀石自清洁釉面")))
        assert ask(client)["total"] == total + 1
        assert ids(ask(client, q="烘干工序太费电"))[0] == ids(before)[0]


def ready(client: httpx.Client) -> tuple[str, bool]:
    """What a probe is told: how the product is, and whether search answers."""
    answer = client.get("/api/readyz")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["database"] is True
    return told["status"], told["search"]
