"""The database: one engine a process, one for transactions and a read-only face for hot pages."""

import select
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import orjson
import psycopg
from psycopg.rows import dict_row
from sqlalchemy import Dialect, Engine, Select, create_engine, event, make_url, text
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


def driver_text(statement: str) -> str:
    """Return a statement with `:names` as the driver takes it."""
    return str(text(statement).compile(dialect=_PSYCOPG))


class Line:
    """A connection of each event loop, for writes that are one statement and so their own transaction.

    The loop itself sends them, one at a time (`Together` sees to that): a thread, a session and a pool cost several times
    what storing a row does.
    """

    def __init__(self, url: str) -> None:
        _, self._address = _PSYCOPG.create_connect_args(make_url(url))
        self._open: WeakKeyDictionary[AbstractEventLoop, psycopg.AsyncConnection] = WeakKeyDictionary()

    async def send(self, statement: str, values: Mapping[str, Any]) -> None:
        """Write by a `driver_text`; it is committed on return. Raises DBAPIError as sessions do."""
        try:
            connection = await self._connection()
            await connection.execute(statement.encode(), values, prepare=True)
        except psycopg.Error as reason:
            raise DBAPIError.instance(
                statement, dict(values), reason, psycopg.Error, dialect=_PSYCOPG
            ) from reason

    async def _connection(self) -> psycopg.AsyncConnection:
        found = self._open.get(get_running_loop())
        if found is None or found.closed or _has_something_to_read(found.fileno()):
            await self.close()
            found = await psycopg.AsyncConnection.connect(
                **self._address, options=SESSION_LIMITS, autocommit=True
            )
            self._open[get_running_loop()] = found
        return found

    async def close(self) -> None:
        """Close the connection of this event loop, if it has one; the next write opens another."""
        if found := self._open.pop(get_running_loop(), None):
            await found.close()


@lru_cache(maxsize=1)
def line() -> Line:
    """Return the line of this process."""
    return Line(settings().sqlalchemy_url)


def constraint_of(error: IntegrityError) -> str:
    """Return the name of the constraint that a statement would have broken; empty when the driver does not say."""
    return str(getattr(getattr(error.orig, "diag", None), "constraint_name", None) or "")
