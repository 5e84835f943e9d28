"""Reads of the room; every read of an actor goes through `policy.VISIBLE`."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final
from uuid import UUID

from finance.books import policy
from finance.books.errors import account_not_found, transaction_not_found
from finance.books.naming import ACCOUNT, DOCUMENT, PAPER, account_of, document_of
from finance.books.schemas import (
    AccountBalance,
    AccountList,
    AccountName,
    AccountStatement,
    Behind,
    BookEntry,
    BookLine,
    BookTransaction,
    TransactionList,
    TrialBalance,
    TrialRow,
    TrialSum,
)
from finance.books.words import account_label, transaction_label
from marketplace.core.clock import business_date, end_of_day, start_of_day
from marketplace.core.policy import require
from marketplace.core.uow import UnitOfWork

PAGE: Final = 50
_SIGN = "CASE a.side WHEN 'debit' THEN 1 ELSE -1 END"
_FROM = (
    "ledger_account a JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_txn t ON t.id = e.txn_id"
    f" WHERE {policy.VISIBLE} AND t.effective_at < :before"
)
_SINCE = "(CAST(:since AS timestamptz) IS NULL OR t.effective_at >= :since)"


def _period(uow: UnitOfWork, from_on: date | None, to_on: date | None) -> dict[str, Any]:
    return {
        "since": start_of_day(from_on) if from_on else None,
        "before": end_of_day(to_on or uow.today),
        **policy.scope(uow.actor),
    }


def _organization(uow: UnitOfWork) -> str | None:
    """The name on the books: the reader's organization, or None for the books of all."""
    if policy.scope(uow.actor)["sees_all"]:
        return None
    rows = uow.rows("SELECT name FROM organization WHERE id = :id", id=uow.actor.organization_id)
    return rows[0]["name"] if rows else None


def list_accounts(
    uow: UnitOfWork,
    *,
    on: date | None = None,
    kind: str | None = None,
    named: str | None = None,
    all_of_them: bool = False,
    after: str | None = None,
) -> AccountList:
    """Return accounts with what they hold at the end of a day, by key; without `all_of_them` those that hold something.

    Raises `Forbidden`.
    """
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        f"SELECT * FROM (SELECT {ACCOUNT}, held.minor AS balance_minor, held.lines, held.last_at FROM ("  # noqa: S608 - constants
        f"SELECT a.id, CAST(sum(e.amount_minor * {_SIGN}) AS bigint) AS minor, count(*) AS lines, max(t.effective_at) AS last_at FROM {_FROM}"
        " AND (CAST(:kind AS text) IS NULL OR a.kind = :kind) AND (CAST(:after AS text) IS NULL OR a.key > :after)"
        " GROUP BY a.id HAVING :all OR sum(e.amount_minor) <> 0) held JOIN ledger_account a ON a.id = held.id) shown"
        " WHERE CAST(:named AS text) IS NULL OR strpos(lower(shown.name), lower(:named)) > 0 ORDER BY shown.key LIMIT :more",
        **_period(uow, None, on),
        kind=kind,
        named=named,
        after=after,
        all=all_of_them,
        more=PAGE + 1,
    )
    items = [
        AccountBalance(
            **account_of(row, uow.locale).model_dump(),
            balance_minor=row["balance_minor"],
            lines=row["lines"],
            last_on=business_date(row["last_at"]),
        )
        for row in rows[:PAGE]
    ]
    return AccountList(as_of=on or uow.today, items=items, next=items[-1].key if len(rows) > PAGE else None)


def get_trial_balance(
    uow: UnitOfWork, *, from_on: date | None = None, to_on: date | None = None
) -> TrialBalance:
    """Return what each kind of account held, moved and holds; every currency proves itself. Raises `Forbidden`."""
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        f"SELECT a.kind, a.currency, a.side, count(DISTINCT a.id) AS accounts,"  # noqa: S608 - constants
        f" CAST(coalesce(sum(e.amount_minor) FILTER (WHERE NOT {_SINCE}), 0) AS bigint) AS opening,"
        f" CAST(coalesce(sum(e.amount_minor) FILTER (WHERE {_SINCE} AND e.amount_minor > 0), 0) AS bigint) AS debit,"
        f" CAST(coalesce(-sum(e.amount_minor) FILTER (WHERE {_SINCE} AND e.amount_minor < 0), 0) AS bigint) AS credit"
        f" FROM {_FROM} GROUP BY a.kind, a.currency, a.side ORDER BY a.currency, a.kind",
        **_period(uow, from_on, to_on),
    )
    return TrialBalance(
        organization=_organization(uow),
        from_on=from_on,
        to_on=to_on or uow.today,
        rows=[_trial_row(uow, row) for row in rows],
        sums=[
            _trial_sum(currency, list(group))
            for currency, group in groupby(rows, lambda row: row["currency"])
        ],
    )


