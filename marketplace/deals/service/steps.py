"""What the verbs of the room share: locking, facts, the reply clock, the conversation, announcements."""

from typing import Any, TypeVar
from uuid import UUID

from marketplace.core import fsm
from marketplace.core.problems import FieldError
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays
from marketplace.deals import queries
from marketplace.deals.models import Deal, DealMessage
from marketplace.deals.schemas import DealState, DealView
from marketplace.deals.states import DEAL, Facts
from marketplace.events.deals import (
    DealDeclined,
    DealEvent,
    DealSubmitted,
)
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.organizations import queries as organizations
from marketplace.organizations.eligibility import EligibilityDecision
from marketplace.rulebook import queries as rulebook

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
    )


def start_clock(uow: UnitOfWork, row: Deal) -> None:
    """Start the university's reply clock in working days and announce the application."""
    row.queued_until, row.overdue_told_at = None, None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))
    announce(uow, row, DealSubmitted, reply_due_on=row.reply_due_on, priority=row.priority)


def decline(uow: UnitOfWork, row: Deal, reason: str) -> None:
    """End an application with a reason the firm will read."""
    fsm.advance(uow, DEAL, row, "decline", facts=Facts(uow.today), reason=reason)
    row.claim, row.reply_due_on, row.queued_until = None, None, None
    say(uow, row, "university", "decline", reason)
    announce(uow, row, DealDeclined, reason=reason)


def say(uow: UnitOfWork, row: Deal, side: str, kind: str, text: str) -> None:
    """Add a line to the conversation."""
    uow.session.add(
        DealMessage(deal_id=row.id, side=side, kind=kind, text=text, author_id=uow.actor.user_id, at=uow.now)
    )


def announce(uow: UnitOfWork, row: Deal, event: type[E], **fields: Any) -> None:
    """Publish an event about an application with the fields that all of them carry."""
    names = organizations.list_briefs(uow, ids=[row.university_id, row.firm_id])
    title = uow.rows("SELECT title FROM listing WHERE id = :id", id=row.listing_id)[0]["title"]
    uow.publish(
        event(
            deal_id=row.id, number=row.number, listing_id=row.listing_id, title=title, university_id=row.university_id,
            university_name=names[row.university_id].name, firm_id=row.firm_id, firm_name=names[row.firm_id].name, **fields,
        )
    )  # fmt: skip


def saved(uow: UnitOfWork, row: Deal) -> DealView:
    """Write everything and return the application as the actor sees it."""
    uow.session.flush()
    return queries.get_deal(uow, deal_id=row.id)
