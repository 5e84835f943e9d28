"""The database: one engine a process, one for transactions and a read-only face for hot pages."""

import select
from functools import lru_cache
from typing import Any

import orjson
import psycopg
from psycopg.rows import dict_row
from sqlalchemy import Dialect, Engine, Select, create_engine, event
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection
from sqlmodel import Session

from marketplace.core.settings import settings

# Registered with every engine: no request may hold a lock or a connection without end.
SESSION_LIMITS = "-c timezone=UTC -c statement_timeout=30000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"

_PSYCOPG: Dialect = dialect()  # type: ignore[no-untyped-call]


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
def calls_engine() -> Engine:
    """Return an engine for what programs tell us, of money above all: people who wait for slow pages hold none of it."""
    return make_engine(settings().sqlalchemy_url, pool_size=2, max_overflow=2)


@lru_cache(maxsize=1)
def statements_engine() -> Engine:
    """Return the same connections for what is one statement: it is a transaction by itself, and saves two round trips."""
    return calls_engine().execution_options(isolation_level="AUTOCOMMIT")


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


class HotRead:
    """A read of hot pages: built once, and handed to the driver as it is. Each row comes as the driver gives it.

    Building a statement anew and unpacking its rows through the toolkit costs several times what the driver needs.

    Raises TypeError for a column that the driver alone would not read right, such as an enumeration.
    """

    def __init__(self, statement: Select[Any]) -> None:
        for each in statement.selected_columns:
            if each.type.dialect_impl(_PSYCOPG).result_processor(_PSYCOPG, None) is not None:
                message = f"{each.name} is not what the driver reads"
                raise TypeError(message)
        built = statement.compile(dialect=_PSYCOPG)
        self._text = str(built)
        self._written = {name: bind.value for bind, name in built.bind_names.items() if not bind.required}

    def rows(self, session: Session, **params: Any) -> list[dict[str, Any]]:
        """Return plain dicts. A read-only session asks on a connection of its own, for as long as that takes."""
        values = self._written | params
        if reading_engine.cache_info().currsize and session.bind is reading_engine():
            return self._alone(values)
        found = session.connection().exec_driver_sql(self._text, values)
        names = tuple(found.keys())
        return [dict(zip(names, row, strict=True)) for row in found]

    def _alone(self, values: dict[str, Any]) -> list[dict[str, Any]]:
        line = reading_engine().raw_connection()
        try:
            driver: Any = line.driver_connection
            with driver.cursor(row_factory=dict_row) as cursor:
                return list(cursor.execute(self._text, values, prepare=True))
        except psycopg.Error as reason:
            raise DBAPIError.instance(self._text, values, reason, psycopg.Error, dialect=_PSYCOPG) from reason
        finally:
            line.close()


def constraint_of(error: IntegrityError) -> str:
    """Return the name of the constraint that a statement would have broken; empty when the driver does not say."""
    return str(getattr(getattr(error.orig, "diag", None), "constraint_name", None) or "")
