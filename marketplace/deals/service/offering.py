"""Offers and counter-offers: numbered rounds of whole term sheets, each answered by its hash."""

from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.policy import require
from marketplace.core.problems import Forbidden, InvalidInput
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy, queries
from marketplace.deals.errors import NothingOffered, TermsChanged
from marketplace.deals.models import Deal, DealOffer
from marketplace.deals.queries.applications import organization_names
from marketplace.deals.schemas import (
    AcceptOffer,
    DealView,
    NewOffer,
    OfferComparison,
    OfferDraft,
    RefuseOffer,
)
from marketplace.deals.service.agreeing import AGREED_STATES, agree, refuse_if_taken
from marketplace.deals.service.steps import (
    announce,
    close_offer,
    facts_of_terms,
    lock_listing,
    saved,
    university_answers,
    wait_for_firm,
    wait_for_university,
)
from marketplace.deals.states import DEAL
from marketplace.documents import service as documents
from marketplace.events.deals import OfferMade, OfferRefused
from marketplace.listings.schemas import ListingView
from marketplace.terms import TermSheet, terms_hash


def preview_offer(uow: UnitOfWork, *, deal_id: UUID, draft: OfferDraft) -> OfferComparison:
    """Return what terms would change against those on the table, and what they would cost; changes nothing.

    Raises `NotFound`, `Forbidden` for who speaks for neither side, `TermsChanged` for a deal without terms.
    """
    view = queries.get_deal(uow, deal_id=deal_id)
    if policy.side_of(uow.actor, firm_id=view.firm_id, university_id=view.university_id) is None:
        raise Forbidden(reason="not_your_side")
    lies_open = next((offer.terms for offer in view.offers if offer.state == "open"), view.terms)
    if lies_open is None:
        raise TermsChanged(current_hash="")
    listing_hash = uow.rows("SELECT terms_hash FROM listing WHERE id = :id", id=view.listing_id)[0][
        "terms_hash"
    ]
    return queries.compare_offer(
        uow, before=lies_open, after=draft.terms, plan=view.sales_plan_minor, listing_hash=listing_hash
    )


def propose_offer(uow: UnitOfWork, *, deal_id: UUID, offer: NewOffer) -> DealView:
    """Offer changed terms to the other side; the round before is superseded and it is the other side's turn.

    The listing keeps its published terms. Raises `TermsChanged` when something else lies on the table than the proposer
    saw, `SameTerms`, `OwnersMustAgree`, `ListingNotOpen`, `InvalidInput` for what the law voids.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_negotiate(uow.actor, row))
    standing = queries.find_open_offer(uow, deal_id)
    if void := documents.void_terms(offer.terms, as_of=uow.today):
        raise InvalidInput(errors=void)
    offered = terms_hash(offer.terms)
    facts = facts_of_terms(uow, listing, row, offer.terms, offer=standing, shown=offer.base_hash)
    by_firm = facts.side == "firm"
    move = "offer_to_university" if by_firm else "offer_to_firm"
    fsm.advance(uow, DEAL, row, move, facts=facts._replace(offered_hash=offered))
    base = standing.terms if standing else row.terms
    if standing:
        close_offer(uow, standing, state="superseded")
        uow.session.flush()  # one open offer at most, also for the instant between the two writes
    position = _next_position(uow, row)
    uow.session.add(
        DealOffer(
            deal_id=row.id, position=position, side=facts.side, terms=offer.terms.model_dump(mode="json"), terms_hash=offered,
            base_terms=base or {}, base_hash=facts.current_hash, message=offer.message, author_id=uow.actor.user_id, at=uow.now,
        )
    )  # fmt: skip
    row.accepted_at = None  # what was accepted before is no longer what is offered
    if by_firm:
        due = wait_for_university(uow, row)
    else:
        university_answers(uow, row)
        due = wait_for_firm(uow, row)
    uow.audit("deal.offer_made", "deal", row.id, position=position, terms_hash=offered, side=facts.side)
    _announce_offer(uow, row, by_firm=by_firm, position=position, terms_hash=offered, due=due)
    return saved(uow, row)


def accept_offer(uow: UnitOfWork, *, deal_id: UUID, form: AcceptOffer) -> DealView:
    """Accept the other side's open offer by its hash: its sheet becomes the deal's, see `agree`.

    A second click finds what the first did. Raises `OwnOffer`, `NothingOffered`, `TermsChanged`, `AlreadyLicensed`.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_negotiate(uow.actor, row))
    if row.state in AGREED_STATES and row.terms_hash == form.terms_hash:
        return queries.get_deal(uow, deal_id=deal_id)
    standing = queries.find_open_offer(uow, deal_id)
    if standing is None:
        _tell_if_taken(uow, listing, row, form.terms_hash)
        raise NothingOffered
    if policy.side_of(uow.actor, firm_id=row.firm_id, university_id=row.university_id) == "university":
        university_answers(uow, row)
    agree(uow, listing, row, offer=standing, shown=form.terms_hash)
    return saved(uow, row)


