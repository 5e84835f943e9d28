"""Writes of the room: a month is asked to be closed, closed by a second person, and, seldom, opened again by two."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from finance.closings import policy, queries
from finance.closings.counting import count_months
from finance.closings.errors import ClosingUnderWay, MonthNotReady, month_not_found
from finance.closings.models import MonthClosing
from finance.closings.obstacles import list_obstacles
from finance.closings.schemas import ClosingView
from finance.closings.states import CLOSING
from marketplace.core.fsm import advance, begin
from marketplace.core.ids import new_id
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork
from marketplace.events.closings import (
    ClosingAsked,
    ClosingDeclined,
    MonthClosed,
    MonthReopened,
    ReopeningAsked,
)


def ask_to_close(uow: UnitOfWork, *, month: date) -> ClosingView:
    """Ask to close a month of the actor's book; a second person does it.

    Raises `Forbidden`, `NotFound` for a month without a book, `ClosingUnderWay`, and `MonthNotReady` with what stands in the way.
    """
    require(policy.can_read(uow.actor))
    require(policy.can_ask(uow.actor))
    book, person = policy.scope(uow.actor)["book"], uow.actor.user_id
    if person is None:
        raise LookupError("only people close months")
    _refuse_unready(uow, book, month)
    row = MonthClosing(
        id=new_id(), organization_id=book, month=month, state=CLOSING.initial, state_since=uow.now, created_at=uow.now, asked_by=person,
    )  # fmt: skip
    adding = (
        insert(MonthClosing).values(**row.model_dump()).on_conflict_do_nothing()
    )  # the live index: one at a time
    if uow.session.connection().execute(adding.returning(col(MonthClosing.id))).scalar() is None:
        raise ClosingUnderWay(month=f"{month:%Y-%m}")
    begin(uow, CLOSING, row)
    uow.audit("month.closing_asked", "month_closing", row.id, month=f"{month:%Y-%m}")
    uow.publish(ClosingAsked(**_facts(row)))
    return queries.get_closing(uow, closing_id=row.id)


def _refuse_unready(uow: UnitOfWork, book: UUID | None, month: date) -> None:
    first = queries.first_month(uow, book)
    if first is None or not first <= month <= uow.today.replace(day=1):
        raise month_not_found()
    found = list_obstacles(uow, book=book, month=month, first=first)
    if found:
        raise MonthNotReady(month=f"{month:%Y-%m}", count=len(found), first=found[0].what)


def close_month(uow: UnitOfWork, *, closing_id: UUID) -> ClosingView:
    """Agree as a second person: nothing is booked into the month from here on, and what it came to is kept.

    Postings wait while it is counted. Raises `NotFound`, `Forbidden`, `OwnClosing`, `IllegalMove`, `MonthNotReady`.
    """
    row = _lock(uow, closing_id)
    require(policy.can_decide(uow.actor))
    facts = queries.facts(uow, row.organization_id)
    connection = uow.session.connection()
    connection.execute(text("SET LOCAL statement_timeout = '120s'"))
    connection.execute(text("SELECT ledger_hold_still()"))
    _refuse_unready(uow, row.organization_id, row.month)
    accounts = sorted(
        one["account_no"]
        for one in uow.rows(
            "SELECT DISTINCT account_no FROM bank_statement WHERE organization_id = :book",
            book=row.organization_id,
        )
    )
    [head] = uow.rows("SELECT seq, digest FROM chain_head WHERE chain = 'ledger'")
    figures = count_months(
        uow.session, organization_id=row.organization_id, bank_accounts=accounts, months=[row.month]
    )[row.month]
    advance(uow, CLOSING, row, "close", facts=facts)
    row.decided_by, row.closed_at = uow.actor.user_id, uow.now
    row.figures, row.transactions, row.bank_accounts = figures.rows, figures.transactions, accounts
    row.chain_seq, row.chain_digest = head["seq"], head["digest"]
    uow.audit(
        "month.closed", "month_closing", row.id, month=f"{row.month:%Y-%m}", transactions=row.transactions,
        chain_seq=row.chain_seq, chain_digest=row.chain_digest,
    )  # fmt: skip
    uow.publish(MonthClosed(**_facts(row), asked_by=row.asked_by))
    uow.session.flush()
    return queries.get_closing(uow, closing_id=row.id)


def decline_closing(uow: UnitOfWork, *, closing_id: UUID, reason: str) -> ClosingView:
    """Do not close, and say why. Raises `NotFound`, `Forbidden`, `OwnClosing`, `IllegalMove`."""
    row = _lock(uow, closing_id)
    require(policy.can_decide(uow.actor))
    advance(uow, CLOSING, row, "decline", facts=queries.facts(uow, row.organization_id), reason=reason)
    row.decided_by, row.answer = uow.actor.user_id, reason
    uow.publish(ClosingDeclined(**_facts(row), asked_by=row.asked_by, reason=reason))
    return _told(uow, row, "month.closing_declined", reason=reason)


def withdraw_closing(uow: UnitOfWork, *, closing_id: UUID) -> ClosingView:
    """Take the wish to close back. Raises `NotFound`, `Forbidden`, `IllegalMove`."""
    row = _lock(uow, closing_id)
    require(policy.can_ask(uow.actor))
    advance(uow, CLOSING, row, "withdraw")
    return _told(uow, row, "month.closing_withdrawn")


def ask_to_reopen(uow: UnitOfWork, *, closing_id: UUID, reason: str) -> ClosingView:
    """Ask to open a closed month again, with a reason; a second person does it.

    Raises `NotFound`, `Forbidden`, `LaterMonthClosed`, `IllegalMove`.
    """
    row = _lock(uow, closing_id)
    require(policy.can_ask(uow.actor))
    advance(uow, CLOSING, row, "ask_reopening", facts=queries.facts(uow, row.organization_id), reason=reason)
    row.reopen_reason, row.reopen_asked_by = reason, uow.actor.user_id
    uow.publish(ReopeningAsked(**_facts(row), reason=reason))
    return _told(uow, row, "month.reopening_asked", reason=reason)


def reopen_month(uow: UnitOfWork, *, closing_id: UUID) -> ClosingView:
    """Open a month again as a second person; what was kept of it stays on record.

    Raises `NotFound`, `Forbidden`, `OwnClosing`, `LaterMonthClosed`, `IllegalMove`.
    """
    row = _lock(uow, closing_id)
    require(policy.can_decide(uow.actor))
    advance(uow, CLOSING, row, "reopen", facts=queries.facts(uow, row.organization_id))
    row.reopen_decided_by = uow.actor.user_id
    uow.publish(MonthReopened(**_facts(row), reason=row.reopen_reason))
    return _told(uow, row, "month.reopened", reason=row.reopen_reason)


def keep_closed(uow: UnitOfWork, *, closing_id: UUID) -> ClosingView:
    """Let a month stay closed that somebody asked to open. Raises `NotFound`, `Forbidden`, `IllegalMove`."""
    row = _lock(uow, closing_id)
    require(policy.can_ask(uow.actor))
    advance(uow, CLOSING, row, "keep")
    return _told(uow, row, "month.kept_closed")


def _lock(uow: UnitOfWork, closing_id: UUID) -> MonthClosing:
    """Lock a closing, and the order of the months of its book: two steps at the same instant take turns."""
    row = queries.lock_closing(uow, closing_id)
    uow.take_turns("month_closing", row.organization_id)
    return row


def _facts(row: MonthClosing) -> dict[str, Any]:
    return {"closing_id": row.id, "organization_id": row.organization_id, "month": f"{row.month:%Y-%m}"}


def _told(uow: UnitOfWork, row: MonthClosing, act: str, **more: str) -> ClosingView:
    uow.audit(act, "month_closing", row.id, month=f"{row.month:%Y-%m}", **more)
    uow.session.flush()
    return queries.get_closing(uow, closing_id=row.id)
