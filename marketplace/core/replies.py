"""Reply clocks: who is late is told once, and how somebody answers is counted the same way everywhere."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from statistics import median
from typing import Any, NamedTuple, Protocol, TypeVar
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.due import each_due
from marketplace.core.money import BPS
from marketplace.core.uow import UnitOfWork


class Reply(NamedTuple):
    """Something asked with a clock: its last day, and when and after how many working days it was answered, if it was."""

    due_on: date
    answered_on: date | None
    workdays: int | None


class ReplyRecord(NamedTuple):
    """What replies come to: how many, the share answered by their last day in bps, the median working days of the answered."""

    replies: int
    in_time_bps: int
    median_workdays: float | None


def record_of(replies: Iterable[Reply], *, least: int) -> ReplyRecord | None:
    """Count replies; None below `least` of them (1 or more), because a few would tell about single askers."""
    found = list(replies)
    if len(found) < least:
        return None
    in_time = sum(reply.answered_on is not None and reply.answered_on <= reply.due_on for reply in found)
    taken = [reply.workdays for reply in found if reply.workdays is not None]
    return ReplyRecord(len(found), in_time * BPS // len(found), median(taken) if taken else None)


class Clocked(Protocol):
    """A row that waits for an answer by a day."""

    id: UUID
    state: Any
    reply_due_on: date | None
    overdue_told_at: datetime | None


C = TypeVar("C", bound=Clocked)


def tell_overdue(
    uow: UnitOfWork,
    job: str,
    model: type[C],
    states: Sequence[str],
    announce: Callable[[C], object],
    *,
    limit: int,
) -> int:
    """Announce once each row in one of `states` whose reply clock ran out before today, earliest first; returns how many."""
    due = (
        select(model)
        .where(
            col(model.state).in_(states),
            col(model.reply_due_on) < uow.today,
            col(model.overdue_told_at).is_(None),
        )
        .order_by(col(model.reply_due_on), col(model.id))
    )

    def tell(row: C) -> None:
        row.overdue_told_at = uow.now
        announce(row)

    return each_due(uow, job, due, tell, limit=limit)
