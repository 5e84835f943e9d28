"""A read that hot pages make: built once, and handed to the driver as it is.

Building a statement anew and unpacking its rows through the toolkit costs several times what the driver needs.
"""

from typing import Any

import psycopg
from psycopg.rows import dict_row
from sqlalchemy import Dialect, Select
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from marketplace.core.db import reading_engine

_PSYCOPG: Dialect = dialect()  # type: ignore[no-untyped-call]


class HotRead:
    """A statement as text, with the values it was written with. Each row comes as the driver gives it.

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
        if session.bind is reading_engine():
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
