"""What many tests begin with is made once by the real services, kept as rows, and laid down again in a moment.

Only in an empty market: what comes on top of something else is made anew. The rows are those of the first time, with its
ids and instants; it is made anew when the business date has changed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

from sqlalchemy import Connection, TextClause, text

from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as documents

T = TypeVar("T")
Rows = dict[str, dict[str, None]]
"""By table, its rows as JSON, in their order."""

_EMPTY = text("SELECT NOT EXISTS (SELECT 1 FROM organization) AND NOT EXISTS (SELECT 1 FROM audit_entry)")
_COLUMNS = text("""
SELECT c.relname, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'alembic_version' GROUP BY 1 ORDER BY 1
""")
_SEQUENCES = text(
    "SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = 'public'"
)


@dataclass(frozen=True)
class Laid:
    """What was made: its handles, the statements that lay it down again, and the files that its rows name by their SHA-256."""

    handles: Any
    now: datetime
    statements: str
    files: tuple[tuple[str, bytes], ...]


def laid_down(make: Callable[..., T]) -> Callable[..., T]:
    """Let a factory `make(uow, **facts)` do its work once for the same facts on one business date."""
    kept: dict[tuple[date, str], Laid] = {}

    @wraps(make)
    def given(uow: UnitOfWork, **facts: Any) -> T:
        uow.session.flush()
        connection = uow.session.connection()
        if not connection.execute(_EMPTY).scalar_one():
            return make(uow, **facts)
        about = uow.today, repr(sorted(facts.items()))
        if about not in kept:
            kept[about] = _made(make, uow, facts)
            return kept[about].handles  # type: ignore[no-any-return]
        laid = kept[about]
        for sha256, data in laid.files:
            path = documents.path_of(sha256)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        connection.exec_driver_sql(laid.statements, execution_options={"no_parameters": True})
        return _at(uow, laid, laid.handles)  # type: ignore[no-any-return]

    return given


def _made(make: Callable[..., T], uow: UnitOfWork, facts: dict[str, Any]) -> Laid:
    connection = uow.session.connection()
    before, counted = _rows(connection), _pairs(connection, _SEQUENCES)
    handles = make(uow, **facts)
    uow.session.flush()
    columns = _pairs(connection, _COLUMNS)
    statements = ["SET LOCAL session_replication_role = replica"]
    for table, rows in _rows(connection).items():
        new = rows
        if rows.keys() == before[table].keys():
            continue
        if before[table].keys() <= rows.keys():
            new = {row: None for row in rows if row not in before[table]}
        else:
            statements.append(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
        statements.append(
            f"INSERT INTO {table} ({columns[table]}) OVERRIDING SYSTEM VALUE SELECT {columns[table]}"  # noqa: S608
            f" FROM jsonb_populate_recordset(NULL::{table}, {_quoted('[' + ','.join(new) + ']')})"
        )
    for sequence, last in _pairs(connection, _SEQUENCES).items():
        if last != counted[sequence]:
            statements.append(f"SELECT setval('{sequence}', greatest({last}, last_value)) FROM {sequence}")  # noqa: S608
    statements.append("SET LOCAL session_replication_role = origin")
    shas = connection.execute(text("SELECT sha256 FROM stored_file")).scalars()
    files = tuple((sha256, documents.path_of(sha256).read_bytes()) for sha256 in shas)
    return Laid(handles, uow.now, ";\n".join(statements), files)


def _pairs(connection: Connection, statement: TextClause) -> dict[str, Any]:
    return {name: value for name, value in connection.execute(statement)}  # noqa: C416 - rows, not pairs


def _rows(connection: Connection) -> Rows:
    found: Rows = {table: {} for table in _pairs(connection, _COLUMNS)}
    every = " UNION ALL ".join(
        f"SELECT '{table}', to_jsonb(t)::text FROM {table} t"  # noqa: S608 - names of our own tables
        for table in found
    )
    for table, row in connection.execute(text(every)):
        found[table][row] = None
    return found


def _quoted(value: str) -> str:
    assert json.loads(value)
    return "'" + value.replace("'", "''") + "'"


def _at(uow: UnitOfWork, laid: Laid, handles: Any) -> Any:
    """The same handles, with every unit of work on the transaction of this test, and at its instant if it was at that of the first."""
    if isinstance(handles, UnitOfWork):
        now = uow.now if handles.now == laid.now else handles.now
        return replace(handles, session=uow.session, wall=uow.wall, now=now)
    if is_dataclass(handles) and not isinstance(handles, type):
        found = {
            each.name: _at(uow, laid, getattr(handles, each.name))
            for each in fields(handles)
            if is_dataclass(getattr(handles, each.name))
        }
        return replace(handles, **found)
    return handles
