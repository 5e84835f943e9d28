"""Stops the product at a named place inside a transaction, from the database's side.

A trigger waits for an advisory lock while the test holds it: `inside` right after the row was written, `commit` as
the last act of the transaction. Whoever waits is therefore known to be in that very statement when it is killed.
"""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, Literal

import psycopg

from tests.crash.product import Product

LOCK_CLASS = 58_594
_keys = count(1)

INSTALL = """
CREATE SCHEMA crash;
CREATE TABLE crash.barrier (key int PRIMARY KEY, tbl text, op text, moment text, match jsonb);
CREATE FUNCTION crash.wait() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$
DECLARE held int;
BEGIN
    FOR held IN SELECT key FROM crash.barrier
                 WHERE tbl = TG_TABLE_NAME AND op = TG_OP AND moment = TG_ARGV[0] AND to_jsonb(NEW) @> match LOOP
        PERFORM pg_advisory_xact_lock_shared(%(class)s, held);
    END LOOP;
    RETURN NULL;
END $$;
"""
WATCH = """
CREATE TRIGGER zz_inside AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION crash.wait('inside');
CREATE CONSTRAINT TRIGGER zz_commit AFTER INSERT OR UPDATE ON {table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION crash.wait('commit');
"""
WAITING = (
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND NOT granted"
)


@dataclass(frozen=True)
class Place:
    """A write of one row: the one that has the values of `match`."""

    table: str
    op: Literal["INSERT", "UPDATE"]
    moment: Literal["inside", "commit"]
    match: dict[str, Any]


def install(product: Product, tables: set[str]) -> None:
    """Make every table in the list a place where the product can be stopped."""
    with product.connect() as connection:
        connection.execute((INSTALL % {"class": LOCK_CLASS}).encode())
        for table in sorted(tables):
            connection.execute(WATCH.format(table=table).encode())


class Barrier:
    """One closed barrier."""

    def __init__(
        self, connection: psycopg.Connection[dict[str, Any]], product: Product, place: Place
    ) -> None:
        self.key, self.product, self.place = next(_keys), product, place
        connection.execute("SELECT pg_advisory_lock(%s, %s)", (LOCK_CLASS, self.key))
        connection.execute(
            "INSERT INTO crash.barrier VALUES (%s, %s, %s, %s, %s)",
            (self.key, place.table, place.op, place.moment, json.dumps(place.match)),
        )

    def reached(self, *clocks: str) -> int:
        """Wait until somebody stands at the barrier; returns the database process that serves it."""
        found = self.product.wait_for(lambda: self.product.rows(WAITING, LOCK_CLASS, self.key), *clocks)
        return int(found[0]["pid"])

    def open(self) -> None:
        """Take the barrier away; a database that died meanwhile has let everybody go already."""
        self.product.rows("DELETE FROM crash.barrier WHERE key = %s RETURNING key", self.key)


@contextmanager
def closed(product: Product, place: Place) -> Iterator[Barrier]:
    """Close the barrier at a place for the length of the block."""
    connection = product.connect()
    try:
        barrier = Barrier(connection, product, place)
        yield barrier
        barrier.open()
    finally:
        connection.close()


def kill_backend(pid: int) -> None:
    """kill -9 of one server process: PostgreSQL ends all others and recovers by itself."""
    os.kill(pid, signal.SIGKILL)