def _trial_row(uow: UnitOfWork, row: dict[str, Any]) -> TrialRow:
    sign = 1 if row["side"] == "debit" else -1
    return TrialRow(
        **{name: row[name] for name in ("kind", "side", "currency", "accounts")},
        label=account_label(row["kind"], uow.locale),
        opening_minor=sign * row["opening"],
        debit_minor=row["debit"],
        credit_minor=row["credit"],
        closing_minor=sign * (row["opening"] + row["debit"] - row["credit"]),
    )


def _trial_sum(currency: str, rows: Sequence[dict[str, Any]]) -> TrialSum:
    opening = [row["opening"] for row in rows]
    closing = [row["opening"] + row["debit"] - row["credit"] for row in rows]
    moved = sum(row["debit"] for row in rows), sum(row["credit"] for row in rows)
    return TrialSum(
        currency=currency,
        opening_debit_minor=sum(minor for minor in opening if minor > 0),
        opening_credit_minor=-sum(minor for minor in opening if minor < 0),
        debit_minor=moved[0],
        credit_minor=moved[1],
        closing_debit_minor=sum(minor for minor in closing if minor > 0),
        closing_credit_minor=-sum(minor for minor in closing if minor < 0),
        balanced=sum(opening) == sum(closing) == 0 and moved[0] == moved[1],
    )


def get_statement(
    uow: UnitOfWork,
    *,
    key: str,
    from_on: date | None = None,
    to_on: date | None = None,
    after: int | None = None,
    size: int = PAGE,
) -> AccountStatement:
    """Return an account over a period, oldest line first, from the line that follows transaction `after`.

    Raises `Forbidden`, and `NotFound` for an account of which nothing is in the actor's book.
    """
    require(policy.can_read(uow.actor))
    params = {"key": key, **_period(uow, from_on, to_on)}
    account = _account(uow, params)
    [sums] = uow.rows(
        f"SELECT CAST(coalesce(sum(e.amount_minor * {_SIGN}) FILTER (WHERE NOT {_SINCE}), 0) AS bigint) AS opening,"  # noqa: S608
        f" CAST(coalesce(sum(e.amount_minor) FILTER (WHERE {_SINCE} AND e.amount_minor > 0), 0) AS bigint) AS debit,"
        f" CAST(coalesce(-sum(e.amount_minor) FILTER (WHERE {_SINCE} AND e.amount_minor < 0), 0) AS bigint) AS credit,"
        f" CAST(coalesce(sum(e.amount_minor * {_SIGN}) FILTER (WHERE {_SINCE} AND (t.effective_at, t.id) <= cut.at), 0) AS bigint) AS passed"
        " FROM (SELECT (SELECT (c.effective_at, c.id) FROM ledger_txn c WHERE c.id = :after) AS at) cut CROSS JOIN"
        f" {_FROM} AND a.key = :key",
        **params,
        after=after,
    )
    rows = uow.rows(
        f"SELECT line.*, {PAPER}, (SELECT array_agg(DISTINCT o.kind) FROM ledger_entry x JOIN ledger_account o ON o.id = x.account_id"  # noqa: S608
        " WHERE x.txn_id = t.id AND x.amount_minor * line.amount_minor < 0) AS against FROM"
        f" (SELECT t.id AS txn_id, t.kind, t.effective_at, t.reverses_id, e.amount_minor FROM {_FROM} AND a.key = :key AND {_SINCE}"
        " AND (CAST(:after AS bigint) IS NULL OR (t.effective_at, t.id) > (SELECT c.effective_at, c.id FROM ledger_txn c WHERE c.id = :after))"
        f" ORDER BY t.effective_at, t.id LIMIT :more) line JOIN ledger_txn t ON t.id = line.txn_id {DOCUMENT} ORDER BY t.effective_at, t.id",
        **params,
        after=after,
        more=size + 1,
    )
    sign = 1 if account.side == "debit" else -1
    return AccountStatement(
        account=account,
        organization=_organization(uow),
        from_on=from_on,
        to_on=to_on or uow.today,
        opening_minor=sums["opening"],
        debit_minor=sums["debit"],
        credit_minor=sums["credit"],
        closing_minor=sums["opening"] + sign * (sums["debit"] - sums["credit"]),
        lines=_lines(uow, rows[:size], sign, sums["opening"] + (sums["passed"] if after else 0)),
        next=rows[size - 1]["txn_id"] if len(rows) > size else None,
    )


def _account(uow: UnitOfWork, params: dict[str, Any]) -> AccountName:
    rows = uow.rows(
        f"SELECT {ACCOUNT} FROM ledger_account a WHERE a.key = :key AND EXISTS (SELECT 1 FROM ledger_entry e"  # noqa: S608
        f" JOIN ledger_txn t ON t.id = e.txn_id WHERE e.account_id = a.id AND {policy.VISIBLE})",
        **params,
    )
    if not rows:
        raise account_not_found()
    return account_of(rows[0], uow.locale)


