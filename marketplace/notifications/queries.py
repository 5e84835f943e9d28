"""Reads of the room: a person sees her own messages and nobody else's."""

from marketplace.core.paging import Page
from marketplace.core.uow import UnitOfWork
from marketplace.notifications.schemas import NotificationView
from marketplace.notifications.templates import TEMPLATES


def list_own(uow: UnitOfWork, *, page: int, size: int) -> Page[NotificationView]:
    """Return the actor's messages for her present organization, newest first."""
    rows = uow.rows(
        "SELECT id, template, params, link, at, read_at IS NOT NULL AS read, count(*) OVER () AS total FROM notification"
        " WHERE user_id = :me AND (organization_id IS NULL OR organization_id = :org)"
        " ORDER BY at DESC, id DESC LIMIT :size OFFSET :skip",
        me=uow.actor.user_id,
        org=uow.actor.organization_id,
        size=size,
        skip=size * (page - 1),
    )
    items = [
        NotificationView(
            **{key: row[key] for key in ("id", "template", "link", "at", "read")},
            title=TEMPLATES[row["template"]].title.in_(uow.locale, **row["params"]),
            body=TEMPLATES[row["template"]].body.in_(uow.locale, **row["params"]),
        )
        for row in rows
    ]
    return Page(items=items, total=rows[0]["total"] if rows else 0, page=page, size=size)


def count_unread(uow: UnitOfWork) -> int:
    """Return how many of the actor's messages wait."""
    rows = uow.rows(
        "SELECT count(*) AS n FROM notification WHERE user_id = :me AND read_at IS NULL"
        " AND (organization_id IS NULL OR organization_id = :org)",
        me=uow.actor.user_id,
        org=uow.actor.organization_id,
    )
    return int(rows[0]["n"])
