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
from marketplace.core.values import Because
from marketplace.core.web import PageNumber, PageSize, edited_version, problems
from marketplace.deals import queries, service
from marketplace.deals.errors import (
    AlreadyLicensed,
    CommissionChanged,
    CommissionTaken,
    ContractDrawnUp,
    DealIncomplete,
    ListingNotOpen,
    NoSuchManager,
    NotEligible,
    NothingAsked,
    NothingOffered,
    NotYetAccepted,
    OwnersMustAgree,
    OwnOffer,
    SameTerms,
    TermsChanged,
)
from marketplace.deals.schemas import (
    AcceptCommission,
    AcceptOffer,
    AgreeTerms,
    Answer,
    CommissionView,
    DealBrief,
    DealPatch,
    DealState,
    DealView,
    Engagement,
    InviteManager,
    ManagerCandidate,
    NewContribution,
    NewDeal,
    NewOffer,
    OfferComparison,
    OfferDraft,
    PriceObjection,
    PriceObjectionView,
    PublicPriceNotice,
    RefuseOffer,
    Reply,
    ResponseRate,
    SettlePriceObjection,
    SubmitDeal,
    Withdrawal,
)
from marketplace.identity.entry import MemberUowDep, ReadingUowDep, UowDep
from marketplace.listings.errors import HoldersMustConsent

router = APIRouter(prefix="/api", tags=["deals"])
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


@router.get("/deals/engagements", responses=problems(SignInRequired), operation_id="list_engagements")
def list_engagements(uow: MemberUowDep) -> list[Engagement]:
    """A technology manager's own commissions, those to answer first."""
    return queries.list_engagements(uow)


@router.get("/price-notices", operation_id="list_price_notices")
def list_price_notices(
    uow: ReadingUowDep, page: PageNumber = 1, size: PageSize = 20
) -> Page[PublicPriceNotice]:
    """The negotiated prices on the notice board 公示栏."""
    return queries.list_price_notices(uow, page=page, size=size)


@router.get(
    "/universities/{organization_id}/response-rate",
    responses=problems(NotFound),
    operation_id="get_response_rate",
)
def get_response_rate(organization_id: UUID, uow: ReadingUowDep) -> ResponseRate:
    """How a university answers questions and applications, over the last twelve months; public, counts only."""
    return queries.get_response_rate(uow, university_id=organization_id)


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


_TALKS = (*_WRITES, InvalidInput, ListingNotOpen, TermsChanged, OwnersMustAgree)


@router.post(
    "/deals/{deal_id}/offers/preview",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput, TermsChanged),
    operation_id="preview_offer",
)
def preview_offer(deal_id: UUID, draft: OfferDraft, uow: MemberUowDep) -> OfferComparison:
    """What terms would change against those on the table, and what they would cost."""
    return service.preview_offer(uow, deal_id=deal_id, draft=draft)


@router.post(
    "/deals/{deal_id}/offers",
    status_code=201,
    responses=problems(*_TALKS, SameTerms),
    operation_id="propose_offer",
)
def propose_offer(deal_id: UUID, offer: NewOffer, uow: MemberUowDep) -> DealView:
    """Offer changed terms to the other side."""
    return service.propose_offer(uow, deal_id=deal_id, offer=offer)


@router.post(
    "/deals/{deal_id}/offers/accept",
    responses=problems(*_TALKS, OwnOffer, NothingOffered, AlreadyLicensed),
    operation_id="accept_offer",
)
def accept_offer(deal_id: UUID, form: AcceptOffer, uow: MemberUowDep) -> DealView:
    """Accept the other side's open offer by its hash."""
    return service.accept_offer(uow, deal_id=deal_id, form=form)


@router.post(
    "/deals/{deal_id}/offers/refuse",
    responses=problems(*_TALKS, OwnOffer, NothingOffered),
    operation_id="refuse_offer",
)
def refuse_offer(deal_id: UUID, form: RefuseOffer, uow: MemberUowDep) -> DealView:
    """Refuse the other side's open offer with a reason."""
    return service.refuse_offer(uow, deal_id=deal_id, form=form)


@router.post(
    "/price-notices/{deal_id}/objections",
    status_code=204,
    responses=problems(NotFound, InvalidInput),
    operation_id="object_to_price",
)
def object_to_price(deal_id: UUID, draft: PriceObjection, uow: UowDep) -> None:
    """Object to a negotiated price on notice, by name; anybody may."""
    service.raise_objection(uow, deal_id=deal_id, draft=draft)


@router.get(
    "/deals/{deal_id}/objections",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="list_price_objections",
)
def list_price_objections(deal_id: UUID, uow: MemberUowDep) -> list[PriceObjectionView]:
    """The objections against the price of a deal of one's own university."""
    return queries.get_objections(uow, deal_id=deal_id)


@router.post(
    "/deals/{deal_id}/objections/{objection_id}/settle",
    responses=problems(*_WRITES, InvalidInput),
    operation_id="settle_price_objection",
)
def settle_price_objection(
    deal_id: UUID, objection_id: UUID, form: SettlePriceObjection, uow: MemberUowDep
) -> DealView:
    """Answer an objection with a reason."""
    return service.settle_objection(uow, deal_id=deal_id, objection_id=objection_id, form=form)


@router.get(
    "/deals/{deal_id}/managers",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="list_manager_candidates",
)
def list_manager_candidates(deal_id: UUID, uow: MemberUowDep) -> list[ManagerCandidate]:
    """The technology managers of both sides."""
    return queries.list_candidates(uow, deal_id=deal_id)


@router.post(
    "/deals/{deal_id}/commission",
    status_code=201,
    responses=problems(*_WRITES, InvalidInput, NoSuchManager, CommissionTaken),
    operation_id="invite_manager",
)
def invite_manager(deal_id: UUID, form: InviteManager, uow: MemberUowDep) -> DealView:
    """Ask a technology manager to work on the deal for a commission."""
    return service.invite_manager(uow, deal_id=deal_id, form=form)


@router.post(
    "/deals/{deal_id}/commission/accept",
    responses=problems(*_WRITES, InvalidInput, CommissionChanged),
    operation_id="accept_commission",
)
def accept_commission(deal_id: UUID, form: AcceptCommission, uow: MemberUowDep) -> CommissionView:
    """Accept the commission by its hash, as its manager or its payer."""
    return service.accept_commission(uow, deal_id=deal_id, form=form)


@router.post(
    "/deals/{deal_id}/commission/end",
    responses=problems(*_WRITES, InvalidInput, CommissionChanged),
    operation_id="end_commission",
)
def end_commission(deal_id: UUID, form: Because, uow: MemberUowDep) -> CommissionView:
    """Refuse, take back or give up a commission."""
    return service.end_commission(uow, deal_id=deal_id, form=form)


@router.post(
    "/deals/{deal_id}/contributions",
    status_code=201,
    responses=problems(*_WRITES, InvalidInput),
    operation_id="record_contribution",
)
def record_contribution(deal_id: UUID, form: NewContribution, uow: MemberUowDep) -> DealView:
    """Write down what the technology manager did for the deal."""
    return service.record_contribution(uow, deal_id=deal_id, form=form)
