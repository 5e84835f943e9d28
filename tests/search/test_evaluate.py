import json
import math
from pathlib import Path

import pytest
from typer.testing import CliRunner

from marketplace.app.cli import app
from search.evaluate import at_share, evaluate, score

DOCUMENTS = [
    {"id": "a", "title": "低温锂离子电池电解液", "abstract": "冬天电池掉电快。"},
    {"id": "b", "lead": "薄板焊接变形控制", "text": "薄板焊完就翘。"},
    {"id": "c", "title": None, "text": "烘房电费太高，用热泵。"},
]
QUERIES = [
    {"qid": "1", "type": "need", "query": "电池冬天掉电", "rel": {"a": 1}},
    {"qid": "2", "type": "need", "query": "烘房太费电", "rel": {"c": 1}},
    {"qid": "3", "type": "trad", "query": "焊接變形", "rel": {"b": 1, "a": 1}},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part, rows in (("docs", DOCUMENTS), ("queries", QUERIES)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (tmp_path / f"tiny-dev.{part}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_the_metrics_by_hand() -> None:
    ranking = [f"x{number}" for number in range(20)]
    found = score(ranking, {"x1": 2, "x4": 1, "x15": 1, "missing": 1, "x0": 0})
    gain = 2 / math.log2(3) + 1 / math.log2(6)
    ideal = 2 + 1 / math.log2(3) + 1 / math.log2(4) + 1 / math.log2(5)
    assert found["ndcg@10"] == pytest.approx(gain / ideal)
    assert (found["mrr@10"], found["recall@10"], found["recall@100"]) == (1 / 2, 2 / 4, 3 / 4)


def test_nothing_found_and_nothing_to_find_count_zero() -> None:
    zeros = {"ndcg@10": 0.0, "mrr@10": 0.0, "recall@10": 0.0, "recall@100": 0.0}
    assert score([], {"a": 1}) == zeros
    assert score(["a"], {}) == zeros


def test_percentiles() -> None:
    times = [float(number) for number in range(1, 101)]
    assert (at_share(times, 0.5), at_share(times, 0.95), at_share([], 0.5)) == (51.0, 96.0, 0.0)


def test_a_collection_is_measured_and_its_rankings_written(folder: Path) -> None:
    run = folder / "run.jsonl"
    figures = evaluate(folder, collection="tiny", split="dev", engine="embedded", run_out=run)
    assert (figures["collection"], figures["split"], figures["engine"]) == ("tiny", "dev", "embedded")
    assert figures["types"]["need"] == {
        "n": 2,
        "ndcg@10": 1.0,
        "mrr@10": 1.0,
        "recall@10": 1.0,
        "recall@100": 1.0,
    }
    assert figures["types"]["trad"]["n"] == 1
    assert figures["types"]["trad"]["mrr@10"] == 1.0
    assert 0 < figures["p50_ms"] <= figures["p95_ms"]
    rankings = [json.loads(line) for line in run.read_text().splitlines()]
    assert [(each["qid"], each["ids"][0]) for each in rankings] == [("1", "a"), ("2", "c"), ("3", "b")]


def test_the_command_prints_one_object(folder: Path) -> None:
    done = CliRunner().invoke(app, ["search-eval", str(folder), "--collection", "tiny"])
    assert (done.exit_code, json.loads(done.stdout)["types"]["need"]["n"]) == (0, 2)


def test_a_missing_collection_is_named(folder: Path) -> None:
    with pytest.raises(LookupError, match=r"none-dev\.docs\.jsonl"):
        evaluate(folder, collection="none", split="dev", engine="embedded")
