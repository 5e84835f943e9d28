"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response, UploadFile

from marketplace.core.paging import Page
from marketplace.core.policy import require
from marketplace.core.problems import (
    Forbidden,
    IllegalMove,
    InvalidInput,
    NotFound,
    SignInRequired,
    StaleVersion,
    TooLarge,
    VersionRequired,
)  # fmt: skip
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, edited_version, handed_file, problems
from marketplace.identity.entry import HotRoute, MemberUowDep, ReadingUowDep, UowDep
from marketplace.listings import holdings, import_queries, policy, queries, service, spreadsheet
from marketplace.listings.errors import (
    FileNotReadable,
    HeadersNotFound,
    HoldersMustConsent,
    HolderTermsChanged,
    ListingIncomplete,
    MergedCells,
    NoticeNeeded,
    NoticeStillRunning,
    ObjectionOpen,
    OwnSubmission,
    RightLapsed,
    TooManyRows,
    UndoTooLate,
)
from marketplace.listings.schemas import (
    DISCOUNT_LIMIT_BPS,
    SALES_LIMIT_MINOR,
    GiveConsent,
    HistoryStep,
    HolderSet,
    HolderView,
    HoldingView,
    ImportBrief,
    ImportView,
    ListingBrief,
    ListingDraft,
    ListingState,
    ListingView,
    MendRow,
    MissingPart,
    NoticePeriod,
    NoticeView,
    ObjectionDraft,
    ObjectionView,
    SettleObjection,
    Supposed,
)  # fmt: skip
from marketplace.terms import Comparison, Simulation

