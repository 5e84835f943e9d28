"""A promise about the whole product, and how it is looked at."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from workers.checks.violation import Violation

HOUR, DAY = 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Invariant:
    """A check by its name; `tables` hold the rows that it looks at, `every` is in seconds. Calling it runs the check."""

    name: str
    check: Callable[[Session], list[Violation]]
    tables: tuple[str, ...]
    every: int = HOUR

    def __call__(self, session: Session) -> list[Violation]:
        """Return what is wrong; an empty list when all is well."""
        return self.check(session)

    def rows_seen(self, session: Session) -> int:
        """Return how many rows the check looks at."""
        counted = " + ".join(f"(SELECT count(*) FROM {table})" for table in self.tables)  # noqa: S608 - names of our tables
        return int(session.connection().execute(text(f"SELECT {counted}")).scalar_one())
