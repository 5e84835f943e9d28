"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from marketplace.core.paging import Page
from marketplace.core.problems import (
    Forbidden,
    IllegalMove,
    InvalidInput,
    NotFound,
    SignInRequired,
    StaleVersion,
    VersionRequired,
)  # fmt: skip
from marketplace.core.web import PageNumber, PageSize, edited_version, problems
from marketplace.identity.entry import MemberUowDep, ReadingUowDep
from marketplace.needs import queries, service
from marketplace.needs.errors import DeadlinePassed, NeedIncomplete
from marketplace.needs.schemas import CloseNeed, NeedBrief, NeedDraft, NeedView

router = APIRouter(prefix="/api", tags=["needs"])
Version = Annotated[int, Depends(edited_version)]
Field = Annotated[str, Query(max_length=20, description="an industry or a track; empty for all")]
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/needs", operation_id="list_needs")
def list_needs(
    uow: ReadingUowDep, field: Field = "", page: PageNumber = 1, size: PageSize = 20
) -> Page[NeedBrief]:
    """The open needs, newest first."""
    return queries.list_open(uow, field=field, page=page, size=size)


@router.post(
    "/needs",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, InvalidInput),
    operation_id="create_need",
)
def create_need(draft: NeedDraft, uow: MemberUowDep) -> NeedView:
    """Create a draft for one's own firm."""
    return queries.get_need(uow, need_id=service.create_need(uow, draft=draft))


@router.get("/needs/own", responses=problems(SignInRequired), operation_id="list_own_needs")
def list_own_needs(uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20) -> Page[NeedBrief]:
    """The needs of one's own firm, latest change first."""
    return queries.list_own(uow, page=page, size=size)


@router.get("/needs/{need_id}", responses=problems(NotFound), operation_id="get_need")
def get_need(need_id: UUID, uow: ReadingUowDep) -> NeedView:
    """A whole need."""
    return queries.get_need(uow, need_id=need_id)


@router.put(
    "/needs/{need_id}",
    responses=problems(*_WRITES, InvalidInput, StaleVersion, VersionRequired, NeedIncomplete, DeadlinePassed),
    operation_id="revise_need",
)
def revise_need(need_id: UUID, draft: NeedDraft, version: Version, uow: MemberUowDep) -> NeedView:
    """Replace the content of a need of one's own firm."""
    return service.revise_need(uow, need_id=need_id, version=version, draft=draft)


@router.post(
    "/needs/{need_id}/publish",
    responses=problems(*_WRITES, NeedIncomplete, DeadlinePassed),
    operation_id="publish_need",
)
def publish_need(need_id: UUID, uow: MemberUowDep) -> NeedView:
    """Make a draft public."""
    return service.publish_need(uow, need_id=need_id)


@router.post("/needs/{need_id}/close", responses=problems(*_WRITES, InvalidInput), operation_id="close_need")
def close_need(need_id: UUID, form: CloseNeed, uow: MemberUowDep) -> NeedView:
    """End a need and say how."""
    return service.close_need(uow, need_id=need_id, outcome=form.outcome)
