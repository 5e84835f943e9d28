"""How a fact is written: the only caller of `ledger_post`, and the mirror of what was written."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from finance.ledger.chart import CHART, Account, AccountKind
from finance.ledger.errors import AlreadyReversed, BalanceTooLow, LedgerError, MonthClosed
from marketplace.core.db import constraint_of
from marketplace.core.uow import UnitOfWork

CNY = "CNY"
_POST = text(
    "SELECT ledger_post(key, kind, currency, accounts, amounts, chart, effective_at, source_type, source_id, reverses_id, meta)"
    " FROM jsonb_to_recordset(CAST(:postings AS jsonb)) AS posting(key text, kind text, currency text, accounts text[],"
    " amounts bigint[], chart jsonb, effective_at timestamptz, source_type text, source_id uuid, reverses_id bigint, meta jsonb)"
)
_DEFECTS = frozenset(
    {"LG001", "LG002", "LG003", "22003"}
)  # raised by ledger_post; 22003 is a bigint overflow

Legs = Sequence[tuple[Account, int]]


def posting(
    uow: UnitOfWork, kind: str, key: str, legs: Legs, *, source: tuple[str, UUID | None], currency: str = CNY,
    reverses_id: int | None = None, **meta: Any,
) -> dict[str, Any]:  # fmt: skip
    """Return one fact as `ledger_post` takes it; legs of 0 are left out."""
    legs = sorted(((account, amount) for account, amount in legs if amount), key=lambda leg: leg[0].key)
    opened = [
        {
            "account": account.key, "kind": account.kind, "side": CHART[account.kind].side,
            "rollup": CHART[account.kind].rollup, "floor": CHART[account.kind].floor_minor,
            "owner": account.owner_id, "contract": account.contract_id,
        }
        for account, _ in legs
    ]  # fmt: skip
    return {
        "key": key, "kind": kind, "currency": currency, "accounts": [account.key for account, _ in legs],
        "amounts": [amount for _, amount in legs], "chart": opened, "effective_at": uow.now,
        "source_type": source[0], "source_id": source[1], "reverses_id": reverses_id, "meta": meta,
    }  # fmt: skip


def post(uow: UnitOfWork, *said: Any, **more: Any) -> int:
    """Book one fact and return its transaction; the arguments are those of `posting`."""
    return book(uow, [posting(uow, *said, **more)])[0]


def book(uow: UnitOfWork, postings: list[dict[str, Any]]) -> list[int]:
    """Book postings in their order and return their transactions, all in one statement."""
    try:
        booked = uow.session.connection().execute(_POST, {"postings": orjson.dumps(postings).decode()})
        return [int(txn) for txn in booked.scalars()]
    except IntegrityError as error:
        constraint = constraint_of(error)
        if constraint == "ck_ledger_account_floor":
            raise BalanceTooLow from error
        if constraint == "uq_ledger_txn_reverses_id":
            raise AlreadyReversed(txn_id=postings[0]["reverses_id"]) from error
        raise
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == "LG005":
            raise MonthClosed(month=str(error.orig.diag.message_detail)) from error  # type: ignore[union-attr]
        if getattr(error.orig, "sqlstate", None) in _DEFECTS:
            raise LedgerError(str(error.orig).splitlines()[0]) from error
        raise


def reverse(uow: UnitOfWork, *, txn_id: int, reason: str) -> int:
    """Book the mirror of a transaction; raises `AlreadyReversed` and, if the money is gone, `BalanceTooLow`."""
    rows = uow.rows(
        "SELECT t.currency, t.source_type, t.source_id, a.key, a.kind, a.owner_id, a.contract_id, e.amount_minor"
        " FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id"
        " WHERE t.id = :txn ORDER BY a.id",
        txn=txn_id,
    )
    if not rows:
        raise LedgerError(f"there is no transaction {txn_id}")
    legs = [
        (
            Account(
                AccountKind(row["kind"]), row["key"].partition(":")[2], row["owner_id"], row["contract_id"]
            ),
            -row["amount_minor"],
        )
        for row in rows
    ]
    first = rows[0]
    return post(
        uow, "reversal", f"reverse:{txn_id}", legs, source=(first["source_type"], first["source_id"]),
        currency=first["currency"], reverses_id=txn_id, reason=reason,
    )  # fmt: skip
