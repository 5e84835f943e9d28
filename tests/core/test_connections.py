"""A pooled connection is used again while its server holds it, and replaced when the server has closed it."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

from marketplace.core.db import Line, constraint_of, driver_text, make_engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url, pool_size=1)
    yield engine
    engine.dispose()


def own_number(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(text("SELECT pg_backend_pid()")).scalar_one()


def ask_another(engine: Engine, statement: str, **values: int) -> None:
    other = make_engine(engine.url.render_as_string(hide_password=False))
    with other.begin() as connection:
        connection.execute(text(statement), values)
    other.dispose()


def test_a_connection_is_used_again(engine: Engine) -> None:
    assert own_number(engine) == own_number(engine)


@pytest.mark.fault("D02")
def test_a_connection_that_the_server_closed_is_replaced(engine: Engine) -> None:
    closed = own_number(engine)
    ask_another(engine, "SELECT pg_terminate_backend(:pid, 10000)", pid=closed)
    assert own_number(engine) != closed


def test_a_connection_with_a_message_to_read_is_kept(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("LISTEN news"))
        listener = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    ask_another(engine, "NOTIFY news")
    assert own_number(engine) == listener


WRITTEN_BY = driver_text("INSERT INTO clock_shift (id, days) VALUES (:number, pg_backend_pid())")


async def write_twice(line: Line, between: Callable[[], object]) -> None:
    await line.send(WRITTEN_BY, {"number": 1})
    between()
    await line.send(WRITTEN_BY, {"number": 2})
    await line.close()


def writers(engine: Engine) -> list[int]:
    with engine.connect() as connection:
        return list(connection.execute(text("SELECT days FROM clock_shift ORDER BY id")).scalars())


@pytest.fixture
def line(committed_engine: Engine) -> Line:
    return Line(committed_engine.url.render_as_string(hide_password=False))


def test_the_line_of_an_event_loop_is_used_again_and_what_it_wrote_is_committed(
    committed_engine: Engine, line: Line
) -> None:
    seen: list[int] = []
    asyncio.run(write_twice(line, lambda: seen.extend(writers(committed_engine))))
    first, second = writers(committed_engine)
    assert (seen, second) == ([first], first)


@pytest.mark.fault("D02")
def test_a_line_that_the_server_closed_is_replaced(committed_engine: Engine, line: Line) -> None:
    def close() -> None:
        ask_another(
            committed_engine, "SELECT pg_terminate_backend(:pid, 10000)", pid=writers(committed_engine)[0]
        )

    asyncio.run(write_twice(line, close))
    first, second = writers(committed_engine)
    assert first != second


def test_a_statement_that_is_refused_says_so_as_sessions_do(committed_engine: Engine, line: Line) -> None:
    async def write_the_same_again() -> None:
        try:
            await line.send(WRITTEN_BY, {"number": 1})
            await line.send(WRITTEN_BY, {"number": 1})
        finally:
            await line.close()

    with pytest.raises(IntegrityError) as refused:
        asyncio.run(write_the_same_again())
    assert constraint_of(refused.value) == "pk_clock_shift"
    assert len(writers(committed_engine)) == 1
