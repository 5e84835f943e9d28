"""Endpoints of the calendar."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from marketplace.app.calendar.collecting import AHEAD, FARTHEST, collect, link_of
from marketplace.app.calendar.feed import as_icalendar
from marketplace.app.calendar.views import CalendarItem, CalendarView, DigestChoice, FeedAddress
from marketplace.core.deadlines import Deadline
from marketplace.core.problems import NotFound, SignInRequired
from marketplace.core.settings import settings
from marketplace.core.uow import UnitOfWork
from marketplace.core.web import problems
from marketplace.identity import queries as identity, service as identity_service
from marketplace.identity.entry import MemberUowDep, UowDep

router = APIRouter(prefix="/api", tags=["calendar"])


@router.get("/calendar", responses=problems(SignInRequired), operation_id="get_calendar")
def get_calendar(uow: MemberUowDep, until: Annotated[date | None, Query()] = None) -> CalendarView:
    """Every deadline the reader may know of: by whom, since when, what follows; 90 days ahead unless said, 400 at most."""
    last = min(until or uow.today + AHEAD, uow.today + FARTHEST)
    subscribed, digest = identity.get_calendar_choices(uow)
    return CalendarView(
        today=uow.today,
        until=last,
        items=[_item(uow, deadline) for deadline in collect(uow, until=last)],
        subscribed=subscribed,
        digest=digest,
    )


def _item(uow: UnitOfWork, deadline: Deadline) -> CalendarItem:
    plain = deadline.model_dump(exclude={"what", "otherwise", "responsible_id"})
    return CalendarItem(
        **plain,
        what=deadline.what.in_(uow.locale),
        otherwise=deadline.otherwise.in_(uow.locale),
        days_left=(deadline.on - uow.today).days,
        mine=uow.actor.belongs_to(deadline.responsible_id),
        link=link_of(uow, deadline),
    )


@router.post(
    "/calendar/feed", status_code=201, responses=problems(SignInRequired), operation_id="open_calendar_feed"
)
def open_feed(uow: MemberUowDep) -> FeedAddress:
    """Get the secret address of one's calendar feed; an earlier address stops working."""
    token = identity_service.open_calendar(uow)
    return FeedAddress(url=f"{settings().address}/api/calendar/feed/{token}.ics")


@router.delete(
    "/calendar/feed", status_code=204, responses=problems(SignInRequired), operation_id="close_calendar_feed"
)
def close_feed(uow: MemberUowDep) -> None:
    """Stop the feed; whoever has the address sees nothing any more."""
    identity_service.close_calendar(uow)


@router.put(
    "/calendar/digest", status_code=204, responses=problems(SignInRequired), operation_id="choose_digest"
)
def choose_digest(choice: DigestChoice, uow: MemberUowDep) -> None:
    """Say whether to be written to in the morning."""
    identity_service.choose_digest(uow, wanted=choice.wanted)


@router.get(
    "/calendar/feed/{token}.ics",
    responses=problems(NotFound) | {200: {"content": {"text/calendar": {}}}},
    response_class=Response,
    operation_id="read_calendar_feed",
)
def read_feed(token: str, uow: UowDep) -> Response:
    """The feed as calendar programs read it, without a cookie: the secret in the address opens it and nothing else."""
    reader = identity.find_calendar_reader(uow, token=token)
    if reader is None:
        raise NotFound(what="calendar")
    actor, locale = reader
    theirs = uow.as_actor(actor, locale=locale)
    found = collect(theirs, until=uow.today + FARTHEST)
    links = [link_of(theirs, deadline) for deadline in found]
    return Response(
        as_icalendar(theirs, found, links),
        media_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, max-age=600", "Content-Disposition": 'inline; filename="xianyong.ics"'},
    )  # fmt: skip
