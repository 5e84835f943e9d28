"""What many tests begin with is made once by the real services, kept as rows, and laid down again in a moment.

Only in an empty market, or on top of what was laid down there and nobody has touched. The rows are those of the first
time, with its ids and instants; they are made anew when the business date has changed.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, TextClause, text

from marketplace.core.uow import UnitOfWork
from marketplace.documents import queries as documents

T = TypeVar("T")
Rows = dict[str, dict[str, None]]
"""By table, its rows as JSON, in their order."""
Ground = tuple[object, ...]
"""What was made, upon what, by which facts."""
_GROUND: Final = "ground"

_EMPTY = text("SELECT NOT EXISTS (SELECT 1 FROM organization) AND NOT EXISTS (SELECT 1 FROM audit_entry)")
_WRITTEN = text(
    "SELECT sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid) + pg_stat_get_xact_tuples_deleted(oid))"
    " FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)
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


_kept: dict[Ground, Laid] = {}


def laid_down(make: Callable[..., T]) -> Callable[..., T]:
    """Let a factory do its work once for the same facts on the same ground.

    `make(uow, **facts)` begins in an empty market; `make(market, **facts)` on what another such factory has just made or
    laid down, its people at the same instants. On any other ground it is made anew.
    """

    @wraps(make)
    def given(base: Any, **facts: Any) -> T:
        uow: UnitOfWork = base if isinstance(base, UnitOfWork) else base.uow
        uow.session.flush()
        connection = uow.session.connection()
        ground = _ground(connection)
        comparable = not any(
            map(is_dataclass, facts.values())
        )  # a market given as a fact is another one each time
        if ground is None or not comparable:
            return make(base, **facts)
        about = (*ground, make.__qualname__, _instants(base), repr(sorted(facts.items())))
        if about not in _kept:
            _kept[about] = _made(lambda: make(base, **facts), uow)
        else:
            _lay(_kept[about], uow)
        connection.info[_GROUND] = about, _state(connection)
        return _at(uow, _kept[about], _kept[about].handles)  # type: ignore[no-any-return]

    return given


def _ground(connection: Connection) -> Ground | None:
    """Return what this transaction stands on, () in an empty market; None when anything was written since."""
    if connection.execute(_EMPTY).scalar_one():
        return ()
    about, state = connection.info.get(_GROUND, (None, None))
    return about if state == _state(connection) else None


def _state(connection: Connection) -> object:
    """Return which transaction this is, and how much it has written."""
    xid = connection.execute(text("SELECT pg_current_xact_id_if_assigned()::text")).scalar_one()
    return xid, rows_written(connection)


def rows_written(connection: Connection) -> int:
    """Return how many rows this transaction has written so far, undone ones included: far cheaper than looking at them."""
    return int(connection.execute(_WRITTEN).scalar_one())


def _instants(base: Any) -> object:
    """Return the business date of a unit of work, or the instants of all people of a market."""
    if isinstance(base, UnitOfWork):
        return base.today
    found = (getattr(base, each.name) for each in fields(base))
    return tuple(one.now for one in found if isinstance(one, UnitOfWork))


def _lay(laid: Laid, uow: UnitOfWork) -> None:
    for sha256, data in laid.files:
        path = documents.path_of(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    uow.session.connection().exec_driver_sql(laid.statements, execution_options={"no_parameters": True})
    uow.session.expire_all()


def _made(make: Callable[[], object], uow: UnitOfWork) -> Laid:
    connection = uow.session.connection()
    before = _rows(connection)
    handles = make()
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
        if last is not None:  # also where it did not move: what was made may stand on what was laid down
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
    """A copy of the handles, with every unit of work on the transaction of this test, and at its instant if it was at that of the first."""
    if isinstance(handles, UnitOfWork):
        now = uow.now if handles.now == laid.now else handles.now
        return replace(handles, session=uow.session, wall=uow.wall, now=now)
    if is_dataclass(handles) and not isinstance(handles, type):
        return replace(
            handles, **{each.name: _at(uow, laid, getattr(handles, each.name)) for each in fields(handles)}
        )
    return list(handles) if isinstance(handles, list) else handles
