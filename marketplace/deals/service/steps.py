"""What the verbs of the room share: locking, facts, the reply clock, the conversation, announcements."""

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm
from marketplace.core.problems import FieldError
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays, workdays_between
from marketplace.deals import policy, queries
from marketplace.deals.models import Deal, DealCommission, DealMessage, DealOffer
from marketplace.deals.schemas import DealState, DealView
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    DealDeclined,
    DealEvent,
    DealSubmitted,
)
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.organizations.eligibility import EligibilityDecision
from marketplace.rulebook import queries as rulebook
from marketplace.terms import TermSheet

E = TypeVar("E", bound=DealEvent)


def lock_listing(uow: UnitOfWork, listing_id: UUID) -> ListingView:
    """Lock the listing, then read it: whoever withdraws or licenses it at this moment goes before or after us."""
    listings.lock_visible(uow.as_system(), listing_id)
    return listings.get_listing(uow.as_system(), listing_id=listing_id)


def facts_of(
    uow: UnitOfWork,
    listing: ListingView,
    row: Deal,
    *,
    shown: str = "",
    missing: tuple[FieldError, ...] = (),
    eligibility: EligibilityDecision | None = None,
) -> Facts:
    """Gather what the guards look at; while it is a draft the current terms are the listing's, then they are frozen."""
    current = listing.terms_hash if row.state == DealState.DRAFT else row.terms_hash
    words = (
        [
            f"{c.title.in_(uow.locale)}：{c.saw.in_(uow.locale)}"
            for c in eligibility.conditions
            if c.verdict == "fail"
        ]
        if eligibility
        else []
    )
    return Facts(
        today=uow.today,
        listing_number=listing.number,
        listing_open=listing.state == ListingState.OPEN and listing.terms is not None,
        missing=missing,
        eligibility=eligibility,
        eligibility_words="；".join(words),
        shown_hash=shown,
        current_hash=current or "",
        side=policy.side_of(uow.actor, firm_id=row.firm_id, university_id=row.university_id) or "",
    )


def facts_of_terms(
    uow: UnitOfWork,
    listing: ListingView,
    row: Deal,
    sheet: TermSheet,
    *,
    offer: DealOffer | None,
    shown: str,
) -> Facts:
    """Gather what the guards of a negotiation look at: the sheet on the table, and whether its kind may be licensed."""
    facts = facts_of(uow, listing, row, shown=shown)
    against = ""
    if sheet.licence_type != "non_exclusive":
        against = "、".join(r.co_owner for r in listing.rights if r.co_owner and not r.co_owner_consent)
    return facts._replace(
        current_hash=offer.terms_hash if offer else facts.current_hash,
        offered_by=offer.side if offer else "",
        owner_against=against,
    )


def start_clock(uow: UnitOfWork, row: Deal) -> None:
    """Start the university's reply clock in working days and announce the application."""
    row.queued_until = None
    due = wait_for_university(uow, row)
    # The first clock is the one the public record looks at; later rounds do not better or worsen it.
    row.clock_started_on, row.clock_due_on = uow.today, due
    announce(uow, row, DealSubmitted, reply_due_on=due, priority=row.priority)


def wait_for_university(uow: UnitOfWork, row: Deal) -> date:
    """Start the reply clock anew; returns its last day."""
    row.overdue_told_at, row.answer_due_on = None, None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))
    return row.reply_due_on


def wait_for_firm(uow: UnitOfWork, row: Deal) -> date:
    """Stop the university's clock and say by when the firm is to respond; returns that day."""
    row.reply_due_on = None
    row.answer_due_on = add_workdays(uow.today, rulebook.value("firm_answer_workdays", uow.today))
    return row.answer_due_on


def university_answers(uow: UnitOfWork, row: Deal) -> None:
    """Note the university's first answer for its public record; what the system ends is no answer."""
    if row.answered_on is None and row.clock_started_on is not None:
        row.answered_on = uow.today
        row.answer_workdays = workdays_between(row.clock_started_on, uow.today)


def stop_clocks(row: Deal) -> None:
    """Nobody has to act any more."""
    row.reply_due_on, row.answer_due_on, row.queued_until = None, None, None


def close_talks(uow: UnitOfWork, row: Deal, *, offer_state: str, words: str) -> None:
    """End what is still open between the sides: an offer, and a commission that was not agreed yet."""
    if offer := queries.find_open_offer(uow, row.id):
        close_offer(uow, offer, state=offer_state, words=words)
    commission = uow.session.exec(
        select(DealCommission).where(
            DealCommission.deal_id == row.id, col(DealCommission.state) == "proposed"
        )
    ).one_or_none()
    if commission is not None:
        commission.state, commission.ended_at, commission.reason = "refused", uow.now, words


def close_offer(uow: UnitOfWork, offer: DealOffer, *, state: str, words: str = "") -> None:
    """Give an open offer its end, with the words that were said."""
    offer.state, offer.answered_at, offer.answered_by = state, uow.now, uow.actor.user_id
    offer.answer = words


def decline(uow: UnitOfWork, row: Deal, reason: str) -> None:
    """End an application with a reason the firm will read."""
    fsm.advance(uow, DEAL, row, "decline", facts=Facts(uow.today), reason=reason)
    row.claim = None
    stop_clocks(row)
    close_talks(uow, row, offer_state="refused", words=reason)
    say(uow, row, "university", "decline", reason)
    announce(uow, row, DealDeclined, reason=reason)


def say(uow: UnitOfWork, row: Deal, side: str, kind: str, text: str) -> None:
    """Add a line to the conversation."""
    uow.session.add(
        DealMessage(deal_id=row.id, side=side, kind=kind, text=text, author_id=uow.actor.user_id, at=uow.now)
    )


def announce(uow: UnitOfWork, row: Deal, event: type[E], **fields: Any) -> None:
    """Publish an event about an application with the fields that all of them carry."""
    about = listings.told_of(
        uow, listing_id=row.listing_id, university_id=row.university_id, firm_id=row.firm_id
    )
    uow.publish(event(deal_id=row.id, number=row.number, **about, **fields))


def saved(uow: UnitOfWork, row: Deal) -> DealView:
    """Write everything and return the application as the actor sees it."""
    uow.session.flush()
    return queries.get_deal(uow, deal_id=row.id)
