"""Endpoints of the room: the only way to its files."""

from typing import Literal
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Response, UploadFile

from marketplace.core.paging import Page
from marketplace.core.problems import (
    Forbidden,
    IllegalMove,
    InvalidInput,
    NotFound,
    SignInRequired,
    TooLarge,
)
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.datarooms import queries, service
from marketplace.datarooms.errors import (
    AccessNotActive,
    ListingNotOffered,
    NothingToRead,
    NoView,
    RoomClosed,
    RoomFull,
    UndertakingChanged,
)
from marketplace.datarooms.schemas import (
    AccessBrief,
    AccessState,
    AccessView,
    LookView,
    NewAccess,
    Offer,
    RoomBrief,
    RoomSettings,
    RoomView,
    SignUndertaking,
)
from marketplace.documents.errors import FileDamaged, FileTypeRefused, FileUnreadable
from marketplace.identity.entry import MemberUowDep
from marketplace.rulebook import queries as rulebook

router = APIRouter(prefix="/api", tags=["datarooms"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)
_READS = (SignInRequired, Forbidden, NotFound, AccessNotActive, RoomClosed, FileDamaged)


@router.get("/datarooms", responses=problems(SignInRequired), operation_id="list_data_rooms")
def list_data_rooms(uow: MemberUowDep) -> list[RoomBrief]:
    """The rooms of one's own university."""
    return queries.list_rooms(uow)


@router.get(
    "/datarooms/{listing_id}", responses=problems(SignInRequired, NotFound), operation_id="get_data_room"
)
def get_data_room(listing_id: UUID, uow: MemberUowDep) -> RoomView:
    """The room of a listing, as far as its reader may see it."""
    return queries.get_room(uow, listing_id=listing_id)


@router.put("/datarooms/{listing_id}", responses=problems(*_WRITES), operation_id="set_data_room")
def set_data_room(listing_id: UUID, form: RoomSettings, uow: MemberUowDep) -> RoomView:
    """Open or close a room, and set how long an access lasts."""
    return service.set_room(uow, listing_id=listing_id, settings=form)


@router.post(
    "/datarooms/{listing_id}/files",
    status_code=201,
    responses=problems(
        SignInRequired, Forbidden, NotFound, TooLarge, RoomFull, FileTypeRefused, FileUnreadable
    ),
    operation_id="add_data_file",
)
def add_data_file(listing_id: UUID, file: UploadFile, uow: MemberUowDep) -> RoomView:
    """Put a PDF, a picture or an Office file into the room."""
    limit = rulebook.value("dataroom_file_mb", uow.today) * 1024 * 1024
    return service.add_file(
        uow, listing_id=listing_id, content=file.file.read(limit + 1), name=file.filename or ""
    )


@router.delete(
    "/datarooms/{listing_id}/files/{data_file_id}",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="remove_data_file",
)
def remove_data_file(listing_id: UUID, data_file_id: UUID, uow: MemberUowDep) -> RoomView:
    """Take a file out of the room."""
    return service.remove_file(uow, listing_id=listing_id, data_file_id=data_file_id)


@router.get(
    "/datarooms/{listing_id}/files/{data_file_id}/view",
    responses=problems(*_READS, NoView),
    operation_id="view_data_file",
    response_class=Response,
)
def view_data_file(listing_id: UUID, data_file_id: UUID, uow: MemberUowDep) -> Response:
    """The reader's copy, to look at; noted in the log."""
    return _handed(
        service.deliver(uow, listing_id=listing_id, data_file_id=data_file_id, action="view"), "inline"
    )


@router.get(
    "/datarooms/{listing_id}/files/{data_file_id}/download",
    responses=problems(*_READS),
    operation_id="download_data_file",
    response_class=Response,
)
def download_data_file(listing_id: UUID, data_file_id: UUID, uow: MemberUowDep) -> Response:
    """The reader's copy, or an Office file as it is, to keep; noted in the log."""
    return _handed(
        service.deliver(uow, listing_id=listing_id, data_file_id=data_file_id, action="download"),
        "attachment",
    )


def _handed(delivery: service.Delivery, how: Literal["inline", "attachment"]) -> Response:
    headers = {
        "Content-Disposition": f"{how}; filename*=UTF-8''{quote(delivery.name)}",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
        "X-Look-Number": delivery.number,
    }
    return Response(delivery.data, media_type=delivery.media_type, headers=headers)


@router.get(
    "/datarooms/{listing_id}/log",
    responses=problems(SignInRequired, NotFound),
    operation_id="list_data_looks",
)
def list_data_looks(
    listing_id: UUID, uow: MemberUowDep, page: PageNumber = 1, size: PageSize = 20
) -> Page[LookView]:
    """Who looked at what: everything for the university, one's own lines for a firm."""
    return queries.list_looks(uow, listing_id=listing_id, page=page, size=size)


@router.post(
    "/dataroom-accesses",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput, ListingNotOffered),
    operation_id="ask_data_access",
)
def ask_data_access(form: NewAccess, uow: MemberUowDep, response: Response) -> AccessView:
    """Ask for the documents behind an open listing; 200 with the firm's open access where there is one."""
    view, created = service.ask_access(uow, listing_id=form.listing_id, purpose=form.purpose)
    if not created:
        response.status_code = 200
    return view


