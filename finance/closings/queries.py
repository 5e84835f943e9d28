"""Reads of the room; every read of an actor goes through `policy.VISIBLE`."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlmodel import Session, col, select

from finance.books.schemas import TrialRow
from finance.closings import policy
from finance.closings.counting import Figures, count_months
from finance.closings.errors import month_not_found
from finance.closings.models import MonthClosing
from finance.closings.obstacles import list_obstacles
from finance.closings.schemas import ClosingView, MonthDetail, MonthList, MonthView
from finance.closings.states import CLOSING, LIVE, SHUT, Facts
from finance.ledger.queries import label_of_kind
from marketplace.core.clock import business_date
from marketplace.core.fsm import refusals, refused_moves
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork

_MOST: Final = 60
"""So many months are listed: five years."""
_VIEW: Final = """
SELECT m.*, o.name AS organization_name, a.name AS asked_by_name, coalesce(d.name, '') AS decided_by_name,
       coalesce(ra.name, '') AS reopen_asked_by_name, coalesce(rd.name, '') AS reopen_decided_by_name
  FROM month_closing m LEFT JOIN organization o ON o.id = m.organization_id JOIN user_account a ON a.id = m.asked_by
  LEFT JOIN user_account d ON d.id = m.decided_by LEFT JOIN user_account ra ON ra.id = m.reopen_asked_by
  LEFT JOIN user_account rd ON rd.id = m.reopen_decided_by WHERE
"""


def month_of(text: str) -> date:
    """Return the first day of a month that was written as `2026-10`."""
    return date.fromisoformat(f"{text}-01")


def first_month(uow: UnitOfWork, book: UUID | None) -> date | None:
    """Return the month of the first transaction of a book; None while nothing is booked."""
    of_book = (
        "SELECT min(t.effective_at) AS at FROM ledger_txn t"
        if book is None
        else "SELECT min(t.effective_at) AS at FROM ledger_account a JOIN contract c ON c.id = a.contract_id"
        " JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_txn t ON t.id = e.txn_id WHERE c.university_id = :book"
    )
    [row] = uow.rows(of_book, **({} if book is None else {"book": book}))
    return business_date(row["at"]).replace(day=1) if row["at"] else None


def list_months(uow: UnitOfWork) -> MonthList:
    """Return the months of the actor's book from the first with a transaction to the present one, latest first. Raises `Forbidden`."""
    require(policy.can_read(uow.actor))
    scope = policy.scope(uow.actor)
    first, month = first_month(uow, scope["book"]), uow.today.replace(day=1)
    known = {
        row["month"]: row
        for row in uow.rows(f"{_VIEW} {policy.VISIBLE} AND m.state = ANY(:live)", live=list(LIVE), **scope)
    }
    items: list[MonthView] = []
    while first is not None and month >= first and len(items) < _MOST:
        row = known.get(month)
        told = {name: row[name] if row else "" for name in ("asked_by_name", "decided_by_name")}
        items.append(
            MonthView(
                month=f"{month:%Y-%m}",
                state=row["state"] if row else None,
                closed_at=row["closed_at"] if row else None,
                **told,
            )
        )
        month = before(month)
    return MonthList(organization=_name(uow, scope["book"]), items=items)


def before(month: date) -> date:
    """Return the first day of the month before."""
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def get_month(uow: UnitOfWork, *, month: date) -> MonthDetail:
    """Return a month of the actor's book with what stands in the way and its closings. Raises `Forbidden` and `NotFound`."""
    require(policy.can_read(uow.actor))
    scope = policy.scope(uow.actor)
    first = first_month(uow, scope["book"])
    if first is None or not first <= month <= uow.today.replace(day=1):
        raise month_not_found()
    rows = uow.rows(
        f"{_VIEW} {policy.VISIBLE} AND m.month = :month ORDER BY m.created_at DESC, m.id DESC",
        month=month,
        **scope,
    )
    shut = any(row["state"] in SHUT for row in rows)
    found = [] if shut else list_obstacles(uow, book=scope["book"], month=month, first=first)
    live = any(row["state"] in LIVE for row in rows)
    return MonthDetail(
        month=f"{month:%Y-%m}", organization=_name(uow, scope["book"]), obstacles=found, obstacle_count=len(found),
        may_ask=bool(policy.can_ask(uow.actor)) and not found and not live,
        closings=[_view(uow, row) for row in rows],
    )  # fmt: skip


