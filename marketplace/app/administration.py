"""The administrators' desk: is everything alive, move the demo's date, give what is parked or put aside another try."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from marketplace.core import due
from marketplace.core.db import engine
from marketplace.core.due import SetbackView
from marketplace.core.outbox import OutboxDelivery
from marketplace.core.paging import Page, paged
from marketplace.core.policy import ALLOW, Decision, deny, require
from marketplace.core.problems import Forbidden, InvalidInput, NotFound, SignInRequired, TryLater
from marketplace.core.settings import settings
from marketplace.core.uow import ClockShift, UnitOfWork
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.events.administration import ClockMoved
from marketplace.identity.entry import MemberUowDep
from search.indexing import can_search

router = APIRouter(prefix="/api", tags=["administration"])
LONGEST_STEP_DAYS = 400


class ClockView(BaseModel):
    """The demo's calendar: its date, and by how many days it runs ahead."""

    model_config = ConfigDict(frozen=True)

    today: date
    shifted_days: int


class MoveClock(BaseModel):
    """Days to move the date forward; time does not run backwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    days: Annotated[int, Field(ge=1, le=LONGEST_STEP_DAYS)]


class ParkedDelivery(BaseModel):
    """An announcement that a handler could not take after all its tries."""

    model_config = ConfigDict(frozen=True)

    id: UUID
    event: str
    handler: str
    subject: str
    attempts: int
    occurred_at: datetime
    last_error: str | None


@router.get("/admin/clock", responses=problems(SignInRequired, NotFound), operation_id="get_clock")
def get_clock(uow: MemberUowDep) -> ClockView:
    """The date the demo lives in; there is no such page in production."""
    _demo_only()
    row = uow.session.get(ClockShift, 1)
    return ClockView(today=uow.today, shifted_days=row.days if row else 0)


@router.post(
    "/admin/clock",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    operation_id="move_clock",
)
def move_clock(form: MoveClock, uow: MemberUowDep) -> ClockView:
    """Move the demo's date forward; what has become due happens within seconds."""
    _demo_only()
    require(_may(uow, "clock.move"))
    row = uow.session.get(ClockShift, 1, with_for_update=True)
    if row is None:
        row = ClockShift(id=1, days=0)
        uow.session.add(row)
    row.days += form.days
    uow.audit("clock.moved", "clock", None, days=form.days)
    uow.session.flush()
    moved = date.fromordinal(uow.today.toordinal() + form.days)
    uow.publish(ClockMoved(today=moved))
    return ClockView(today=moved, shifted_days=row.days)


@router.get(
    "/admin/deliveries", responses=problems(SignInRequired, Forbidden), operation_id="list_parked_deliveries"
)
def list_parked_deliveries(
    uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20
) -> Page[ParkedDelivery]:
    """The announcements that wait for somebody to look."""
    require(_may(uow, "inbox.replay"))
    rows = uow.rows(
        "SELECT d.id, e.name AS event, d.handler, d.subject, d.attempts, e.occurred_at, d.last_error, count(*) OVER () AS total"
        " FROM outbox_delivery d JOIN outbox_event e ON e.id = d.event_id WHERE d.state = 'parked'"
        " ORDER BY d.seq, d.handler LIMIT :size OFFSET :skip",
        size=size,
        skip=size * (page - 1),
    )
    return paged(rows, ParkedDelivery.model_validate, page=page, size=size)


@router.post(
    "/admin/deliveries/{delivery_id}/replay",
    status_code=204,
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="replay_delivery",
)
def replay_delivery(delivery_id: UUID, uow: MemberUowDep) -> None:
    """Give a parked announcement a new set of tries."""
    require(_may(uow, "inbox.replay"))
    delivery = uow.session.get(OutboxDelivery, delivery_id, with_for_update=True)
    if delivery is None or delivery.state != "parked":
        raise NotFound(what="delivery")
    delivery.state, delivery.attempts, delivery.deaths, delivery.next_at = "pending", 0, 0, uow.wall
    uow.audit("delivery.replayed", "outbox_delivery", delivery_id, handler=delivery.handler)


@router.get("/admin/setbacks", responses=problems(SignInRequired, Forbidden), operation_id="list_setbacks")
def list_setbacks(uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20) -> Page[SetbackView]:
    """What the clocks have put aside because it fails, while everything else goes on."""
    require(_may(uow, "inbox.replay"))
    return due.list_setbacks(uow, page=page, size=size)


@router.post(
    "/admin/setbacks/{job}/{row_id}/try",
    status_code=204,
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="try_setback_again",
)
def try_setback_again(job: str, row_id: UUID, uow: MemberUowDep) -> None:
    """Let a clock try at its next look what it has put aside."""
    require(_may(uow, "inbox.replay"))
    due.try_again(uow, job=job, row_id=row_id)


class Health(BaseModel):
    """Alive, and which parts answer. Degraded: search is away, pages show the newest results instead."""

    status: Literal["ok", "degraded"]
    database: bool
    search: bool


@router.get("/healthz", include_in_schema=False)
def healthz() -> dict[str, str]:
    """The process is alive; depends on nothing."""
    return {"status": "ok"}


@router.get("/readyz", responses=problems(TryLater), operation_id="get_readiness")
def readyz() -> Health:
    """The database answers, 503 while it does not; without search the product is degraded, and serves."""
    try:
        with engine().connect() as connection:
            connection.execute(text("SELECT 1 FROM organization LIMIT 1"))
    except SQLAlchemyError as error:
        raise TryLater from error
    found = can_search()
    return Health(status="ok" if found else "degraded", database=True, search=found)


def _demo_only() -> None:
    if not settings().demo_clock:
        raise NotFound(what="page")


def _may(uow: UnitOfWork, permission: str) -> Decision:
    return ALLOW if uow.actor.may(permission) else deny(permission)
