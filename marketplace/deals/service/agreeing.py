"""Two sides agree: the licence is claimed, a negotiated price goes on notice, and then the terms are fixed."""

from collections.abc import Sequence
from operator import itemgetter
from uuid import UUID

from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.due import not_put_aside, work_off
from marketplace.core.uow import UnitOfWork
from marketplace.deals import queries
from marketplace.deals.errors import AlreadyLicensed
from marketplace.deals.models import Deal, DealOffer, claim_of
from marketplace.deals.schemas import DealState
from marketplace.deals.service.clocks import end_applications
from marketplace.deals.service.steps import (
    announce,
    close_offer,
    decline,
    facts_of_terms,
    lock_listing,
    stop_clocks,
)
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import PriceNoticeStarted, TermsAgreed
from marketplace.listings import service as listings_service
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.terms import TermSheet

EXCLUSION_VIOLATION = "23P01"
AGREED_STATES = (DealState.PRICE_NOTICE, DealState.TERMS_AGREED)
GONE = "公示期间该成果已被撤回，不再对外许可。"


def agree(uow: UnitOfWork, listing: ListingView, row: Deal, *, offer: DealOffer | None, shown: str) -> None:
    """Freeze the terms of a locked deal: those of the accepted offer, or those the firm applied for.

    The claim is taken at once, so that of two firms that agree at the same instant exactly one succeeds, whether or not
    a notice follows. Announces `PriceNoticeStarted` where 促进法 §18 asks for one, `TermsAgreed` otherwise. Raises what
    the guards say, and `AlreadyLicensed`.
    """
    sheet = TermSheet.model_validate(offer.terms if offer else row.terms)
    facts = facts_of_terms(uow, listing, row, sheet, offer=offer, shown=shown)
    listings_service.require_consents(uow, listing_id=row.listing_id, licence_type=sheet.licence_type)
    claim = refuse_if_taken(uow, listing, row, sheet)
    noticed = queries.needs_notice(
        agreed_hash=offer.terms_hash if offer else row.terms_hash,
        listing_hash=listing.terms_hash,
        price_mode=listing.price_mode,
        noticed_from=listing.notice_from,
    )
    try:
        with uow.session.begin_nested():
            if offer:
                row.terms, row.terms_hash = offer.terms, offer.terms_hash
            row.claim = claim
            if noticed:
                period = listings_service.get_notice_period(uow)
                row.notice_from, row.notice_to = period.begins_on, period.ends_on
            uow.session.flush()
            fsm.advance(uow, DEAL, row, "begin_notice" if noticed else "agree_terms", facts=facts)
            uow.session.flush()
    except IntegrityError as error:  # whoever did not wait for the listing's lock still meets the constraint
        if getattr(error.orig, "sqlstate", "") != EXCLUSION_VIOLATION:
            raise
        raise AlreadyLicensed(number=listing.number) from None
    if offer:
        close_offer(uow, offer, state="accepted")
        row.accepted_at = uow.now
    stop_clocks(row)
    if noticed:
        uow.audit("deal.notice_started", "deal", row.id, terms_hash=row.terms_hash, to=str(row.notice_to))
        announce(
            uow,
            row,
            PriceNoticeStarted,
            terms_hash=row.terms_hash,
            notice_from=row.notice_from,
            notice_to=row.notice_to,
        )
    else:
        conclude(uow, row)


def refuse_if_taken(uow: UnitOfWork, listing: ListingView, row: Deal, sheet: TermSheet) -> Range[int]:
    """Return the slots a licence by this sheet would occupy; raises `AlreadyLicensed` when another firm holds them.

    Asked before anything else, so that the slower of two firms is told why and not that its application has ended.
    """
    claim = claim_of(sheet.licence_type, row.seq or 0)
    taken = select(Deal.id).where(
        Deal.listing_id == row.listing_id, col(Deal.id) != row.id, col(Deal.claim).op("&&")(claim)
    )
    if uow.session.exec(taken.limit(1)).first() is not None:
        raise AlreadyLicensed(number=listing.number)
    return claim


def conclude(uow: UnitOfWork, row: Deal) -> None:
    """Announce that the terms are fixed. An exclusive or sole licence closes the listing and ends all other applications."""
    uow.audit("deal.terms_agreed", "deal", row.id, terms_hash=row.terms_hash)
    announce(uow, row, TermsAgreed, terms_hash=row.terms_hash)
    if TermSheet.model_validate(row.terms).licence_type != "non_exclusive":
        listings_service.close_listing(uow, listing_id=row.listing_id)
        end_applications(uow, listing_id=row.listing_id, keep=row.id)


def end_notices(uow: UnitOfWork, *, limit: int = 20) -> int:
    """Fix the terms of deals whose price notice has ended without an open objection; returns how many were looked at.

    Candidates are found without a lock and looked at again under it, listing before deal as everywhere: an objection
    or a withdrawal that comes at the same instant goes before or after us.
    """
    job = "end_price_notices"
    due = (
        select(Deal.id, Deal.listing_id)
        .where(
            Deal.state == DealState.PRICE_NOTICE,
            col(Deal.notice_to) < uow.today,
            not_put_aside(uow, job, col(Deal.id)),
        )
        .order_by(col(Deal.notice_to), col(Deal.id))
        .limit(limit)
    )

    def end(found: Sequence[tuple[UUID, UUID]]) -> int:
        return sum(_end_notice(uow, deal_id, listing_id) for deal_id, listing_id in found)

    return work_off(uow, job, uow.session.exec(due).all(), end, key=itemgetter(0))


def _end_notice(uow: UnitOfWork, deal_id: UUID, listing_id: UUID) -> bool:
    listing = lock_listing(uow, listing_id)
    row = queries.lock_visible(uow.as_system(), deal_id)
    if row.state != DealState.PRICE_NOTICE or row.notice_to is None or row.notice_to >= uow.today:
        return False  # somebody was quicker
    if listing.state == ListingState.WITHDRAWN:
        decline(uow, row, GONE)
    else:
        fsm.advance(uow, DEAL, row, "end_notice", facts=Facts(uow.today))
        conclude(uow, row)
    return True
