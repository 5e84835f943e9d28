"""What a check of the books returns: an empty list, or one violation for each thing that is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken promise: which invariant, about what, and what is wrong with it."""

    invariant: str
    subject: str
    detail: str


def violations(session: Session, invariant: str, sql: str, **params: Any) -> list[Violation]:
    """Run a statement that returns `subject, detail` for each thing that is wrong."""
    rows: Iterable[Any] = session.connection().execute(text(sql), params)
    return [Violation(invariant, str(row.subject), str(row.detail)) for row in rows]


def suspects(session: Session, *statements: str) -> set[Any]:
    """Run statements over everything that return what may be wrong; empty when all is well, which is nearly always."""
    connection = session.connection()
    return {one for statement in statements for one in connection.execute(text(statement)).scalars()}
