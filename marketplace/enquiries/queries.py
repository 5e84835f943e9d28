"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, case, column, func, select, table
from sqlmodel import col

from marketplace.core.paging import Page, paged
from marketplace.core.problems import NotFound
from marketplace.core.replies import Reply
from marketplace.core.uow import UnitOfWork
from marketplace.enquiries import policy
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.schemas import (
    EnquiryBrief,
    EnquiryLine,
    EnquiryState,
    EnquiryView,
)
from marketplace.listings.schemas import ListingState

_listing = table("listing", *map(column, ("id", "number", "title", "state")))
_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
_BRIEF = (
    "id", "number", "state", "state_since", "listing_id", "university_id", "firm_id", "asked_at", "question", "reply_due_on",
    "deal_id", "is_demo",
)  # fmt: skip


def briefs(*more: Any) -> Select[Any]:
    """Return the reading of what the actor may know of, one row an enquiry, with the names of its listing and sides."""
    return (
        select(
            *(getattr(Enquiry, name) for name in _BRIEF),
            _listing.c.number.label("listing_number"),
            _listing.c.title.label("listing_title"),
            _university.c.name.label("university_name"),
            _firm.c.name.label("firm_name"),
            *more,
        )
        .join_from(Enquiry, _listing, col(Enquiry.listing_id) == _listing.c.id)
        .join(_university, col(Enquiry.university_id) == _university.c.id)
        .join(_firm, col(Enquiry.firm_id) == _firm.c.id)
        .where(policy.VISIBLE)
    )


# What waits for an answer comes first, soonest clock first; then the latest change.
_LIST = (
    briefs(func.count().over().label("total"))
    .where((bindparam("state") == "") | (col(Enquiry.state) == bindparam("state")))
    .where(
        bindparam("listing", type_=Uuid).is_(None)
        | (col(Enquiry.listing_id) == bindparam("listing", type_=Uuid))
    )
    .order_by(
        case({"waiting": 0, "answered": 1}, value=col(Enquiry.state), else_=2),
        col(Enquiry.reply_due_on).nulls_last(),
        col(Enquiry.state_since).desc(),
        col(Enquiry.id),
    )
    .limit(bindparam("size"))
    .offset(bindparam("skip"))
)
_ONE = briefs(
    col(Enquiry.close_reason), (_listing.c.state == ListingState.OPEN.value).label("listing_open")
).where(col(Enquiry.id) == bindparam("id"))
_LINES = """
SELECT m.id, m.side, m.kind, m.text, COALESCE(u.name, '') AS author_name, m.at, m.due_on
FROM enquiry_message m LEFT JOIN user_account u ON u.id = m.author_id WHERE m.enquiry_id = :id ORDER BY m.at, m.id
"""
_REPLIES = """
SELECT due_on, answered_on, answered_workdays AS workdays FROM enquiry_message
WHERE university_id = :university AND kind = 'question' AND asked_on > :after AND asked_on <= :today
  AND (answered_on IS NOT NULL OR (due_on < :today AND (dropped_on IS NULL OR dropped_on > due_on)))
"""
"""A question counts once it was answered, or once its clock ran out unanswered; what the firm dropped in time does not."""


def _brief(uow: UnitOfWork, row: dict[str, Any]) -> dict[str, Any]:
    state, due = EnquiryState(row["state"]), row["reply_due_on"]
    return row | {
        "my_turn": state is EnquiryState.WAITING and uow.actor.belongs_to(row["university_id"]),
        "overdue": due is not None and due < uow.today,
    }


def list_enquiries(
    uow: UnitOfWork, *, state: str = "", listing_id: UUID | None = None, page: int = 1, size: int = 20
) -> Page[EnquiryBrief]:
    """Return the enquiries of the actor's side, what waits for an answer first."""
    rows = uow.rows(
        _LIST, state=state, listing=listing_id, size=size, skip=size * (page - 1), **policy.scope(uow.actor)
    )
    return paged(rows, lambda row: EnquiryBrief(**_brief(uow, row)), page=page, size=size)


def get_enquiry(uow: UnitOfWork, *, enquiry_id: UUID) -> EnquiryView:
    """Return a whole conversation; raises `NotFound`."""
    rows = uow.rows(_ONE, id=enquiry_id, **policy.scope(uow.actor))
    if not rows:
        raise NotFound(what="enquiry")
    row = _brief(uow, rows[0])
    listing_open = row.pop("listing_open")
    sides = {"firm_id": row["firm_id"], "university_id": row["university_id"]}
    moves = policy.moves(uow.actor, **sides, state=EnquiryState(row["state"]))
    asks = uow.actor.belongs_to(row["firm_id"]) and bool(policy.can_ask(uow.actor))
    return EnquiryView(
        **row,
        lines=[EnquiryLine(**line) for line in uow.rows(_LINES, id=enquiry_id)],
        moves=[move for move in moves if move != "follow_up" or listing_open],
        can_apply=asks and listing_open and row["state"] != EnquiryState.APPLIED,
    )


def list_replies(uow: UnitOfWork, *, university_id: UUID, after: date) -> list[Reply]:
    """Return what became of the questions asked of a university after a day, as far as that is known today.

    Needs no permission: days only, of no firm.
    """
    return [
        Reply(**row) for row in uow.rows(_REPLIES, university=university_id, after=after, today=uow.today)
    ]


def lock_visible(uow: UnitOfWork, enquiry_id: UUID) -> Enquiry:
    """Lock an enquiry that the actor may know of, for a change; raises `NotFound`."""
    statement = select(Enquiry).where(policy.VISIBLE, col(Enquiry.id) == enquiry_id).with_for_update()
    found: Enquiry | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="enquiry")
    return found