def refuse_offer(uow: UnitOfWork, *, deal_id: UUID, form: RefuseOffer) -> DealView:
    """Refuse the other side's open offer with a reason; the terms before it lie on the table again.

    The firm's turn follows when the university refuses, and the other way round. Raises `OwnOffer`, `NothingOffered`,
    `TermsChanged`.
    """
    listing = lock_listing(uow, queries.find_listing_of(uow, deal_id))
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_negotiate(uow.actor, row))
    standing = _standing(uow, row)
    sheet = TermSheet.model_validate(standing.terms)
    facts = facts_of_terms(uow, listing, row, sheet, offer=standing, shown=form.terms_hash)
    fsm.advance(uow, DEAL, row, f"refuse_{standing.side}_offer", facts=facts, reason=form.text)
    close_offer(uow, standing, state="refused", words=form.text)
    if standing.side == "firm":
        university_answers(uow, row)
        wait_for_firm(uow, row)
    else:
        wait_for_university(uow, row)
    uow.audit("deal.offer_refused", "deal", row.id, position=standing.position)
    to_id = row.firm_id if standing.side == "firm" else row.university_id
    by_id = row.university_id if standing.side == "firm" else row.firm_id
    announce(
        uow,
        row,
        OfferRefused,
        to_id=to_id,
        from_name=organization_names(uow, [by_id])[by_id],
        position=standing.position,
        text=form.text,
    )
    return saved(uow, row)


def _tell_if_taken(uow: UnitOfWork, listing: ListingView, row: Deal, terms_hash: str) -> None:
    """Tell who comes too late for an offer why: another firm agreed in the meantime, and the offer ended with that."""
    statement = select(DealOffer).where(DealOffer.deal_id == row.id, DealOffer.terms_hash == terms_hash)
    offered = uow.session.exec(statement.order_by(col(DealOffer.position).desc()).limit(1)).first()
    if offered is not None:
        refuse_if_taken(uow, listing, row, TermSheet.model_validate(offered.terms))


def _standing(uow: UnitOfWork, row: Deal) -> DealOffer:
    standing = queries.find_open_offer(uow, row.id)
    if standing is None:
        raise NothingOffered
    return standing


def _next_position(uow: UnitOfWork, row: Deal) -> int:
    last = uow.session.exec(
        select(func.max(col(DealOffer.position))).where(DealOffer.deal_id == row.id)
    ).one()
    return (last or 0) + 1


def _announce_offer(
    uow: UnitOfWork, row: Deal, *, by_firm: bool, position: int, terms_hash: str, due: date
) -> None:
    to_id, by_id = (row.university_id, row.firm_id) if by_firm else (row.firm_id, row.university_id)
    announce(
        uow, row, OfferMade, to_id=to_id, from_name=organization_names(uow, [by_id])[by_id], position=position, terms_hash=terms_hash,
        answer_due_on=due,
    )  # fmt: skip
