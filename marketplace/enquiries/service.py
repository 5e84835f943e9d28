"""Writes of the room: ask, answer, ask further, close, and what the calendar and other rooms bring about."""

from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import col, select

from marketplace.core import fsm, replies
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.core.workdays import add_workdays, workdays_between
from marketplace.enquiries import policy, queries
from marketplace.enquiries.models import Enquiry, EnquiryMessage
from marketplace.enquiries.schemas import EnquiryState, EnquiryView
from marketplace.enquiries.states import ENQUIRY, Facts, listing_open, within_limit
from marketplace.events.enquiries import (
    EnquiryAnswered,
    EnquiryAsked,
    EnquiryClosedByFirm,
    EnquiryClosedByUniversity,
    EnquiryEvent,
    EnquiryOverdue,
)
from marketplace.listings import queries as listings
from marketplace.listings.schemas import ListingState, ListingView
from marketplace.rulebook import queries as rulebook

E = TypeVar("E", bound=EnquiryEvent)
_OPEN = (EnquiryState.WAITING.value, EnquiryState.ANSWERED.value)


def ask(uow: UnitOfWork, *, listing_id: UUID, text: str, is_demo: bool = False) -> tuple[EnquiryView, bool]:
    """Ask about an open listing; the firm's open enquiry about it, if there is one, is opened instead (flag False).

    Announces `EnquiryAsked`. Raises `Forbidden`, `NotFound`, `ListingNotAsked`, `TooManyEnquiries`.
    """
    require(policy.can_ask(uow.actor))
    firm_id = uow.actor.organization_id
    if firm_id is None:
        raise ValueError("an enquiry needs a firm")
    listings.get_listing(uow, listing_id=listing_id)
    listings.lock_visible(
        uow.as_system(), listing_id
    )  # whoever withdraws it at this moment goes before or after us
    listing = listings.get_listing(uow, listing_id=listing_id)
    facts = _facts(uow, listing, firm_id)
    existing = uow.session.exec(
        select(Enquiry.id).where(
            Enquiry.listing_id == listing_id, Enquiry.firm_id == firm_id, col(Enquiry.state).in_(_OPEN)
        )
    ).one_or_none()
    if existing:
        return queries.get_enquiry(uow, enquiry_id=existing), False
    row = Enquiry(
        id=new_id(), number=_next_number(uow), listing_id=listing_id, university_id=listing.university_id, firm_id=firm_id,
        asked_by=uow.actor.user_id, state="", state_since=uow.now, asked_at=uow.now, question=text, is_demo=is_demo,
    )  # fmt: skip
    if refusal := listing_open(row, facts) or within_limit(row, facts):
        raise refusal
    fsm.begin(uow, ENQUIRY, row)
    _start_clock(uow, row)
    uow.session.add(row)
    uow.session.flush()
    _question(uow, row, text)
    return _saved(uow, row), True


def _facts(uow: UnitOfWork, listing: ListingView, firm_id: UUID) -> Facts:
    """Gather what the guards look at. A firm's members ask a university one after the other, so that the limit holds."""
    uow.take_turns("enquiry", firm_id, listing.university_id)
    waiting = uow.rows(
        "SELECT count(*) AS n FROM enquiry WHERE firm_id = :firm AND university_id = :university AND state = 'waiting'",
        firm=firm_id,
        university=listing.university_id,
    )
    return Facts(
        listing_number=listing.number,
        listing_open=listing.state == ListingState.OPEN,
        waiting=waiting[0]["n"],
        limit=rulebook.value("open_enquiries_per_firm", uow.today),
    )


def _next_number(uow: UnitOfWork) -> str:
    seq = uow.rows("SELECT nextval('enquiry_number') AS n")[0]["n"]
    return f"XW-{uow.today.year}-{seq:06d}"


def follow_up(uow: UnitOfWork, *, enquiry_id: UUID, text: str) -> EnquiryView:
    """Ask further after an answer; a new clock runs. Raises `ListingNotAsked`, `TooManyEnquiries`, `IllegalMove`."""
    row = queries.lock_visible(uow, enquiry_id)
    require(policy.can_follow_up(uow.actor, row))
    listing = listings.get_listing(uow.as_system(), listing_id=row.listing_id)
    fsm.advance(uow, ENQUIRY, row, "follow_up", facts=_facts(uow, listing, row.firm_id))
    _start_clock(uow, row)
    _question(uow, row, text)
    return _saved(uow, row)


def answer(uow: UnitOfWork, *, enquiry_id: UUID, text: str) -> EnquiryView:
    """Answer the question that waits; its clock stops. Announces `EnquiryAnswered`. Raises `IllegalMove`."""
    row = queries.lock_visible(uow, enquiry_id)
    require(policy.can_answer(uow.actor, row))
    fsm.advance(uow, ENQUIRY, row, "answer", facts=Facts())
    row.reply_due_on = None
    question = _waiting_question(uow, row)
    question.answered_on = uow.today
    question.answered_workdays = workdays_between(question.asked_on or uow.today, uow.today)
    _say(uow, row, "university", "answer", text)
    uow.audit("enquiry.answered", "enquiry", row.id)
    _announce(uow, row, EnquiryAnswered, text=text)
    return _saved(uow, row)


