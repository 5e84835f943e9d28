"""The command line as a stranger calls it."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from marketplace.identifiers import make_patent_no, make_uscc
from tests.app.copies import environment
from tests.app.waiting import reachable_folder


def call(*arguments: str, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "marketplace.app.cli", *arguments]
    return subprocess.run(
        command, env=environment(home or Path("/nowhere")), capture_output=True, text=True, check=False
    )


def test_check_id_answers_one_line_each_in_the_order_asked() -> None:
    good, bad = make_uscc("91", "320200", 7), "not an identifier"
    asked = call("check-id", good, bad, "ZL 202110000000.1")
    lines = [json.loads(line) for line in asked.stdout.splitlines()]
    assert asked.returncode == 0
    assert [list(line) for line in lines] == [["input", "kind", "normalized", "valid", "reason"]] * 3
    assert [(line["input"], line["kind"], line["valid"]) for line in lines] == [
        (good, "uscc", True),
        (bad, "unknown", False),
        ("ZL 202110000000.1", "cn_patent_no", True),
    ]


def test_a_dry_run_names_wrong_cells_and_leaves_nothing_behind(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["成果名称", "专利号"])
    sheet.append(["一种锂电池隔膜", make_patent_no(2021, 1, 4321)])
    sheet.append(["一种锂电池隔膜涂层", "202110004321.X"])
    path = tmp_path / "results.xlsx"
    book.save(path)
    with reachable_folder() as home:
        for _ in range(2):
            done = call("import-results", str(path), "--dry-run", home=home)
            wrong, right, total = [json.loads(line) for line in done.stdout.splitlines()]
            assert done.returncode == 1
            assert (wrong["row_number"], wrong["errors"][0]["column"]) == (3, "number")
            assert (right["row_number"], right["errors"], right["listing_id"]) == (2, [], None)
            assert total == {"file_name": "results.xlsx", "right": 1, "wrong": 1, "created": 0}


def test_an_import_needs_an_officer(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    path.write_text("成果名称,专利号\n")
    refused = call("import-results", str(path))
    assert refused.returncode == 2
    assert "--login" in refused.stderr


@pytest.mark.parametrize(
    "name", ["serve", "migrate", "import-results", "check-id", "search-eval", "openapi", "revision"]
)
def test_every_command_explains_itself(name: str) -> None:
    shown = call(name, "--help")
    assert shown.returncode == 0
    assert "Usage" in shown.stdout


def test_the_api_describes_itself() -> None:
    printed = call("openapi")
    assert printed.returncode == 0, printed.stderr
    assert json.loads(printed.stdout)["openapi"].startswith("3.")
