"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter, Response

from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, handed_file, problems
from marketplace.documents.errors import FileDamaged
from marketplace.filings import queries, service
from marketplace.filings.errors import AmountsNeeded, FilingDateOutOfRange, PackIncomplete
from marketplace.filings.schemas import (
    FilingBrief,
    FilingState,
    FilingView,
    Registration,
    Submission,
)
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["filings"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


@router.get("/filings", responses=problems(SignInRequired), operation_id="list_filings")
def list_filings(
    uow: MemberUowDep,
    state: FilingState | None = None,
    contract: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[FilingBrief]:
    """What the contracts of one's own side have to be handed in for, nearest last day first."""
    return queries.list_filings(uow, state=state, contract_id=contract, page=page, size=size)


@router.get("/filings/counts", responses=problems(SignInRequired), operation_id="count_filings")
def count_filings(uow: MemberUowDep) -> dict[str, int]:
    """How many filings of one's own side stand in each state."""
    return queries.count_by_state(uow)


@router.get("/filings/{filing_id}", responses=problems(SignInRequired, NotFound), operation_id="get_filing")
def get_filing(filing_id: UUID, uow: MemberUowDep) -> FilingView:
    """A filing: its clock, the papers of its pack, what can be done now."""
    return queries.get_filing(uow, filing_id=filing_id)


@router.get(
    "/filings/{filing_id}/pack",
    responses=problems(SignInRequired, NotFound, FileDamaged) | {200: {"content": {"application/zip": {}}}},
    response_class=Response,
    operation_id="get_filing_pack",
)
def get_filing_pack(filing_id: UUID, uow: MemberUowDep) -> Response:
    """The pack as a zip: filled form, signed contract, list of papers."""
    name, data = queries.get_pack(uow, filing_id=filing_id)
    return handed_file(name, data, "application/zip")


@router.post(
    "/filings/{filing_id}/submit",
    responses=problems(*_WRITES, PackIncomplete, FilingDateOutOfRange),
    operation_id="submit_filing",
)
def submit_filing(filing_id: UUID, form: Submission, uow: MemberUowDep) -> FilingView:
    """Note that the pack was handed in."""
    return service.submit_filing(uow, filing_id=filing_id, submitted_on=form.submitted_on)


@router.post(
    "/filings/{filing_id}/register",
    responses=problems(*_WRITES, AmountsNeeded, FilingDateOutOfRange),
    operation_id="register_filing",
)
def register_filing(filing_id: UUID, form: Registration, uow: MemberUowDep) -> FilingView:
    """Enter the office's receipt."""
    return service.register_filing(uow, filing_id=filing_id, receipt=form)


@router.post("/filings/{filing_id}/return", responses=problems(*_WRITES), operation_id="return_filing")
def return_filing(filing_id: UUID, form: Because, uow: MemberUowDep) -> FilingView:
    """Note that the office gave the pack back for correction."""
    return service.return_filing(uow, filing_id=filing_id, reason=form.reason)


@router.post("/filings/{filing_id}/waive", responses=problems(*_WRITES), operation_id="waive_filing")
def waive_filing(filing_id: UUID, form: Because, uow: MemberUowDep) -> FilingView:
    """Note why nothing has to be filed."""
    return service.waive_filing(uow, filing_id=filing_id, reason=form.reason)
