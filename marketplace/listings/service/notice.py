"""公示 and publication: the agreed price is shown, anybody may object, then the listing opens."""

from datetime import date, timedelta
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlmodel import col, select

from marketplace.core.clock import business_date
from marketplace.core.fsm import advance
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.events.listings import ListingChanged, ListingPublished, ObjectionRaised
from marketplace.listings import policy, queries
from marketplace.listings.models import Listing, ListingObjection
from marketplace.listings.schemas import ListingState, ListingView, NoticePeriod, ObjectionDraft
from marketplace.listings.service.steps import take_step
from marketplace.listings.states import LISTING, NEW_NOTICE_AFTER, Facts
from marketplace.rulebook import queries as rulebook


def notice_period(today: date) -> tuple[date, date]:
    """Return first and last day of a notice posted today: it starts tomorrow, so that every day is a full one."""
    begins = today + NEW_NOTICE_AFTER
    return begins, begins + timedelta(days=rulebook.value("notice_days", today) - 1)


def get_notice_period(uow: UnitOfWork) -> NoticePeriod:
    """Return first and last day of a notice started today, to be shown before it is started."""
    begins, ends = notice_period(uow.today)
    return NoticePeriod(begins_on=begins, ends_on=ends)


def start_notice(uow: UnitOfWork, *, listing_id: UUID) -> ListingView:
    """Put an approved listing's name and price on public notice (促进科技成果转化法 §18)."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "start_notice")
    row.notice_from, row.notice_to = notice_period(uow.today)
    uow.audit(
        "listing.notice_started", "listing", row.id, terms_hash=row.terms_hash, to=row.notice_to.isoformat()
    )
    return _changed(uow, row)


def publish_listing(uow: UnitOfWork, *, listing_id: UUID) -> ListingView:
    """Open a listing. Raises `NoticeNeeded`, `NoticeStillRunning`, `ObjectionOpen`, `RightLapsed`; announces ListingPublished."""
    row = queries.lock_visible(uow, listing_id)
    take_step(uow, row, "publish_listed" if row.state == ListingState.APPROVED else "publish")
    row.published_at = uow.now
    row.expires_on = uow.today + relativedelta(months=rulebook.value("listing_confirm_months", uow.today))
    if row.pay_after_use:
        row.priority_to = uow.today + timedelta(days=rulebook.value("priority_window_days", uow.today) - 1)
    uow.publish(
        ListingPublished(
            listing_id=row.id, university_id=row.university_id, number=row.number, title=row.title
        )
    )
    return _changed(uow, row)


def raise_objection(uow: UnitOfWork, *, listing_id: UUID, draft: ObjectionDraft) -> None:
    """Object to a price on notice, by name; the clock stands still until it is settled. Raises `NotFound`, `IllegalMove`.

    The same words of the same person while they are open are the same objection: a form that was sent twice.
    """
    statement = select(Listing).where(
        Listing.id == listing_id, col(Listing.state).in_([ListingState.PRICE_NOTICE, ListingState.OBJECTION])
    )
    row = uow.session.exec(statement.with_for_update()).one_or_none()
    if row is None:
        raise NotFound(what="notice")
    if any(
        (same.name, same.contact, same.text) == (draft.name, draft.contact, draft.text)
        for same in _open_objections(uow, row)
    ):
        return
    if (
        row.state == ListingState.PRICE_NOTICE
    ):  # a second objection does not restart the time the clock stood still
        advance(uow, LISTING, row, "object", facts=Facts(uow.today))
    uow.session.add(ListingObjection(listing_id=row.id, raised_at=uow.now, **draft.model_dump()))
    uow.publish(
        ObjectionRaised(
            listing_id=row.id, university_id=row.university_id, number=row.number, title=row.title
        )
    )
    uow.session.flush()


def settle_objection(
    uow: UnitOfWork, *, listing_id: UUID, objection_id: UUID, upheld: bool, resolution: str
) -> ListingView:
    """Answer an objection. Upheld: back to draft. Else the notice goes on, longer by the days it stood still."""
    row = queries.lock_visible(uow, listing_id)
    require(policy.can_approve(uow.actor, row))
    objection = next((o for o in _open_objections(uow, row) if o.id == objection_id), None)
    if objection is None:
        raise NotFound(what="objection")
    objection.settled_at, objection.upheld, objection.resolution = uow.now, upheld, resolution
    uow.session.flush()
    if upheld:
        advance(uow, LISTING, row, "uphold_objection", facts=Facts(uow.today), reason=resolution)
        row.notice_from = row.notice_to = None
    elif not _open_objections(uow, row):
        stood_still = uow.today - business_date(row.state_since)
        advance(uow, LISTING, row, "resume_notice", facts=Facts(uow.today), reason=resolution)
        if row.notice_to is not None:
            row.notice_to += stood_still
    return _changed(uow, row)


def _open_objections(uow: UnitOfWork, row: Listing) -> list[ListingObjection]:
    statement = select(ListingObjection).where(
        ListingObjection.listing_id == row.id, col(ListingObjection.settled_at).is_(None)
    )
    return list(
        uow.session.exec(statement.order_by(col(ListingObjection.raised_at), col(ListingObjection.id)))
    )


def _changed(uow: UnitOfWork, row: Listing) -> ListingView:
    uow.publish(ListingChanged(listing_id=row.id))
    uow.session.flush()
    return queries.get_listing(uow, listing_id=row.id)
