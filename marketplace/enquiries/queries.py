"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from sqlalchemy import Select, Uuid, bindparam, case, column, func, select, table
from sqlmodel import col

from marketplace.core.clock import SHANGHAI
from marketplace.core.deadlines import Deadline
from marketplace.core.i18n import Text
from marketplace.core.paging import Page
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.enquiries import policy
from marketplace.enquiries.models import Enquiry
from marketplace.enquiries.schemas import (
    EnquiryBrief,
    EnquiryLine,
    EnquiryState,
    EnquiryView,
    ResponseRate,
)
from marketplace.listings.schemas import ListingState
from marketplace.rulebook import queries as rulebook

RATE_MONTHS = 12
LEAST_QUESTIONS = 5
"""Below this many questions a rate would tell about single firms rather than about the university."""

_listing = table("listing", *map(column, ("id", "number", "title", "state")))
_org = table("organization", column("id"), column("name"))
_university, _firm = _org.alias("university"), _org.alias("firm")
_BRIEF = (
    "id", "number", "state", "state_since", "listing_id", "university_id", "firm_id", "asked_at", "question", "reply_due_on",
    "deal_id", "is_demo",
)  # fmt: skip


def _select(*more: Any) -> Select[Any]:
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
    _select(func.count().over().label("total"))
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
_ONE = _select(
    col(Enquiry.close_reason), (_listing.c.state == ListingState.OPEN.value).label("listing_open")
).where(col(Enquiry.id) == bindparam("id"))
_DUE = (
    _select()
    .where(col(Enquiry.state) == EnquiryState.WAITING.value, col(Enquiry.reply_due_on) <= bindparam("until"))
    .order_by(col(Enquiry.reply_due_on), col(Enquiry.id))
)
_LINES = """
SELECT m.id, m.side, m.kind, m.text, COALESCE(u.name, '') AS author_name, m.at, m.due_on
FROM enquiry_message m LEFT JOIN user_account u ON u.id = m.author_id WHERE m.enquiry_id = :id ORDER BY m.at, m.id
"""
_RATE = """
SELECT count(*) AS questions, count(*) FILTER (WHERE answered_on <= due_on) AS in_time,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY answered_workdays) AS median
FROM enquiry_message
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
    total = rows[0]["total"] if rows else 0
    for row in rows:
        row.pop("total")
    return Page(items=[EnquiryBrief(**_brief(uow, row)) for row in rows], total=total, page=page, size=size)


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


def list_deadlines(uow: UnitOfWork, *, until: date) -> list[Deadline]:
    """Return the reply clocks that run out up to and with `until`, overdue ones included, as far as the actor knows them."""
    rows = uow.rows(_DUE, until=until, **policy.scope(uow.actor))
    return [
        Deadline(
            kind="enquiry.reply",
            what=Text(f"答复 {row['firm_name']} 的询问", f"Answer the question of {row['firm_name']}"),
            on=row["reply_due_on"],
            since=row["state_since"].astimezone(SHANGHAI).date(),
            responsible_id=row["university_id"],
            responsible_name=row["university_name"],
            subject="enquiry",
            subject_id=row["id"],
            number=row["number"],
            title=row["listing_title"],
            otherwise=Text(
                "逾期提醒部门负责人，并计入公开的答复率。",
                "The head of the office is told, and the public response rate counts it as late.",
            ),
        )
        for row in rows
    ]


_EXPLANATION = Text(
    "近 {months} 个月企业向这所高校提出的问题中，在 {days} 个工作日内得到答复的比例，以及已答复问题所用工作日的中位数。"
    "还在时限内的问题不计；不足 {least} 个时不显示。只统计数量，不涉及提问的企业。",
    "Of the questions firms asked this university in the last {months} months: the share answered within {days} working days, and "
    "the median of working days the answers took. Questions still within their time do not count; below {least} nothing is shown. "
    "These are counts only; no firm is named.",
)


def get_response_rate(uow: UnitOfWork, *, university_id: UUID) -> ResponseRate:
    """Return how a university answers, for anybody; raises `NotFound` for what is no university."""
    if not uow.rows("SELECT 1 FROM organization WHERE id = :id AND kind = 'university'", id=university_id):
        raise NotFound(what="organization")
    after = uow.today - relativedelta(months=RATE_MONTHS)
    [row] = uow.rows(_RATE, university=university_id, after=after, today=uow.today)
    enough = row["questions"] >= LEAST_QUESTIONS
    days = rulebook.value("reply_workdays", uow.today)
    return ResponseRate(
        university_id=university_id,
        months=RATE_MONTHS,
        least=LEAST_QUESTIONS,
        reply_workdays=days,
        questions=row["questions"] if enough else None,
        in_time_bps=row["in_time"] * 10_000 // row["questions"] if enough else None,
        median_workdays=row["median"] if enough else None,
        explanation=_EXPLANATION.in_(uow.locale, months=RATE_MONTHS, days=days, least=LEAST_QUESTIONS),
    )


def lock_visible(uow: UnitOfWork, enquiry_id: UUID) -> Enquiry:
    """Lock an enquiry that the actor may know of, for a change; raises `NotFound`."""
    statement = select(Enquiry).where(policy.VISIBLE, col(Enquiry.id) == enquiry_id).with_for_update()
    found: Enquiry | None = uow.session.execute(
        statement, policy.scope(uow.actor), execution_options={"populate_existing": True}
    ).scalar_one_or_none()
    if found is None:
        raise NotFound(what="enquiry")
    return found
