"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from marketplace.core.paging import Page
from marketplace.core.problems import NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep
from marketplace.notifications import queries, service
from marketplace.notifications.schemas import NotificationView, UnreadCount

router = APIRouter(prefix="/api", tags=["notifications"])


@router.get("/notifications", responses=problems(SignInRequired), operation_id="list_notifications")
def list_notifications(
    uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20
) -> Page[NotificationView]:
    """One's own messages, newest first."""
    return queries.list_own(uow, page=page, size=size)


@router.get(
    "/notifications/unread", responses=problems(SignInRequired), operation_id="count_unread_notifications"
)
def count_unread_notifications(uow: MemberUowDep) -> UnreadCount:
    """How many messages wait."""
    return UnreadCount(unread=queries.count_unread(uow))


@router.post(
    "/notifications/{notification_id}/read",
    status_code=204,
    responses=problems(SignInRequired, NotFound),
    operation_id="read_notification",
)
def read_notification(notification_id: UUID, uow: MemberUowDep) -> None:
    """Note that a message was read."""
    service.mark_read(uow, notification_id=notification_id)


@router.post(
    "/notifications/read-all",
    status_code=204,
    responses=problems(SignInRequired),
    operation_id="read_all_notifications",
)
def read_all_notifications(uow: MemberUowDep) -> None:
    """Note that all messages were read."""
    service.mark_all_read(uow)
