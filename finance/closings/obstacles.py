"""What stands in the way of closing a month: each thing with who sees to it and the page where that is done."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import quote
from uuid import UUID

from finance.closings.counting import following
from finance.closings.schemas import Obstacle, ObstacleKind
from finance.closings.states import SHUT
from marketplace.core.clock import end_of_day, start_of_day
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.rulebook import queries as rulebook

SHOWN: Final = 50
"""So many things of a kind are shown; what is over is seen when these are done."""
PLATFORM: Final = Text("平台管理员", "The platform's administrators")
ACCOUNTANT: Final = Text("本单位财务", "Your accountant")
CLOCK: Final = Text("系统自动完成", "Done by itself")
_NOT_OVER: Final = Text("{month} 尚未结束", "{month} is not over")
_EARLIER: Final = Text("{month} 尚未结账", "{month} is not closed yet")
_STATEMENT: Final = Text(
    "账户 {account} 的银行流水未导入到月末",
    "Statements of account {account} do not reach the end of the month",
)
_NIGHT: Final = Text(
    "与支付机构的对账未做到月末", "The provider's account was not compared up to the end of the month"
)
_NOTICE: Final = Text("支付机构通知待处理：{what}", "A provider's notice waits for a person: {what}")
_UNSEALED: Final = Text(
    "{count} 笔记账尚未封存，请稍候", "{count} transactions are not sealed yet, wait a moment"
)

_DIFFERENCES: Final = """
SELECT d.label, d.day, d.theirs_minor - d.ours_minor AS minor, d.account_key, d.organization_id, u.name AS person, o.name AS organization
  FROM reconciliation_difference d LEFT JOIN user_account u ON u.id = d.owner_id LEFT JOIN organization o ON o.id = d.organization_id
 WHERE d.state = 'open' AND d.day <= :last AND (CAST(:org AS uuid) IS NULL OR d.organization_id = :org) ORDER BY d.day, d.id LIMIT :shown
"""
_UNMATCHED: Final = """
SELECT l.payer_name || ' ' || l.memo AS label, l.booked_on AS day, l.amount_minor AS minor, l.organization_id, l.id,
       u.name AS person, o.name AS organization
  FROM bank_line l LEFT JOIN user_account u ON u.id = l.owner_id JOIN organization o ON o.id = l.organization_id
 WHERE l.state = 'unmatched' AND l.direction = 'in' AND l.booked_on <= :last AND l.booked_on < :older
   AND (CAST(:org AS uuid) IS NULL OR l.organization_id = :org)
 ORDER BY l.booked_on, l.id LIMIT :shown
"""
_STATEMENTS: Final = """
SELECT s.account_no, max(s.to_on) AS day, (array_agg(u.name ORDER BY s.imported_at DESC))[1] AS person FROM bank_statement s
  LEFT JOIN user_account u ON u.id = s.imported_by WHERE s.organization_id = :org AND s.to_on IS NOT NULL
 GROUP BY 1 HAVING max(s.to_on) < :last ORDER BY 1
"""
_PARKED: Final = """
SELECT n.kind || ' ' || n.object_ref AS label, n.received_at FROM provider_notice n
  LEFT JOIN payment_attempt p ON p.id = n.attempt_id LEFT JOIN invoice i ON i.id = p.invoice_id LEFT JOIN refund r ON r.id = n.refund_id
 WHERE n.state = 'parked' AND (CAST(:org AS uuid) IS NULL OR i.university_id = :org OR r.university_id = :org)
 ORDER BY n.received_at, n.id LIMIT :shown
"""
_UNSEALED_ROWS: Final = """
SELECT count(*) AS n FROM ledger_txn t WHERE t.effective_at >= :since AND t.effective_at < :before
   AND NOT EXISTS (SELECT 1 FROM chain_seal s WHERE s.chain = 'ledger' AND s.item_id = t.id)
