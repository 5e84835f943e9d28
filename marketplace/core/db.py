"""The database: one engine a process, one for transactions and a read-only face for hot pages."""

import select
from functools import lru_cache
from typing import Any

import orjson
import psycopg
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from marketplace.core.settings import settings

# Registered with every engine: no request may hold a lock or a connection without end.
SESSION_LIMITS = "-c timezone=UTC -c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"


def _dump(value: Any) -> str:
    return orjson.dumps(value).decode()


def make_engine(url: str, **options: Any) -> Engine:
    """Create an engine with the session limits and JSON codec that every process uses."""
    made = create_engine(
        url,
        connect_args={"options": SESSION_LIMITS},
        json_serializer=_dump,
        json_deserializer=orjson.loads,
        **{"pool_size": settings().database_pool, "max_overflow": 10, "pool_timeout": 5} | options,
    )

    @event.listens_for(made, "checkout")
    def still_there(connection: Any, _: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
        """Have a connection replaced that its server has closed.

        A server that closes speaks when nobody asked; where the line is silent, the round trip of a ping is saved.
        """
        try:
            if connection.closed or _has_something_to_read(connection.fileno()):
                made.dialect.do_ping(connection)
        except psycopg.Error as gone:
            raise DisconnectionError from gone

    return made


def _has_something_to_read(file_number: int) -> bool:
    line = select.poll()
    line.register(file_number, select.POLLIN)
    return bool(line.poll(0))


@lru_cache(maxsize=1)
def engine() -> Engine:
    """Return the engine of this process."""
    return make_engine(settings().sqlalchemy_url)


@lru_cache(maxsize=1)
def reading_engine() -> Engine:
    """Return an engine in AUTOCOMMIT and read-only mode, for pages that only read.

    It saves the BEGIN and ROLLBACK round trips of a transaction, and cannot write by accident.
    """
    reading = make_engine(settings().sqlalchemy_url, isolation_level="AUTOCOMMIT")

    @event.listens_for(reading, "connect")
    def read_only(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        connection.cursor().execute("SET default_transaction_read_only = on")

    return reading


def constraint_of(error: IntegrityError) -> str:
    """Return the name of the constraint that a statement would have broken; empty when the driver does not say."""
    return str(getattr(getattr(error.orig, "diag", None), "constraint_name", None) or "")