def close(uow: UnitOfWork, *, enquiry_id: UUID, reason: str) -> EnquiryView:
    """End the conversation from either side; the other one is told. Raises `IllegalMove`."""
    row = queries.lock_visible(uow, enquiry_id)
    require(policy.can_close(uow.actor, row))
    by_firm = uow.actor.belongs_to(row.firm_id)
    _end(uow, row, "close", reason=reason, excused=by_firm)
    _announce(uow, row, EnquiryClosedByFirm if by_firm else EnquiryClosedByUniversity, reason=reason)
    return _saved(uow, row)


def close_of_listing(uow: UnitOfWork, *, listing_id: UUID) -> int:
    """Close what is still open about a listing that was withdrawn; returns how many."""
    rows = _lock_open(uow, listing_id, None)
    reason = "该成果已撤回，询问随之关闭。"
    for row in rows:
        _end(uow, row, "close", reason=reason, excused=True)
        _announce(uow, row, EnquiryClosedByUniversity, reason=reason)
    uow.session.flush()
    return len(rows)


def become_application(uow: UnitOfWork, *, listing_id: UUID, firm_id: UUID, deal_id: UUID) -> int:
    """Note that the firm has applied: its conversation goes on there. Returns how many enquiries that ended."""
    rows = _lock_open(uow, listing_id, firm_id)
    for row in rows:
        _end(uow, row, "apply", reason="", excused=True)
        row.deal_id = deal_id
    uow.session.flush()
    return len(rows)


def tell_overdue(uow: UnitOfWork, *, limit: int = 200) -> int:
    """Announce once each clock that has run out; returns how many."""
    return replies.tell_overdue(
        uow, "tell_overdue_enquiries", Enquiry, (EnquiryState.WAITING,),
        lambda row: _announce(uow, row, EnquiryOverdue, reply_due_on=row.reply_due_on), limit=limit,
    )  # fmt: skip


def _lock_open(uow: UnitOfWork, listing_id: UUID, firm_id: UUID | None) -> list[Enquiry]:
    statement = select(Enquiry).where(Enquiry.listing_id == listing_id, col(Enquiry.state).in_(_OPEN))
    if firm_id:
        statement = statement.where(Enquiry.firm_id == firm_id)
    return list(uow.session.exec(statement.order_by(col(Enquiry.id)).with_for_update()).all())


def _end(uow: UnitOfWork, row: Enquiry, move: str, *, reason: str, excused: bool) -> None:
    """End a conversation. `excused`: a question that waits is not held against the university from here on."""
    waiting = row.state == EnquiryState.WAITING
    fsm.advance(uow, ENQUIRY, row, move, facts=Facts(), reason=reason or None)
    row.reply_due_on, row.close_reason = None, reason
    if waiting and excused:
        _waiting_question(uow, row).dropped_on = uow.today
    uow.audit(f"enquiry.{move}", "enquiry", row.id)


def _start_clock(uow: UnitOfWork, row: Enquiry) -> None:
    row.overdue_told_at = None
    row.reply_due_on = add_workdays(uow.today, rulebook.value("reply_workdays", uow.today))


def _waiting_question(uow: UnitOfWork, row: Enquiry) -> EnquiryMessage:
    return uow.session.exec(
        select(EnquiryMessage)
        .where(EnquiryMessage.enquiry_id == row.id, EnquiryMessage.kind == "question")
        .order_by(col(EnquiryMessage.at).desc(), col(EnquiryMessage.id).desc())
        .limit(1)
    ).one()


def _question(uow: UnitOfWork, row: Enquiry, text: str) -> None:
    line = _say(uow, row, "firm", "question", text)
    line.asked_on, line.due_on = uow.today, row.reply_due_on
    uow.audit("enquiry.asked", "enquiry", row.id)
    _announce(uow, row, EnquiryAsked, text=text, reply_due_on=row.reply_due_on)


def _say(uow: UnitOfWork, row: Enquiry, side: str, kind: str, text: str) -> EnquiryMessage:
    line = EnquiryMessage(
        enquiry_id=row.id, university_id=row.university_id, side=side, kind=kind, text=text,
        author_id=uow.actor.user_id, at=uow.now,
    )  # fmt: skip
    uow.session.add(line)
    return line


def _announce(uow: UnitOfWork, row: Enquiry, event: type[E], **fields: Any) -> None:
    with uow.session.no_autoflush:
        about = listings.told_of(
            uow, listing_id=row.listing_id, university_id=row.university_id, firm_id=row.firm_id
        )
    uow.publish(event(enquiry_id=row.id, number=row.number, **about, **fields))


def _saved(uow: UnitOfWork, row: Enquiry) -> EnquiryView:
    uow.session.flush()
    return queries.get_enquiry(uow, enquiry_id=row.id)
