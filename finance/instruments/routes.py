"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from finance.instruments import queries, service
from finance.instruments.errors import NothingNew, ProductExpired
from finance.instruments.schemas import InstrumentBrief, InstrumentDraft, InstrumentKind, InstrumentView
from finance.matching import Family
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

router = APIRouter(prefix="/api", tags=["instruments"])
Version = Annotated[int, Depends(edited_version)]
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


class WithdrawInstrument(BaseModel):
    """Why a product is taken off the market."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str = Field(min_length=4, max_length=400)


@router.get("/instruments", operation_id="list_instruments")
def list_instruments(
    *,
    uow: ReadingUowDep,
    family: Family | None = None,
    kind: InstrumentKind | None = None,
    q: Annotated[str, Query(max_length=60, description="words in name, summary or provider")] = "",
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[InstrumentBrief]:
    """The finance products in force; fund products only for signed-in firms and providers (domain h14)."""
    return queries.list_catalogue(uow, family=family, kind=kind or "", words=q, page=page, size=size)


@router.get("/instruments/own", responses=problems(SignInRequired), operation_id="list_own_instruments")
def list_own_instruments(uow: MemberUowDep) -> list[InstrumentView]:
    """The products of one's own organization in their latest version."""
    return queries.list_own(uow)


@router.get("/instruments/{instrument_id}", responses=problems(NotFound), operation_id="get_instrument")
def get_instrument(instrument_id: UUID, uow: ReadingUowDep) -> InstrumentView:
    """A whole product with its conditions, in the version in force."""
    return queries.get_instrument(uow, instrument_id=instrument_id)


@router.post(
    "/instruments",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, InvalidInput),
    operation_id="create_instrument",
)
def create_instrument(draft: InstrumentDraft, uow: MemberUowDep) -> InstrumentView:
    """Write the first version of a product."""
    instrument_id = service.create_instrument(uow, draft=draft)
    return queries.get_instrument(uow, instrument_id=instrument_id)


@router.put(
    "/instruments/{instrument_id}",
    responses=problems(*_WRITES, InvalidInput, StaleVersion, VersionRequired),
    operation_id="revise_instrument",
)
def revise_instrument(
    instrument_id: UUID, draft: InstrumentDraft, version: Version, uow: MemberUowDep
) -> InstrumentView:
    """Write the next version; If-Match carries `row_version`."""
    return service.revise_instrument(uow, instrument_id=instrument_id, version=version, draft=draft)


@router.post(
    "/instruments/{instrument_id}/publish",
    responses=problems(*_WRITES, ProductExpired, NothingNew),
    operation_id="publish_instrument",
)
def publish_instrument(instrument_id: UUID, uow: MemberUowDep) -> InstrumentView:
    """Put the latest version in force."""
    return service.publish_instrument(uow, instrument_id=instrument_id)


@router.post(
    "/instruments/{instrument_id}/withdraw",
    status_code=204,
    responses=problems(*_WRITES, InvalidInput),
    operation_id="withdraw_instrument",
)
def withdraw_instrument(instrument_id: UUID, form: WithdrawInstrument, uow: MemberUowDep) -> None:
    """Take a product off the market."""
    service.withdraw_instrument(uow, instrument_id=instrument_id, reason=form.reason)
