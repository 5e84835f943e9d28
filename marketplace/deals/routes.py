"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Response

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
from marketplace.deals import queries, service
from marketplace.deals.errors import (
    AlreadyLicensed,
    ContractDrawnUp,
    DealIncomplete,
    ListingNotOpen,
    NotEligible,
    NothingAsked,
    NotYetAccepted,
    TermsChanged,
)
from marketplace.deals.schemas import (
    AgreeTerms,
    Answer,
    DealBrief,
    DealPatch,
    DealState,
    DealView,
    NewDeal,
    Reply,
    SubmitDeal,
    Withdrawal,
)
from marketplace.identity.entry import MemberUowDep
from marketplace.listings.errors import HoldersMustConsent

router = APIRouter(tags=["deals"])
Version = Annotated[int, Depends(edited_version)]
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.post(
    "/deals",
    status_code=201,
    responses=problems(SignInRequired, Forbidden, NotFound, ListingNotOpen),
    operation_id="start_application",
)
def start_application(form: NewDeal, uow: MemberUowDep, response: Response) -> DealView:
    """Start an application; 200 with the existing one where the firm has one already."""
    view, created = service.start_application(uow, listing_id=form.listing_id)
    if not created:
        response.status_code = 200
    return view


@router.get("/deals", responses=problems(SignInRequired), operation_id="list_deals")
def list_deals(
    uow: MemberUowDep,
    state: DealState | None = None,
    listing_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[DealBrief]:
    """The applications of one's own side, those that wait first."""
    return queries.list_deals(uow, state=state or "", listing_id=listing_id, page=page, size=size)


@router.get("/deals/counts", responses=problems(SignInRequired), operation_id="count_deals")
def count_deals(uow: MemberUowDep) -> dict[str, int]:
    """How many applications of one's own side stand in each state."""
    return queries.count_by_state(uow)


@router.get("/deals/{deal_id}", responses=problems(SignInRequired, NotFound), operation_id="get_deal")
def get_deal(deal_id: UUID, uow: MemberUowDep) -> DealView:
    """A whole application."""
    return queries.get_deal(uow, deal_id=deal_id)


@router.patch(
    "/deals/{deal_id}",
    responses=problems(*_WRITES, InvalidInput, StaleVersion, VersionRequired),
    operation_id="revise_application",
)
def revise_application(deal_id: UUID, patch: DealPatch, version: Version, uow: MemberUowDep) -> DealView:
    """Save the wizard's draft."""
    return service.revise_draft(uow, deal_id=deal_id, version=version, patch=patch)


@router.post(
    "/deals/{deal_id}/submit",
    responses=problems(*_WRITES, InvalidInput, DealIncomplete, NotEligible, ListingNotOpen, TermsChanged),
    operation_id="submit_application",
)
def submit_application(deal_id: UUID, form: SubmitDeal, uow: MemberUowDep) -> DealView:
    """Apply for exactly the terms shown; a second submit opens the first."""
    return service.submit_application(uow, deal_id=deal_id, terms_hash=form.terms_hash)


@router.post(
    "/deals/{deal_id}/answer",
    responses=problems(
        *_WRITES, InvalidInput, ListingNotOpen, TermsChanged, ContractDrawnUp, HoldersMustConsent
    ),
    operation_id="answer_application",
)
def answer_application(deal_id: UUID, answer: Answer, uow: MemberUowDep) -> DealView:
    """Accept, decline with a reason, or ask."""
    return service.answer_application(uow, deal_id=deal_id, answer=answer)


@router.post(
    "/deals/{deal_id}/reply",
    responses=problems(*_WRITES, InvalidInput, NothingAsked),
    operation_id="reply_to_question",
)
def reply_to_question(deal_id: UUID, reply: Reply, uow: MemberUowDep) -> DealView:
    """Reply to the university's question."""
    return service.reply_to_question(uow, deal_id=deal_id, text=reply.text)


@router.post(
    "/deals/{deal_id}/agree-terms",
    responses=problems(*_WRITES, InvalidInput, NotYetAccepted, TermsChanged, ListingNotOpen, AlreadyLicensed),
    operation_id="agree_terms",
)
def agree_terms(deal_id: UUID, form: AgreeTerms, uow: MemberUowDep) -> DealView:
    """Freeze the terms; the contract is drawn up next."""
    return service.agree_terms(uow, deal_id=deal_id, terms_hash=form.terms_hash)


@router.post(
    "/deals/{deal_id}/withdraw",
    responses=problems(*_WRITES, InvalidInput, ContractDrawnUp),
    operation_id="withdraw_application",
)
def withdraw_application(deal_id: UUID, form: Withdrawal, uow: MemberUowDep) -> DealView:
    """Withdraw an application."""
    return service.withdraw_application(uow, deal_id=deal_id, reason=form.reason)