@router.get("/dataroom-accesses", responses=problems(SignInRequired), operation_id="list_data_accesses")
def list_data_accesses(
    uow: MemberUowDep,
    state: AccessState | None = None,
    listing_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[AccessBrief]:
    """The accesses of one's own side, those that wait first."""
    return queries.list_accesses(uow, state=state or "", listing_id=listing_id, page=page, size=size)


@router.get(
    "/dataroom-accesses/{access_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_data_access",
)
def get_data_access(access_id: UUID, uow: MemberUowDep) -> AccessView:
    """A whole access with the text of its undertaking."""
    return queries.get_access(uow, access_id=access_id)


@router.post(
    "/dataroom-accesses/{access_id}/offer",
    responses=problems(*_WRITES, NothingToRead, ListingNotOffered),
    operation_id="offer_data_access",
)
def offer_data_access(access_id: UUID, form: Offer, uow: MemberUowDep) -> AccessView:
    """Agree; the undertaking is drawn up."""
    return service.offer_access(uow, access_id=access_id, access_days=form.access_days)


@router.post(
    "/dataroom-accesses/{access_id}/sign",
    responses=problems(*_WRITES, UndertakingChanged, NothingToRead),
    operation_id="sign_undertaking",
)
def sign_undertaking(access_id: UUID, form: SignUndertaking, uow: MemberUowDep) -> AccessView:
    """Sign the undertaking for one's own side: the firm first, then the university."""
    return service.sign_undertaking(uow, access_id=access_id, content_sha256=form.content_sha256)


@router.post(
    "/dataroom-accesses/{access_id}/decline",
    responses=problems(*_WRITES),
    operation_id="decline_data_access",
)
def decline_data_access(access_id: UUID, form: Because, uow: MemberUowDep) -> AccessView:
    """Do not agree, with a reason."""
    return service.decline_access(uow, access_id=access_id, reason=form.reason)


@router.post(
    "/dataroom-accesses/{access_id}/withdraw",
    responses=problems(*_WRITES),
    operation_id="withdraw_data_access",
)
def withdraw_data_access(access_id: UUID, form: Because, uow: MemberUowDep) -> AccessView:
    """Take the request back, or give the access up."""
    return service.withdraw_access(uow, access_id=access_id, reason=form.reason)


@router.post(
    "/dataroom-accesses/{access_id}/revoke",
    responses=problems(*_WRITES),
    operation_id="revoke_data_access",
)
def revoke_data_access(access_id: UUID, form: Because, uow: MemberUowDep) -> AccessView:
    """End an access at once, with a reason."""
    return service.revoke_access(uow, access_id=access_id, reason=form.reason)
