"""Endpoints of closing months."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Response

from finance.closings import papers, queries, service
from finance.closings.errors import (
    ClosingUnderWay,
    LaterMonthClosed,
    MonthNotReady,
    OwnClosing,
    month_not_found,
)
from finance.closings.schemas import ClosingView, Month, MonthDetail, MonthList, NewClosing, PaperFormat
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.values import Because
from marketplace.core.web import handed_file, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api/closings", tags=["closings"])
_READS = (SignInRequired, Forbidden)
_WRITES = (*_READS, NotFound, IllegalMove)
_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {media: {} for media in papers.MEDIA.values()}}}


@router.get("", responses=problems(*_READS), operation_id="list_months")
def list_months(uow: MemberUowDep) -> MonthList:
    """The months of one's book and which of them are closed, latest first."""
    return queries.list_months(uow)


@router.post(
    "",
    responses=problems(*_READS, InvalidInput, NotFound, MonthNotReady, ClosingUnderWay),
    status_code=201,
    operation_id="ask_to_close",
)
def ask_to_close(form: NewClosing, uow: MemberUowDep) -> ClosingView:
    """Ask to close a month; a second person does it."""
    return service.ask_to_close(uow, month=queries.month_of(form.month))


@router.get("/months/{month}", responses=problems(*_READS, InvalidInput, NotFound), operation_id="get_month")
def get_month(month: Annotated[Month, Path()], uow: MemberUowDep) -> MonthDetail:
    """A month: what stands in the way of closing it, and its closings."""
    return queries.get_month(uow, month=queries.month_of(month))


@router.post(
    "/{closing_id}/close",
    responses=problems(*_WRITES, OwnClosing, MonthNotReady),
    operation_id="close_month",
)
def close_month(closing_id: UUID, uow: MemberUowDep) -> ClosingView:
    """Agree as a second person: the month is closed, and what it came to is kept."""
    return service.close_month(uow, closing_id=closing_id)


@router.post(
    "/{closing_id}/decline",
    responses=problems(*_WRITES, InvalidInput, OwnClosing),
    operation_id="decline_closing",
)
def decline_closing(closing_id: UUID, form: Because, uow: MemberUowDep) -> ClosingView:
    """Do not close it, and say why."""
    return service.decline_closing(uow, closing_id=closing_id, reason=form.reason)


@router.post("/{closing_id}/withdraw", responses=problems(*_WRITES), operation_id="withdraw_closing")
def withdraw_closing(closing_id: UUID, uow: MemberUowDep) -> ClosingView:
    """Take it back before it was decided."""
    return service.withdraw_closing(uow, closing_id=closing_id)


@router.post(
    "/{closing_id}/ask-reopening",
    responses=problems(*_WRITES, InvalidInput, LaterMonthClosed),
    operation_id="ask_to_reopen",
)
def ask_to_reopen(closing_id: UUID, form: Because, uow: MemberUowDep) -> ClosingView:
    """Ask to open a closed month again, with a reason; a second person does it."""
    return service.ask_to_reopen(uow, closing_id=closing_id, reason=form.reason)


@router.post(
    "/{closing_id}/reopen",
    responses=problems(*_WRITES, OwnClosing, LaterMonthClosed),
    operation_id="reopen_month",
)
def reopen_month(closing_id: UUID, uow: MemberUowDep) -> ClosingView:
    """Open a month again as a second person."""
    return service.reopen_month(uow, closing_id=closing_id)


@router.post("/{closing_id}/keep", responses=problems(*_WRITES), operation_id="keep_closed")
def keep_closed(closing_id: UUID, uow: MemberUowDep) -> ClosingView:
    """Let it stay closed."""
    return service.keep_closed(uow, closing_id=closing_id)


@router.get(
    "/{closing_id}/file",
    responses=problems(*_READS, NotFound) | _FILE,
    response_class=Response,
    operation_id="get_closing_file",
)
def get_closing_file(closing_id: UUID, uow: MemberUowDep, form: PaperFormat = PaperFormat.PDF) -> Response:
    """What was kept of a closed month, as a file."""
    closing = queries.get_closing(uow, closing_id=closing_id)
    if closing.closed_at is None:
        raise month_not_found()
    name = f"{papers.TITLE.in_(uow.locale)}-{closing.month}.{form.value}"
    return handed_file(name, papers.write_paper(uow, closing, form), papers.MEDIA[form])