router = APIRouter(prefix="/api", tags=["listings"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Version = Annotated[int, Depends(edited_version)]
YearlySales = Annotated[
    list[int],
    Query(min_length=1, max_length=10, description="expected sales of each year in fen, first year first"),
]
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/listings/own", responses=problems(SignInRequired), operation_id="list_own_listings")
def list_own_listings(
    uow: MemberUowDep, state: ListingState | None = None, page: PageNumber = 1, size: PageSize = 20
) -> Page[ListingBrief]:
    """The listings of one's own university, latest change first."""
    return queries.list_own(uow, state=state or "", page=page, size=size)


@router.get("/listings/counts", responses=problems(SignInRequired), operation_id="count_own_listings")
def count_own_listings(uow: MemberUowDep) -> dict[str, int]:
    """How many of one's own university's listings stand in each state."""
    return queries.count_by_state(uow, university_id=uow.actor.organization_id)


def get_listing(listing_id: UUID, uow: ReadingUowDep) -> Response:
    """A whole listing."""
    return Response(queries.listing_as_json(uow, listing_id=listing_id), media_type="application/json")


router.add_api_route(
    "/listings/{listing_id}",
    get_listing,
    response_model=ListingView,
    responses=problems(NotFound),
    operation_id="get_listing",
    route_class_override=HotRoute,
)


@router.post(
    "/listings",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, InvalidInput),
    operation_id="create_listing",
)
def create_listing(draft: ListingDraft, uow: MemberUowDep) -> ListingView:
    """Create a draft for one's own university."""
    listing_id = service.create_listing(uow, draft=draft)
    return queries.get_listing(uow, listing_id=listing_id)


@router.get("/notices", operation_id="list_notices")
def list_notices(
    uow: ReadingUowDep,
    *,
    own: Annotated[bool, Query(description="only those of one's own university")] = False,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[NoticeView]:
    """The public notice board 公示栏."""
    return queries.list_notices(uow, own=own, page=page, size=size)


@router.get("/notice-period", operation_id="get_notice_period")
def get_notice_period(uow: ReadingUowDep) -> NoticePeriod:
    """First and last day of a notice that is started today."""
    return service.get_notice_period(uow)


@router.get(
    "/listings/{listing_id}/simulation",
    responses=problems(NotFound, InvalidInput),
    operation_id="simulate_listing",
)
def simulate_listing(listing_id: UUID, sales_minor: YearlySales, uow: ReadingUowDep) -> Simulation | None:
    """What the licence would cost for these yearly sales; null when the price is negotiable."""
    return queries.get_simulation(uow, listing_id=listing_id, sales_minor=sales_minor)


@router.get(
    "/listings/{listing_id}/comparison",
    responses=problems(NotFound, InvalidInput),
    operation_id="compare_ways_to_listing",
)
def compare_ways_to_listing(
    *,
    listing_id: UUID,
    sales_minor: YearlySales,
    uow: ReadingUowDep,
    discount_bps: Annotated[int | None, Query(ge=0, le=DISCOUNT_LIMIT_BPS)] = None,
    profit_margin_bps: Annotated[int | None, Query(ge=0, le=10_000)] = None,
    unit_price_minor: Annotated[int | None, Query(ge=1, le=SALES_LIMIT_MINOR)] = None,
) -> Comparison | None:
    """Using first, buying outright and an ordinary licence for these yearly sales; null when the price is negotiable."""
    supposed = Supposed(
        discount_bps=discount_bps, profit_margin_bps=profit_margin_bps, unit_price_minor=unit_price_minor
    )
    return queries.compare_ways(uow, queries.get_listing(uow, listing_id=listing_id), sales_minor, supposed)


@router.get(
    "/listings/{listing_id}/history",
    responses=problems(NotFound, SignInRequired),
    operation_id="list_listing_history",
)
def list_listing_history(listing_id: UUID, uow: MemberUowDep) -> list[HistoryStep]:
    """The steps of a listing of one's own university, in order."""
    return queries.list_history(uow, listing_id=listing_id)


@router.get(
    "/listings/{listing_id}/missing",
    responses=problems(NotFound, SignInRequired),
    operation_id="list_missing_parts",
)
def list_missing_parts(listing_id: UUID, uow: MemberUowDep) -> list[MissingPart]:
    """What a listing of one's own university still needs before it can be submitted."""
    return service.list_missing_parts(uow, listing_id=listing_id)


@router.put(
    "/listings/{listing_id}",
    responses=problems(*_WRITES, InvalidInput, StaleVersion, VersionRequired),
    operation_id="revise_listing",
)
def revise_listing(listing_id: UUID, draft: ListingDraft, version: Version, uow: MemberUowDep) -> ListingView:
    """Replace the content of a draft."""
    return service.revise_listing(uow, listing_id=listing_id, version=version, draft=draft)


@router.post(
    "/listings/{listing_id}/submit",
    responses=problems(*_WRITES, ListingIncomplete, RightLapsed),
    operation_id="submit_listing",
)
def submit_listing(listing_id: UUID, uow: MemberUowDep) -> ListingView:
    """Hand a draft to the approver."""
    return service.submit_listing(uow, listing_id=listing_id)


@router.post(
    "/listings/{listing_id}/approve",
    responses=problems(*_WRITES, OwnSubmission, RightLapsed),
    operation_id="approve_listing",
)
def approve_listing(listing_id: UUID, uow: MemberUowDep) -> ListingView:
    """Approve a submission of somebody else."""
    return service.approve_listing(uow, listing_id=listing_id)


@router.post(
    "/listings/{listing_id}/return", responses=problems(*_WRITES, InvalidInput), operation_id="return_listing"
)
def return_listing(listing_id: UUID, form: Because, uow: MemberUowDep) -> ListingView:
    """Send a submission back with a reason."""
    return service.return_listing(uow, listing_id=listing_id, reason=form.reason)


@router.post("/listings/{listing_id}/notice", responses=problems(*_WRITES), operation_id="start_notice")
def start_notice(listing_id: UUID, uow: MemberUowDep) -> ListingView:
    """Put name and price on public notice."""
    return service.start_notice(uow, listing_id=listing_id)


@router.post(
    "/listings/{listing_id}/publish",
    responses=problems(
        *_WRITES, NoticeNeeded, NoticeStillRunning, ObjectionOpen, RightLapsed, HoldersMustConsent
    ),
    operation_id="publish_listing",
)
def publish_listing(listing_id: UUID, uow: MemberUowDep) -> ListingView:
    """Open a listing."""
    return service.publish_listing(uow, listing_id=listing_id)


@router.post(
    "/listings/{listing_id}/withdraw",
    status_code=204,
    responses=problems(*_WRITES),
    operation_id="withdraw_listing",
)
def withdraw_listing(listing_id: UUID, form: Because, uow: MemberUowDep) -> None:
    """Take a listing back."""
    service.withdraw_listing(uow, listing_id=listing_id, reason=form.reason)


@router.post(
    "/listings/{listing_id}/confirm",
    status_code=204,
    responses=problems(*_WRITES, RightLapsed),
    operation_id="confirm_listing",
)
def confirm_listing(listing_id: UUID, uow: MemberUowDep) -> None:
    """Say that rights and contact still hold."""
    service.confirm_listing(uow, listing_id=listing_id)


@router.post(
    "/notices/{listing_id}/objections",
    status_code=204,
    responses=problems(NotFound, InvalidInput),
    operation_id="raise_objection",
)
def raise_objection(listing_id: UUID, draft: ObjectionDraft, uow: UowDep) -> None:
    """Object to a price on notice, by name; anybody may."""
    service.raise_objection(uow, listing_id=listing_id, draft=draft)


@router.get(
    "/listings/{listing_id}/objections",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="list_objections",
)
def list_objections(listing_id: UUID, uow: MemberUowDep) -> list[ObjectionView]:
    """The objections against a listing of one's own university."""
    return queries.list_objections(uow, listing_id=listing_id)


@router.post(
    "/listings/{listing_id}/objections/{objection_id}/settle",
    responses=problems(*_WRITES, InvalidInput),
    operation_id="settle_objection",
)
def settle_objection(
    listing_id: UUID, objection_id: UUID, form: SettleObjection, uow: MemberUowDep
) -> ListingView:
    """Answer an objection."""
    return service.settle_objection(
        uow, listing_id=listing_id, objection_id=objection_id, upheld=form.upheld, resolution=form.resolution
    )


@router.get("/listing-imports/template", operation_id="get_import_template", response_class=Response)
def get_import_template(uow: MemberUowDep) -> Response:
    """The spreadsheet to fill in."""
    require(policy.can_create(uow.actor))
    return handed_file("成果导入模板.xlsx", spreadsheet.template(), XLSX)


@router.post(
    "/listing-imports",
    status_code=201,
    responses=problems(
        SignInRequired, Forbidden, TooLarge, FileNotReadable, HeadersNotFound, MergedCells, TooManyRows
    ),
    operation_id="read_import",
)
def read_import(file: UploadFile, uow: MemberUowDep) -> ImportView:
    """Read a spreadsheet and say row by row what is wrong. Lists nothing yet."""
    content = file.file.read(spreadsheet.SIZE_LIMIT_MB * 1024 * 1024 + 1)
    return service.read_import(uow, content=content, file_name=file.filename or "")


@router.get("/listing-imports", responses=problems(SignInRequired, Forbidden), operation_id="list_imports")
def list_imports(uow: MemberUowDep) -> list[ImportBrief]:
    """The latest imports of one's own university, newest first."""
    return import_queries.list_imports(uow)


@router.get(
    "/listing-imports/{batch_id}", responses=problems(SignInRequired, NotFound), operation_id="get_import"
)
def get_import(batch_id: UUID, uow: MemberUowDep) -> ImportView:
    """An import of one's own university, to go on with."""
    return import_queries.get_import(uow, batch_id=batch_id)


@router.put(
    "/listing-imports/{batch_id}/rows/{row_number}",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    operation_id="mend_import_row",
)
def mend_import_row(batch_id: UUID, row_number: int, form: MendRow, uow: MemberUowDep) -> ImportView:
    """Correct a row in place."""
    return service.mend_row(uow, batch_id=batch_id, row_number=row_number, cells=form.cells)


@router.post(
    "/listing-imports/{batch_id}/commit",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="commit_import",
)
def commit_import(batch_id: UUID, uow: MemberUowDep) -> ImportView:
    """Make drafts of all rows that are right."""
    return service.commit_import(uow, batch_id=batch_id)


@router.post(
    "/listing-imports/{batch_id}/undo",
    responses=problems(SignInRequired, Forbidden, NotFound, UndoTooLate),
    operation_id="undo_import",
)
def undo_import(batch_id: UUID, uow: MemberUowDep) -> ImportView:
    """Withdraw the drafts of an import within a day."""
    return service.undo_import(uow, batch_id=batch_id)


@router.get(
    "/listings/{listing_id}/holders",
    responses=problems(SignInRequired, NotFound),
    operation_id="list_listing_holders",
)
def list_listing_holders(listing_id: UUID, uow: MemberUowDep) -> list[HolderView]:
    """The right holders of a listing with their shares and consents, for its university and the co-owners."""
    return holdings.list_shared(uow, listing_id=listing_id)


@router.put(
    "/listings/{listing_id}/holders",
    responses=problems(*_WRITES, InvalidInput),
    operation_id="set_listing_holders",
)
def set_listing_holders(listing_id: UUID, form: HolderSet, uow: MemberUowDep) -> list[HolderView]:
    """Name the registered co-owners of a draft and their shares; the university keeps the rest."""
    return service.set_holders(uow, listing_id=listing_id, holders=form.holders)


@router.get("/holdings", responses=problems(SignInRequired), operation_id="list_holdings")
def list_holdings(uow: MemberUowDep) -> list[HoldingView]:
    """The listings in whose rights one's own organization holds a share."""
    return holdings.list_holdings(uow)


@router.post(
    "/holdings/{listing_id}/consent",
    responses=problems(*_WRITES, HolderTermsChanged),
    operation_id="consent_to_listing",
)
def consent_to_listing(listing_id: UUID, form: GiveConsent, uow: MemberUowDep) -> HoldingView:
    """Consent as a co-owner to exactly the terms shown."""
    return service.consent_to_listing(uow, listing_id=listing_id, terms_hash=form.terms_hash)
