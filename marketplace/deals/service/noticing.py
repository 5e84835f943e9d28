"""Objections against a negotiated price while it is on notice, in the manner of the listings' notices."""

from uuid import UUID

from sqlmodel import col, select

from marketplace.core.clock import business_date
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.deals import policy, queries
from marketplace.deals.models import Deal, DealObjection, DealOffer
from marketplace.deals.schemas import DealState, DealView, PriceObjection, SettlePriceObjection
from marketplace.deals.service.steps import announce, saved, wait_for_university
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import PriceObjected, PriceObjectionSettled


def raise_objection(uow: UnitOfWork, *, deal_id: UUID, draft: PriceObjection) -> None:
    """Object to a negotiated price on notice, by name; the clock stands still until it is settled. Raises `NotFound`.

    The same words of the same person while they are open are the same objection: a form that was sent twice.
    """
    statement = select(Deal).where(
        Deal.id == deal_id, col(Deal.state).in_([DealState.PRICE_NOTICE.value, DealState.OBJECTION.value])
    )
    row = uow.session.exec(
        statement.with_for_update().execution_options(populate_existing=True)
    ).one_or_none()
    # A notice that is over takes no objection, even before the clock has come round.
    over = (
        row is not None and row.state == DealState.PRICE_NOTICE and (row.notice_to or uow.today) < uow.today
    )
    if row is None or over:
        raise NotFound(what="notice")
    if any(
        (same.name, same.contact, same.text) == (draft.name, draft.contact, draft.text)
        for same in _unsettled(uow, row)
    ):
        return
    if (
        row.state == DealState.PRICE_NOTICE
    ):  # a second objection does not restart the time the clock stood still
        advance(uow, DEAL, row, "object", facts=Facts(uow.today))
    uow.session.add(DealObjection(deal_id=row.id, raised_at=uow.now, **draft.model_dump()))
    announce(uow, row, PriceObjected)
    uow.session.flush()


def settle_objection(
    uow: UnitOfWork, *, deal_id: UUID, objection_id: UUID, form: SettlePriceObjection
) -> DealView:
    """Answer an objection with a reason. Upheld: the agreement falls, the sides talk on from the firm's application.

    Otherwise the notice goes on, longer by the days it stood still. Raises `NotFound`, `Forbidden`.
    """
    row = queries.lock_visible(uow, deal_id)
    require(policy.can_settle(uow.actor, row))
    objection = next((o for o in _unsettled(uow, row) if o.id == objection_id), None)
    if objection is None:
        raise NotFound(what="objection")
    objection.settled_at, objection.upheld, objection.resolution = uow.now, form.upheld, form.resolution
    uow.session.flush()
    if form.upheld:
        advance(uow, DEAL, row, "uphold_objection", facts=Facts(uow.today), reason=form.resolution)
        for other in _unsettled(uow, row):  # the price they object to is gone
            other.settled_at, other.upheld, other.resolution = uow.now, True, form.resolution
        _back_to_the_table(uow, row, form.resolution)
    elif not _unsettled(uow, row):
        stood_still = uow.today - business_date(row.state_since)
        advance(uow, DEAL, row, "resume_notice", facts=Facts(uow.today), reason=form.resolution)
        if row.notice_to is not None:
            row.notice_to += stood_still
    uow.audit("deal.objection_settled", "deal", row.id, upheld=form.upheld)
    announce(uow, row, PriceObjectionSettled, upheld=form.upheld, resolution=form.resolution)
    return saved(uow, row)


def _back_to_the_table(uow: UnitOfWork, row: Deal, resolution: str) -> None:
    """Free the claim and put the terms the firm applied for back; the university's reply clock runs anew."""
    offers = uow.session.exec(
        select(DealOffer).where(DealOffer.deal_id == row.id).order_by(col(DealOffer.position))
    ).all()
    for offer in offers:
        if offer.state == "accepted":
            offer.state, offer.answer = "refused", resolution
    if offers:
        first = offers[0]
        row.terms, row.terms_hash = first.base_terms, first.base_hash
    row.claim, row.accepted_at, row.notice_from, row.notice_to = None, None, None, None
    wait_for_university(uow, row)


def _unsettled(uow: UnitOfWork, row: Deal) -> list[DealObjection]:
    statement = select(DealObjection).where(
        DealObjection.deal_id == row.id, col(DealObjection.settled_at).is_(None)
    )
    return list(uow.session.exec(statement.order_by(col(DealObjection.raised_at), col(DealObjection.id))))
