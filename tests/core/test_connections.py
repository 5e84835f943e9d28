"""A pooled connection is used again while its server holds it, and replaced when the server has closed it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from marketplace.core.db import make_engine


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
