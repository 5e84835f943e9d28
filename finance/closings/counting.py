"""What is kept of a month: its trial balance and the number of its transactions, counted from the entries in one pass.

Counted alike when a month is closed and whenever a check looks whether it still holds. Knows no actor.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session

from finance.books.policy import OWN_THEN
from marketplace.core.clock import start_of_day

_MONTH: Final = "CAST(date_trunc('month', t.effective_at AT TIME ZONE 'Asia/Shanghai') AS date)"
_OF = {
    True: "true",
    False: f"t.id IN (SELECT mine.txn_id FROM ledger_account a JOIN ledger_entry mine ON mine.account_id = a.id WHERE {OWN_THEN})",  # noqa: S608 - constants
}
_MOVED: Final = f"""
WITH moved AS (
    SELECT e.account_id, {_MONTH} AS month, sum(e.amount_minor) FILTER (WHERE e.amount_minor > 0) AS debit,
           -sum(e.amount_minor) FILTER (WHERE e.amount_minor < 0) AS credit
      FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id WHERE t.effective_at < :before AND {{of}} GROUP BY 1, 2
)
SELECT a.currency, a.kind, a.side, m.month, CAST(coalesce(sum(m.debit), 0) AS bigint) AS debit,
       CAST(coalesce(sum(m.credit), 0) AS bigint) AS credit, count(*) FILTER (WHERE m.month = m.first) AS opened
  FROM (SELECT *, min(month) OVER (PARTITION BY account_id) AS first FROM moved) m JOIN ledger_account a ON a.id = m.account_id
 GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""  # noqa: S608 - constants
_BOOKED: Final = f"SELECT {_MONTH} AS month, count(*) AS n FROM ledger_txn t WHERE t.effective_at < :before AND {{of}} GROUP BY 1"  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class Figures:
    """A month of a book: the rows of its trial balance as `TrialRow` without label, and how many transactions took effect in it."""

    rows: list[dict[str, Any]]
    transactions: int


def count_months(
    session: Session, *, organization_id: UUID | None, bank_accounts: Sequence[str], months: Sequence[date]
) -> dict[date, Figures]:
    """Return the figures of months of an organization's book, or of the books of all without one.

    `bank_accounts` are the numbers of those that are taken for the organization's own: a statement that is imported
    later must not change what was closed.
    """
    of = _OF[organization_id is None]
    params = {
        "before": start_of_day(following(max(months))), "sees_all": organization_id is None, "org": organization_id,
        "bank_accounts": list(bank_accounts),
    }  # fmt: skip
    connection = session.connection()
    moved = connection.execute(text(_MOVED.format(of=of)), params).mappings().all()
    booked = {row.month: row.n for row in connection.execute(text(_BOOKED.format(of=of)), params)}
    return {month: Figures(_rows(moved, month), booked.get(month, 0)) for month in months}


def _rows(moved: Sequence[Any], month: date) -> list[dict[str, Any]]:
    found = []
    for (currency, kind, side), group in groupby(
        moved, lambda row: (row["currency"], row["kind"], row["side"])
    ):
        known = [row for row in group if row["month"] <= month]
        if not known:
            continue
        sign = 1 if side == "debit" else -1
        opening = sum(row["debit"] - row["credit"] for row in known if row["month"] < month)
        debit, credit = ([row[one] for row in known if row["month"] == month] for one in ("debit", "credit"))
        found.append(
            {
                "kind": kind, "side": side, "currency": currency, "accounts": sum(row["opened"] for row in known),
                "opening_minor": sign * opening, "debit_minor": sum(debit), "credit_minor": sum(credit),
                "closing_minor": sign * (opening + sum(debit) - sum(credit)),
            }
        )  # fmt: skip
    return found


def following(month: date) -> date:
    """Return the first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
