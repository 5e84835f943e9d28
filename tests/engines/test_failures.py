"""What each engine alone can suffer, and what callers see of it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines import TantivyEngine, open_engine
from search.engines.elastic import ElasticEngine
from search.port import Document, Everything, SearchUnavailable, Terms, UnknownGeneration, WriterBusy
from search.settings import SearchSettings
from tests.engines.corpus import PUBLIC, SPEC, ask

WRITE = """
import sys
from pathlib import Path
from search.engines import TantivyEngine
from search.port import Document
TantivyEngine(Path(sys.argv[1])).write(["result-1"], [Document("b", 1, ("public",))])
"""
HOLD = """
import sys
from tantivy import Index
writer = Index.open(sys.argv[1]).writer(15_000_000, 1)
print("holding", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def filled(tantivy: TantivyEngine) -> TantivyEngine:
    tantivy.create("result-1", SPEC)
    tantivy.promote("result", "result-1")
    tantivy.write(["result-1"], [Document("a", 1, PUBLIC)])
    return tantivy


def found(engine: TantivyEngine) -> set[str]:
    return {hit.id for hit in engine.search("result", ask(scoring=Everything())).hits}


def test_a_reader_sees_what_another_process_wrote(filled: TantivyEngine) -> None:
    assert found(filled) == {"a"}
    subprocess.run([sys.executable, "-c", WRITE, str(filled.root)], check=True)
    assert found(filled) == {"a", "b"}


def test_a_second_writer_is_told_to_try_again_and_readers_go_on(filled: TantivyEngine) -> None:
    command = [sys.executable, "-c", HOLD, str(filled.root / "result-1")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"holding\n"
        with pytest.raises(WriterBusy):
            filled.write(["result-1"], [Document("b", 1, PUBLIC)])
        assert found(filled) == {"a"}
        holder.kill()
    filled.write(["result-1"], [Document("b", 1, PUBLIC)])
    assert found(filled) == {"a", "b"}


def test_what_the_source_of_documents_raises_stays_itself_and_leaves_nothing_behind(
    filled: TantivyEngine,
) -> None:
    def broken() -> Iterator[Document]:
        yield Document("b", 1, PUBLIC)
        raise LookupError("database")

    with pytest.raises(LookupError, match="database"):
        filled.write(["result-1"], broken())
    assert found(filled) == {"a"}
    filled.write(["result-1"], [Document("c", 1, PUBLIC)])
    assert found(filled) == {"a", "c"}


def test_a_damaged_index_is_unavailable_and_says_so(filled: TantivyEngine) -> None:
    (filled.root / "result-1" / "meta.json").write_text("{}")
    fresh = TantivyEngine(filled.root)
    with pytest.raises(SearchUnavailable):
        found(fresh)
    assert not fresh.health().available


def test_a_question_about_an_unknown_field_is_no_crash(filled: TantivyEngine) -> None:
    with pytest.raises(SearchUnavailable, match="nowhere"):
        filled.search("result", ask(scoring=Terms("nowhere", ("电池",))))


def test_a_silent_cluster_is_unavailable() -> None:
    engine = ElasticEngine("http://127.0.0.1:1", prefix="test-", timeout_seconds=1)
    with pytest.raises(SearchUnavailable):
        engine.search("result", ask(scoring=Everything()))
    with pytest.raises(SearchUnavailable):
        engine.promoted("result")
    assert not engine.health().available
    engine.close()


def test_a_document_with_an_unknown_field_is_refused(elastic: ElasticEngine) -> None:
    elastic.create("result-1", SPEC)
    with pytest.raises(SearchUnavailable, match="strict"):
        elastic.write(["result-1"], [Document("a", 1, PUBLIC, keywords={"nowhere": ("x",)})])


def test_two_prefixes_do_not_meet(elastic: ElasticEngine, node_url: str) -> None:
    other = ElasticEngine(node_url, prefix="other-" + elastic.prefix, timeout_seconds=60)
    elastic.create("result-1", SPEC)
    with pytest.raises(UnknownGeneration):
        other.count("result-1")
    other.close()


def test_settings_choose_the_engine(tmp_path: Path) -> None:
    assert isinstance(open_engine(SearchSettings(url=""), tmp_path), TantivyEngine)
    chosen = open_engine(SearchSettings(url="http://127.0.0.1:1"), tmp_path)
    assert isinstance(chosen, ElasticEngine)
    chosen.close()
    assert isinstance(
        open_engine(SearchSettings(url="http://127.0.0.1:1", engine="embedded"), tmp_path), TantivyEngine
    )
    with pytest.raises(ValueError, match="XIANYONG_SEARCH_URL"):
        SearchSettings(url="", engine="elasticsearch")