"""


def list_obstacles(uow: UnitOfWork, *, book: UUID | None, month: date, first: date) -> list[Obstacle]:
    """Return what stands in the way of closing a month of a book, what comes first in time before the rest.

    `book` is the organization whose book it is, None for the book of all; `first` the first month with a transaction.
    """
    last = following(month) - timedelta(days=1)
    return [
        *_order(uow, book, month, first, last),
        *_uncompared(uow, book, last),
        *_found(uow, book, month, last),
    ]


def _order(uow: UnitOfWork, book: UUID | None, month: date, first: date, last: date) -> Iterator[Obstacle]:
    at = uow.locale
    if uow.today <= last:
        yield Obstacle(
            kind=ObstacleKind.NOT_OVER, what=_NOT_OVER.in_(at, month=f"{month:%Y-%m}"), owner=CLOCK.in_(at), on=last
        )  # fmt: skip
    earlier = (month - timedelta(days=1)).replace(day=1)
    shut = uow.rows(
        "SELECT 1 AS found FROM month_closing WHERE organization_id IS NOT DISTINCT FROM :book AND month = :month AND state = ANY(:shut)",
        book=book, month=earlier, shut=list(SHUT),
    )  # fmt: skip
    if earlier >= first and not shut:
        name = f"{earlier:%Y-%m}"
        yield Obstacle(
            kind=ObstacleKind.EARLIER_OPEN, what=_EARLIER.in_(at, month=name), owner=(PLATFORM if book is None else ACCOUNTANT).in_(at),
            link=f"/app/closings/{name}",
        )  # fmt: skip


def _uncompared(uow: UnitOfWork, book: UUID | None, last: date) -> Iterator[Obstacle]:
    at = uow.locale
    if book is None:
        for row in uow.rows(
            "SELECT account_key, max(for_on) FILTER (WHERE done_at IS NOT NULL) AS day FROM reconciliation_run GROUP BY 1"
            " HAVING coalesce(max(for_on) FILTER (WHERE done_at IS NOT NULL), '-infinity') < :last ORDER BY 1",
            last=last,
        ):
            yield Obstacle(
                kind=ObstacleKind.NOT_COMPARED, what=_NIGHT.in_(at), owner=CLOCK.in_(at), on=row["day"],
                link=f"/app/reconciliation?account={quote(row['account_key'])}",
            )  # fmt: skip
        return
    for row in uow.rows(_STATEMENTS, org=book, last=last):
        yield Obstacle(
            kind=ObstacleKind.NOT_COMPARED, what=_STATEMENT.in_(at, account=row["account_no"]), owner=row["person"] or ACCOUNTANT.in_(at),
            on=row["day"], link="/app/bank",
        )  # fmt: skip


def _found(uow: UnitOfWork, book: UUID | None, month: date, last: date) -> Iterator[Obstacle]:
    at, asked = uow.locale, {"org": book, "shown": SHOWN}
    for row in uow.rows(_DIFFERENCES, last=last, **asked):
        own = row["organization_id"] == book
        link = f"/app/reconciliation?account={quote(row['account_key'])}&day={row['day']}"
        yield Obstacle(
            kind=ObstacleKind.DIFFERENCE, what=row["label"], owner=_owner(uow, row), on=row["day"], amount_minor=row["minor"],
            link=link if own else None,
        )  # fmt: skip
    older = uow.today - timedelta(days=rulebook.value("month_closing_unmatched_days", uow.today))
    for row in uow.rows(_UNMATCHED, last=last, older=older, **asked):
        yield Obstacle(
            kind=ObstacleKind.UNMATCHED, what=row["label"].strip(), owner=_owner(uow, row), on=row["day"], amount_minor=row["minor"],
            link="/app/bank?state=unmatched" if row["organization_id"] == book else None,
        )  # fmt: skip
    for row in uow.rows(_PARKED, **asked):
        yield Obstacle(
            kind=ObstacleKind.PARKED, what=_NOTICE.in_(at, what=row["label"]), owner=PLATFORM.in_(at),
            link="/app/admin" if book is None else None,
        )  # fmt: skip
    [unsealed] = uow.rows(_UNSEALED_ROWS, since=start_of_day(month), before=end_of_day(last))
    if unsealed["n"]:
        yield Obstacle(
            kind=ObstacleKind.UNSEALED,
            what=_UNSEALED.in_(at, count=unsealed["n"]),
            owner=CLOCK.in_(at),
        )


def _owner(uow: UnitOfWork, row: dict[str, Any]) -> str:
    """The person in charge; where nobody is, the organization whose affair it is."""
    return row["person"] or row["organization"] or PLATFORM.in_(uow.locale)
