"""Work that has become due: rows are claimed, worked on together, and one that fails holds up nobody.

What fails together is tried one by one, each undone alone; a row that fails by itself is put aside with a pause that
grows, and the administrators see it. A lost connection or a lock that is not to be had is nobody's fault: that ends the
whole look, and the next one begins anew.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, exists, text
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.orm import Mapped
from sqlmodel import Field, SQLModel, col
from sqlmodel.sql.expression import SelectOfScalar

from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.tables import instant
from marketplace.core.uow import UnitOfWork
from marketplace.core.values import Shown

log = logging.getLogger("xianyong.due")

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
REASON_LENGTH = 2000


class Setback(SQLModel, table=True):
    """A row that a job could not finish, until when it is passed over, and why (搁置)."""

    __tablename__ = "setback"

    job: str = Field(primary_key=True)
    row_id: UUID = Field(primary_key=True)
    tries: int
    since_at: datetime = instant(nullable=False)
    until_at: datetime = instant(nullable=False)
    reason: str


class Keyed(Protocol):
    """A row with an id of its own."""

    id: UUID


M = TypeVar("M", bound=Keyed)
T = TypeVar("T")

_PUT_ASIDE = text("""
INSERT INTO setback (job, row_id, tries, since_at, until_at, reason)
VALUES (:job, :id, 1, :now, CAST(:now AS timestamptz) + CAST(:first AS interval), :reason)
ON CONFLICT (job, row_id) DO UPDATE SET tries = setback.tries + 1, reason = excluded.reason,
  until_at = CAST(:now AS timestamptz) + least(CAST(:longest AS interval), CAST(:first AS interval) * power(2, least(setback.tries, 20)))
""")
_OVERCOME = text("DELETE FROM setback WHERE job = :job AND row_id = ANY(:ids)")


def each_due(
    uow: UnitOfWork, job: str, due: SelectOfScalar[M], act: Callable[[M], object], *, limit: int
) -> int:
    """Claim due rows in the order of `due`, at most `limit`, and act on each; returns how many were done.

    `act` returns False for a row that it leaves to somebody else: those count as not done.
    """
    return all_due(uow, job, due, lambda rows: sum(act(row) is not False for row in rows), limit=limit)


def all_due(
    uow: UnitOfWork, job: str, due: SelectOfScalar[M], act: Callable[[Sequence[M]], int], *, limit: int
) -> int:
    """Claim due rows in the order of `due`, at most `limit`, and act on them together; returns how many were done.

    Rows are locked with SKIP LOCKED; those that are put aside are passed over. Where `act` did nothing with any of them, the
    next ones are looked at: what is left to somebody else must not hide what comes after it.
    """
    model: Any = due.column_descriptions[0]["entity"]
    due = due.where(not_put_aside(uow, job, col(model.id))).limit(limit)
    while rows := uow.session.exec(due.with_for_update(skip_locked=True, of=model)).all():
        if done := work_off(uow, job, rows, act):
            return done
        due = due.where(col(model.id).not_in([row.id for row in rows]))
    return 0


def not_put_aside(uow: UnitOfWork, job: str, key: Mapped[UUID]) -> ColumnElement[bool]:
    """The condition that the row with this key may be tried now by a job."""
    return ~exists().where(
        col(Setback.job) == job, col(Setback.row_id) == key, col(Setback.until_at) > uow.wall
    )


def work_off(
    uow: UnitOfWork,
    job: str,
    things: Sequence[T],
    act: Callable[[Sequence[T]], int],
    *,
    key: Callable[[T], UUID] = attrgetter("id"),
) -> int:
    """Act on claimed things together, or one by one where that fails; returns how many were done or put aside."""
    if not things:
        return 0
    ids = [key(thing) for thing in things]
    together = _tried(uow, act, things)
    if not isinstance(together, Exception):
        uow.session.connection().execute(_OVERCOME, {"job": job, "ids": ids})
        return together
    done = 0
    for thing, row_id in zip(things, ids, strict=True):
        alone = _tried(uow, act, [thing]) if len(things) > 1 else together
        if isinstance(alone, Exception):
            log.error("%s: %s is put aside", job, row_id, exc_info=alone)
            _put_aside(uow, job, row_id, alone)
            done += 1
        else:
            uow.session.connection().execute(_OVERCOME, {"job": job, "ids": [row_id]})
            done += alone
    return done


def _tried(uow: UnitOfWork, act: Callable[[Sequence[T]], int], things: Sequence[T]) -> int | Exception:
    try:
        with uow.session.begin_nested():
            done = act(things)
            uow.session.flush()
            return done
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever one row raises must not stop the others; it is put on record
        return error


def _put_aside(uow: UnitOfWork, job: str, row_id: UUID, error: Exception) -> None:
    facts = {
        "job": job, "id": row_id, "now": uow.wall, "first": FIRST_PAUSE, "longest": LONGEST_PAUSE,
        "reason": f"{type(error).__name__}: {error}"[:REASON_LENGTH],
    }  # fmt: skip
    uow.session.connection().execute(_PUT_ASIDE, facts)


class SetbackView(Shown):
    """What is put aside: the job, the row, how often it failed since when, and when it is tried again."""

    job: str
    row_id: UUID
    tries: int
    since_at: datetime
    until_at: datetime
    reason: str


NO_LONGER_DUE = timedelta(hours=1)
"""What was not tried again for so long after its pause is not due any more: somebody else saw to it."""


def list_setbacks(uow: UnitOfWork, *, page: int, size: int) -> Page[SetbackView]:
    """Return what is put aside, the longest first; access is the caller's to decide."""
    rows = uow.rows(
        "SELECT job, row_id, tries, since_at, until_at, reason, count(*) OVER () AS total FROM setback"
        " WHERE until_at > :since ORDER BY since_at, job, row_id LIMIT :size OFFSET :skip",
        since=uow.wall - NO_LONGER_DUE, size=size, skip=size * (page - 1),
    )  # fmt: skip
    return paged(rows, SetbackView.model_validate, page=page, size=size)


def try_again(uow: UnitOfWork, *, job: str, row_id: UUID) -> None:
    """Let a job try at its next look what it has put aside. Raises `NotFound`; access is the caller's to decide."""
    row = uow.session.get(Setback, (job, row_id), with_for_update=True)
    if row is None:
        raise NotFound(what="setback")
    row.until_at = uow.wall
    uow.audit("setback.tried_again", "setback", row_id, job=job)
    uow.session.flush()
