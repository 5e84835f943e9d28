"""Reads of the books: balances at any instant, everything about one contract or source. Statements are the room `books`."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from finance.ledger.chart import CHART, AccountKind
from finance.ledger.schemas import EntryView, TransactionView
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork


def label_of_kind(kind: str) -> Text | None:
    """Return what a kind of account is called; None for a kind that the chart does not know."""
    return CHART[AccountKind(kind)].label if kind in CHART else None


_SIGN = "CASE a.side WHEN 'debit' THEN 1 ELSE -1 END"


def get_balance(uow: UnitOfWork, key: str, *, before: datetime | None = None) -> int:
    """Return the balance of an account in minor units, on its normal side; an account never opened holds 0.

    With `before`, only what took effect before that instant counts.
    """
    rows = uow.rows(
        f"SELECT coalesce(sum(e.amount_minor * {_SIGN}), 0) AS minor FROM ledger_account a"  # noqa: S608 - a constant
        " JOIN ledger_entry e ON e.account_id = a.id JOIN ledger_txn t ON t.id = e.txn_id"
        " WHERE a.key = :key AND (CAST(:before AS timestamptz) IS NULL OR t.effective_at < :before)",
        key=key,
        before=before,
    )
    return int(rows[0]["minor"])


def list_balances(
    uow: UnitOfWork, *, contract_id: UUID | None = None, owner_id: UUID | None = None
) -> dict[str, int]:
    """Return the running balances, on the normal side, of the accounts of a contract or of an owner, by key."""
    rows = uow.rows(
        f"SELECT a.key, a.balance_minor * {_SIGN} AS minor FROM ledger_account a"  # noqa: S608 - a constant
        " WHERE (a.contract_id = :contract OR a.owner_id = :owner) ORDER BY a.key",
        contract=contract_id,
        owner=owner_id,
    )
    return {row["key"]: row["minor"] for row in rows}


_TRANSACTIONS = (
    "SELECT t.id, t.kind, t.idem_key, t.currency, t.effective_at, t.created_at, t.source_type, t.source_id, t.reverses_id,"
    " a.key AS account, a.kind AS account_kind, e.amount_minor, e.balance_after_minor"
    " FROM ledger_txn t JOIN ledger_entry e ON e.txn_id = t.id JOIN ledger_account a ON a.id = e.account_id WHERE "
)
_HEAD = (
    "id",
    "kind",
    "idem_key",
    "currency",
    "effective_at",
    "created_at",
    "source_type",
    "source_id",
    "reverses_id",
)


def _transactions(rows: Sequence[dict[str, Any]]) -> list[TransactionView]:
    return [
        TransactionView(
            **{name: legs[0][name] for name in _HEAD},
            entries=[
                EntryView.model_validate({k: v for k, v in leg.items() if k not in _HEAD}) for leg in legs
            ],
        )
        for _, group in groupby(rows, key=lambda row: row["id"])
        for legs in [list(group)]
    ]


def find_transaction(uow: UnitOfWork, txn_id: int) -> TransactionView | None:
    """Return one transaction with all its legs."""
    found = _transactions(uow.rows(f"{_TRANSACTIONS} t.id = :txn ORDER BY e.account_id", txn=txn_id))
    return found[0] if found else None
