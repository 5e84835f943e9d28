"""A hot read gives the same rows and the same errors on a connection of its own and inside a transaction."""

from collections.abc import Iterator
from enum import Enum as PythonEnum

import pytest
from sqlalchemy import Enum, Integer, bindparam, cast, func, literal, select
from sqlalchemy.exc import DataError, OperationalError
from sqlmodel import Session

from marketplace.core.db import HotRead, reading_engine
from tests.core.test_connections import ask_another

_REST = HotRead(
    select(func.mod(literal(10), bindparam("by", type_=Integer)).label("rest"), literal("十").label("of"))
)
_NUMBER = HotRead(select(func.pg_backend_pid().label("pid")))
_CLOSE = HotRead(select(func.pg_terminate_backend(func.pg_backend_pid()).label("gone")))


class Color(PythonEnum):
    RED = "red"


@pytest.fixture
def reading(database_url: str) -> Iterator[Session]:
    assert database_url
    with Session(reading_engine()) as session:
        yield session
    reading_engine().dispose()


def test_rows_are_the_same_alone_and_in_a_transaction(reading: Session, session: Session) -> None:
    for asked in (reading, session):
        assert _REST.rows(asked, by=4) == [{"rest": 2, "of": "十"}]


def test_errors_are_the_same_alone_and_in_a_transaction(reading: Session, session: Session) -> None:
    for asked in (reading, session):
        with pytest.raises(DataError):
            _REST.rows(asked, by=0)
    assert _REST.rows(reading, by=7) == [{"rest": 3, "of": "十"}]


def test_a_connection_serves_the_next_read_until_its_server_closes_it(reading: Session) -> None:
    number = _NUMBER.rows(reading)
    assert _NUMBER.rows(reading) == number
    ask_another(reading_engine(), "SELECT pg_terminate_backend(:pid, 10000)", pid=number[0]["pid"])
    assert _NUMBER.rows(reading) != number
    with pytest.raises(OperationalError):
        _CLOSE.rows(reading)
    assert _REST.rows(reading, by=4) == [{"rest": 2, "of": "十"}]


def test_a_column_that_the_driver_alone_would_misread_is_refused() -> None:
    with pytest.raises(TypeError, match="color"):
        HotRead(select(cast(literal("red"), Enum(Color)).label("color")))
