"""Whether a database was prepared by this very code: the start that finds nothing new need not look twice.

The code's number stands in the database as the comment of Alembic's own table, so that it goes and comes back with the
database. It is written last: an interrupted preparation leaves the old number, and the next start prepares again.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from marketplace.core.settings import settings

ROOT: Final = Path(__file__).parents[2]
PARTS: Final = ("marketplace", "finance", "search", "workers", "migrations")


def is_prepared(url: str) -> bool:
    """Say whether the database at the SQLAlchemy address `url` was prepared by this code; one query, no wrong yes."""
    try:
        with _connection(url) as connection:
            query = "SELECT obj_description(to_regclass('alembic_version')::oid, 'pg_class')"
            found = connection.execute(query).fetchone()
    except psycopg.OperationalError:  # it does not exist yet, or is away: preparing says what is wrong
        return False
    return found == (fingerprint(),)


def note_prepared(url: str) -> None:
    """Write down that this code has prepared the database at `url`."""
    with _connection(url) as connection:
        connection.execute(
            sql.SQL("COMMENT ON TABLE alembic_version IS {}").format(sql.Literal(fingerprint()))
        )


def fingerprint() -> str:
    """Give one number for the code, and for the settings that decide what a database is filled with.

    A file counts by size and instant of change, as it does for Python's own compiled files; any change at all makes a
    new number, because seed and index are made by most of the code.
    """
    digest = hashlib.sha256(f"{settings().demo} {settings().elasticsearch_url}".encode())
    for part in PARTS:
        for path, facts in _files(ROOT / part):
            digest.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(Path(entry))
        else:
            yield entry.path, entry.stat()


def _connection(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)