def get_closing(uow: UnitOfWork, *, closing_id: UUID) -> ClosingView:
    """Return a closing of the actor's book; raises `NotFound`."""
    rows = uow.rows(f"{_VIEW} {policy.VISIBLE} AND m.id = :id", id=closing_id, **policy.scope(uow.actor))
    if not rows:
        raise month_not_found()
    return _view(uow, rows[0])


def list_waiting(uow: UnitOfWork) -> list[ClosingView]:
    """Return the closings of the actor's book that wait for a second person, the earliest month first."""
    rows = uow.rows(
        f"{_VIEW} {policy.VISIBLE} AND m.state IN ('asked', 'reopening') ORDER BY m.month",
        **policy.scope(uow.actor),
    )
    return [_view(uow, row) for row in rows]


def _name(uow: UnitOfWork, book: UUID | None) -> str | None:
    rows = uow.rows("SELECT name FROM organization WHERE id = :id", id=book) if book else []
    return rows[0]["name"] if rows else None


def _view(uow: UnitOfWork, row: dict[str, Any]) -> ClosingView:
    closing = MonthClosing.model_construct(**{name: row[name] for name in MonthClosing.model_fields})
    found = refusals(
        CLOSING, closing, facts=facts(uow, closing.organization_id), allowed=lambda move: policy.step(uow.actor, move)
    )  # fmt: skip
    return ClosingView.model_validate(
        {name: row[name] for name in ClosingView.model_fields if name in row}
        | {
            "month": f"{row['month']:%Y-%m}",
            "asked_at": row["created_at"],
            "rows": [TrialRow(**one, label=_label(uow, one["kind"])) for one in row["figures"] or []],
            "moves": [move for move, why in found.items() if why is None],
            "refused": refused_moves(uow, found),
        }
    )


def _label(uow: UnitOfWork, kind: str) -> str:
    text = label_of_kind(kind)
    return text.in_(uow.locale) if text else kind


def facts(uow: UnitOfWork, book: UUID | None) -> Facts:
    """Return what the guards look at: who acts, and the latest month of the book that is shut."""
    [row] = uow.rows(
        "SELECT max(month) AS month FROM month_closing WHERE organization_id IS NOT DISTINCT FROM :book AND state = ANY(:shut)",
        book=book,
        shut=list(SHUT),
    )
    return Facts(uow.actor.user_id, row["month"])


def lock_closing(uow: UnitOfWork, closing_id: UUID) -> MonthClosing:
    """Lock a closing for a change; raises `NotFound` for one of another book."""
    row = uow.session.exec(
        select(MonthClosing)
        .where(col(MonthClosing.id) == closing_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not policy.can_see(uow.actor, row):
        raise month_not_found()
    return row


def recount(session: Session) -> list[tuple[MonthClosing, Figures]]:
    """Return every closed month with what its entries say today, one pass for each book; for the checks."""
    rows = session.exec(
        select(MonthClosing)
        .where(col(MonthClosing.state).in_(SHUT))
        .order_by(col(MonthClosing.organization_id), col(MonthClosing.month))
        .execution_options(populate_existing=True)
    ).all()
    found = []
    books = dict.fromkeys((row.organization_id, tuple(row.bank_accounts or ())) for row in rows)
    for organization_id, accounts in books:
        mine = [
            row
            for row in rows
            if (row.organization_id, tuple(row.bank_accounts or ())) == (organization_id, accounts)
        ]
        counted = count_months(
            session, organization_id=organization_id, bank_accounts=accounts, months=[row.month for row in mine]
        )  # fmt: skip
        found += [(row, counted[row.month]) for row in mine]
    return found
