"""The command line as a stranger calls it."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import create_engine, text
from sqlmodel import Session
from typer.testing import CliRunner

from marketplace.app.cli import app
from marketplace.app.embedded.postgres import Postgres
from marketplace.app.oversight import chain
from marketplace.core.actor import SYSTEM
from marketplace.core.clock import utc_now
from marketplace.core.uow import UnitOfWork
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
    shown = CliRunner().invoke(app, [name, "--help"])
    assert shown.exit_code == 0
    assert "Usage" in shown.stdout


def test_the_api_describes_itself() -> None:
    printed = call("openapi")
    assert printed.returncode == 0, printed.stderr
    assert json.loads(printed.stdout)["openapi"].startswith("3.")


def test_the_chains_are_replayed_and_a_break_is_an_exit_status(tmp_path: Path, postgres: Postgres) -> None:
    postgres.clone_database("template", "sealed")
    url = postgres.url("sealed")
    engine = create_engine(url)

    def verify(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "marketplace.app.cli", "verify-chain", *arguments],
            env=environment(tmp_path) | {"DATABASE_URL": url}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    with Session(engine) as session:
        now = utc_now()
        uow = UnitOfWork(session, SYSTEM, now, wall=now + timedelta(seconds=9))
        for _ in range(2):
            uow.audit("tests.done", "test", None)
        session.flush()
        chain.seal(uow)
        digest = chain.replay(session, "audit").digest
        session.commit()
    held = verify("--locale", "en")
    assert (held.returncode, held.stdout.splitlines()) == (0, [
        f"Ledger: all 0 rows hold, head {chain.GENESIS}", f"Audit trail: all 2 rows hold, head {digest}",
    ])  # fmt: skip
    kept = tmp_path / "heads.jsonl"
    kept.write_text(json.dumps({"chain": "audit", "seq": 3, "digest": digest}))
    cut = verify("--heads", str(kept), "--json")
    assert (cut.returncode, json.loads(cut.stdout.splitlines()[1])["broken"]) == (1, "cut_off")
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text("UPDATE audit_entry SET action = 'tests.undone' WHERE seq = 1"))
    broken = verify()
    assert (broken.returncode, broken.stdout.splitlines()[1]) == (
        1, "审计记录：前 0 条相符，在第 1 个封存处断开：第 1 号内容被改动",
    )  # fmt: skip
    engine.dispose()
    postgres.drop_database("sealed")
