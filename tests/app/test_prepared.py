"""A second start looks once: the database says which code prepared it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from marketplace.app import prepared, schema
from marketplace.app.embedded.postgres import Postgres


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a product that has nothing else."""
    for part in prepared.PARTS:
        (tmp_path / part / "room").mkdir(parents=True)
    monkeypatch.setattr(prepared, "ROOT", tmp_path)
    file = tmp_path / "finance" / "room" / "service.py"
    file.write_text("first")
    return file


@pytest.fixture
def url(postgres: Postgres) -> Iterator[str]:
    """A database with tables."""
    postgres.ensure_database("to_prepare")
    schema.upgrade(postgres.url("to_prepare"))
    yield postgres.url("to_prepare")
    postgres.drop_database("to_prepare")


def test_only_the_code_that_prepared_a_database_takes_it_for_prepared(url: str, code: Path) -> None:
    assert not prepared.is_prepared(url)
    prepared.note_prepared(url)
    assert prepared.is_prepared(url)
    code.write_text("other")
    os.utime(code, ns=(1, 1))
    assert not prepared.is_prepared(url)


def test_what_python_compiles_is_no_change_of_the_code(code: Path) -> None:
    before = prepared.fingerprint()
    (code.parent / "__pycache__").mkdir()
    (code.parent / "__pycache__" / "service.pyc").write_text("compiled")
    assert prepared.fingerprint() == before


def test_a_database_without_tables_or_none_at_all_is_not_prepared(
    url: str, postgres: Postgres, code: Path
) -> None:
    assert code.exists()
    assert not prepared.is_prepared(postgres.url("never_made"))
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    assert not prepared.is_prepared(url)
