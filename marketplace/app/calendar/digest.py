"""The message of the morning: what is late and what falls due within the week, once a day, only if there is something."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from marketplace.app.calendar.collecting import collect
from marketplace.core.actor import Actor
from marketplace.core.clock import SHANGHAI
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Locale
from marketplace.core.uow import UnitOfWork
from marketplace.identity import service as identity
from marketplace.notifications import service as notifications

MORNING_HOUR: Final = 8
WEEK: Final = timedelta(days=7)
NAMED: Final = 5
"""How many deadlines the message names; the rest is counted."""


def send_digests(uow: UnitOfWork, *, limit: int = 50) -> int:
    """Write to people who were not written to today, after eight in the morning (Shanghai); returns how many were looked at.

    A day of downtime is not made up for, because the next message holds what is still open.
    """
    if uow.now.astimezone(SHANGHAI).hour < MORNING_HOUR:
        return 0
    return identity.write_digests(uow, partial(_write_to, uow), limit=limit)


def _write_to(uow: UnitOfWork, actor: Actor) -> None:
    found = [
        deadline
        for deadline in collect(uow.as_actor(actor), until=uow.today + WEEK)
        if actor.belongs_to(deadline.responsible_id)
    ]
    if not found or actor.user_id is None:
        return
    late = sum(deadline.on < uow.today for deadline in found)
    notifications.notify(
        uow,
        user_ids=[actor.user_id],
        template="digest",
        params={
            "count": len(found),
            "late": late,
            "lines_zh": _lines(found, "zh-CN"),
            "lines_en": _lines(found, "en"),
        },
        link="/app/calendar",
        source=f"digest:{actor.organization_id}:{uow.today.isoformat()}",
        organization_id=actor.organization_id,
    )


def _lines(found: Sequence[Deadline], locale: Locale) -> str:
    named = [f"{d.on.isoformat()} {d.what.in_(locale)}（{d.title}）" for d in found[:NAMED]]
    return ("；" if locale == "zh-CN" else "; ").join(named)
