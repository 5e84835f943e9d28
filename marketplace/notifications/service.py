"""Telling people, and noting that they have read."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, update

from marketplace.core.ids import new_id
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.notifications.models import Notification

_NOTIFY = (
    insert(Notification)
    .on_conflict_do_nothing(index_elements=["user_id", "source"])
    .execution_options(preserve_rowcount=True)
)


def notify(
    uow: UnitOfWork,
    *,
    user_ids: Iterable[UUID],
    template: str,
    params: dict[str, Any],
    link: str,
    source: str,
    organization_id: UUID | None = None,
) -> int:
    """Tell people something once: a repeat with the same `source` adds nothing. Returns how many were told."""
    rows = [
        {
            "id": new_id(), "version": 1, "created_at": uow.now, "user_id": user_id, "organization_id": organization_id,
            "source": source, "template": template, "params": params, "link": link, "at": uow.now, "read_at": None,
        }
        for user_id in dict.fromkeys(user_ids)
    ]  # fmt: skip
    return uow.session.connection().execute(_NOTIFY, rows).rowcount if rows else 0


def mark_read(uow: UnitOfWork, *, notification_id: UUID) -> None:
    """Note that the actor has read one of her messages; raises `NotFound` for any other."""
    statement = (
        update(Notification)
        .where(col(Notification.id) == notification_id, col(Notification.user_id) == uow.actor.user_id)
        .values(read_at=uow.now)
    )
    if not uow.session.connection().execute(statement).rowcount:
        raise NotFound(what="notification")


def mark_all_read(uow: UnitOfWork) -> None:
    """Note that the actor has read all her messages."""
    uow.session.connection().execute(
        update(Notification)
        .where(col(Notification.user_id) == uow.actor.user_id, col(Notification.read_at).is_(None))
        .values(read_at=uow.now)
    )