def _lines(uow: UnitOfWork, rows: list[dict[str, Any]], sign: int, balance: int) -> list[BookLine]:
    lines = []
    for row in rows:
        amount = row["amount_minor"]
        balance += sign * amount
        lines.append(
            BookLine(
                **{name: row[name] for name in ("txn_id", "kind", "effective_at", "reverses_id")},
                label=transaction_label(row["kind"], uow.locale),
                debit_minor=max(amount, 0),
                credit_minor=max(-amount, 0),
                balance_minor=balance,
                against=[account_label(kind, uow.locale) for kind in row["against"] or []],
                document=document_of(row, uow.locale),
            )
        )
    return lines


_TRANSACTION = (
    f"SELECT t.id AS txn_id, t.kind AS txn_kind, t.effective_at, t.created_at, t.reverses_id, e.amount_minor, {PAPER}, {ACCOUNT},"  # noqa: S608 - constants
    " (SELECT r.id FROM ledger_txn r WHERE r.reverses_id = t.id) AS reversed_by_id"
    f" FROM ledger_txn t {DOCUMENT} JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id"
)


def get_transaction(uow: UnitOfWork, *, txn_id: int) -> BookTransaction:
    """Return a transaction of the actor's book with all its entries; raises `Forbidden` and `NotFound`."""
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        f"{_TRANSACTION} WHERE t.id = :txn AND {policy.VISIBLE} ORDER BY e.amount_minor < 0, a.key",
        txn=txn_id,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise transaction_not_found()
    return _transaction(uow, rows)


_MOVED = "SELECT x.txn_id FROM ledger_account o JOIN ledger_entry x ON x.account_id = o.id WHERE"
_BEHIND: Final[dict[Behind, str]] = {
    Behind.CONTRACT: f"t.id IN ({_MOVED} o.contract_id = :id)",
    Behind.INVOICE: f"(t.id IN ({_MOVED} o.key = 'receivable:' || CAST(:id AS text))"  # noqa: S608 - constants
    " OR t.source_id IN (SELECT d.id FROM distribution d WHERE d.invoice_id = :id))",
    Behind.DISTRIBUTION: "(t.source_id = :id OR t.source_id IN (SELECT i.payout_id FROM payout_item i"
    " JOIN distribution_share s ON s.id = i.share_id WHERE s.distribution_id = :id))",
    Behind.BATCH: "t.source_id IN (SELECT p.id FROM payout p WHERE p.batch_id = :id)",
    Behind.LINE: "(t.source_id = :id OR t.source_id IN (SELECT m.id FROM bank_match m WHERE m.line_id = :id"
    " UNION ALL SELECT r.id FROM bank_return r WHERE r.line_id = :id))",
}


def list_transactions(
    uow: UnitOfWork,
    *,
    behind: Behind | None = None,
    thing_id: UUID | None = None,
    on: date | None = None,
    before: int | None = None,
    size: int = 20,
) -> TransactionList:
    """Return what was booked for a thing, or on a day, latest first, from what is older than transaction `before`.

    For a bill that is every transaction that moved its receivable and the splits of what was paid on it; for a split its
    own booking and the payouts of its shares. Raises `Forbidden`.
    """
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        f"{_TRANSACTION} WHERE t.id IN (SELECT t.id FROM ledger_txn t WHERE {policy.VISIBLE}"  # noqa: S608 - constants
        f" AND {_BEHIND[behind] if behind else 'true'} AND (CAST(:before AS bigint) IS NULL OR t.id < :before)"
        " AND (CAST(:since AS timestamptz) IS NULL OR (t.effective_at >= :since AND t.effective_at < :until))"
        " ORDER BY t.id DESC LIMIT :more) ORDER BY t.id DESC, e.amount_minor < 0, a.key",
        **({"id": thing_id} if behind else {}),
        since=start_of_day(on) if on else None,
        until=end_of_day(on) if on else None,
        before=before,
        more=size + 1,
        **policy.scope(uow.actor),
    )
    found = [_transaction(uow, list(legs)) for _, legs in groupby(rows, lambda row: row["txn_id"])]
    return TransactionList(items=found[:size], next=found[size - 1].id if len(found) > size else None)


def _transaction(uow: UnitOfWork, rows: list[dict[str, Any]]) -> BookTransaction:
    first = rows[0]
    return BookTransaction(
        id=first["txn_id"],
        kind=first["txn_kind"],
        label=transaction_label(first["txn_kind"], uow.locale),
        document=document_of(first, uow.locale),
        entries=[
            BookEntry(
                account=account_of(row, uow.locale),
                debit_minor=max(row["amount_minor"], 0),
                credit_minor=max(-row["amount_minor"], 0),
            )
            for row in rows
        ],
        **{name: first[name] for name in ("effective_at", "created_at", "reverses_id", "reversed_by_id")},
    )
