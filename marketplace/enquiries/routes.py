"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter, Response

from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.enquiries import queries, service
from marketplace.enquiries.errors import ListingNotAsked, TooManyEnquiries
from marketplace.enquiries.schemas import (
    Closing,
    EnquiryBrief,
    EnquiryState,
    EnquiryView,
    Line,
    NewEnquiry,
)
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["enquiries"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove, InvalidInput)


@router.post(
    "/enquiries",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput, ListingNotAsked, TooManyEnquiries),
    operation_id="ask_enquiry",
)
def ask_enquiry(form: NewEnquiry, uow: MemberUowDep, response: Response) -> EnquiryView:
    """Ask about an open listing; 200 with the firm's open enquiry about it where there is one."""
    view, created = service.ask(uow, listing_id=form.listing_id, text=form.text)
    if not created:
        response.status_code = 200
    return view


@router.get("/enquiries", responses=problems(SignInRequired), operation_id="list_enquiries")
def list_enquiries(
    uow: MemberUowDep,
    state: EnquiryState | None = None,
    listing_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[EnquiryBrief]:
    """The enquiries of one's own side, those that wait first."""
    return queries.list_enquiries(uow, state=state or "", listing_id=listing_id, page=page, size=size)


@router.get(
    "/enquiries/{enquiry_id}", responses=problems(SignInRequired, NotFound), operation_id="get_enquiry"
)
def get_enquiry(enquiry_id: UUID, uow: MemberUowDep) -> EnquiryView:
    """A whole conversation."""
    return queries.get_enquiry(uow, enquiry_id=enquiry_id)


@router.post("/enquiries/{enquiry_id}/answer", responses=problems(*_WRITES), operation_id="answer_enquiry")
def answer_enquiry(enquiry_id: UUID, form: Line, uow: MemberUowDep) -> EnquiryView:
    """Answer the question that waits."""
    return service.answer(uow, enquiry_id=enquiry_id, text=form.text)


@router.post(
    "/enquiries/{enquiry_id}/follow-up",
    responses=problems(*_WRITES, ListingNotAsked, TooManyEnquiries),
    operation_id="follow_up_enquiry",
)
def follow_up_enquiry(enquiry_id: UUID, form: Line, uow: MemberUowDep) -> EnquiryView:
    """Ask further after an answer."""
    return service.follow_up(uow, enquiry_id=enquiry_id, text=form.text)


@router.post("/enquiries/{enquiry_id}/close", responses=problems(*_WRITES), operation_id="close_enquiry")
def close_enquiry(enquiry_id: UUID, form: Closing, uow: MemberUowDep) -> EnquiryView:
    """End the conversation, from either side."""
    return service.close(uow, enquiry_id=enquiry_id, reason=form.reason)
