"""Reads of the room; every read of an actor goes through `policy.VISIBLE`."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from finance.ledger import queries as ledger
from finance.ledger.schemas import TransactionView
from finance.reconciliation import policy
from finance.reconciliation.comparing import Item, bank_items, clearing_items
from finance.reconciliation.errors import account_not_found
from finance.reconciliation.models import ReconciliationDifference
from finance.reconciliation.schemas import (
    ComparedAccount,
    DayView,
    DifferenceState,
    DifferenceStep,
    ItemView,
    ReconciliationDifferenceView,
)
from marketplace.core.policy import require
from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork


def list_bank_accounts(uow: UnitOfWork, *, organization_id: UUID | None = None) -> list[str]:
    """Return the bank accounts of which statements were imported, of one organization or of all."""
    rows = uow.rows(
        "SELECT DISTINCT account_no FROM bank_statement WHERE CAST(:org AS uuid) IS NULL OR organization_id = :org ORDER BY 1",
        org=organization_id,
    )
    return [row["account_no"] for row in rows]


def list_accounts(uow: UnitOfWork) -> list[ComparedAccount]:
    """Return the accounts that the actor looks after, as they were compared last; raises `Forbidden`."""
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        "SELECT DISTINCT ON (d.account_key) d.account_key AS key, split_part(d.account_key, ':', 1) AS kind,"  # noqa: S608 - a constant
        " coalesce(o.name || ' ', '') || split_part(d.account_key, ':', 2) AS name, d.day, d.ours_minor, d.theirs_minor,"
        " d.ran_at, coalesce(f.n, 0) AS open_count, coalesce(f.minor, 0) AS open_minor FROM reconciliation_day d"
        " LEFT JOIN organization o ON o.id = d.organization_id LEFT JOIN (SELECT account_key, count(*) AS n,"
        "  sum(abs(ours_minor - theirs_minor))::bigint AS minor FROM reconciliation_difference WHERE state = 'open' GROUP BY 1) f"
        f" ON f.account_key = d.account_key WHERE {policy.VISIBLE} ORDER BY d.account_key, d.day DESC",
        **policy.scope(uow.actor),
    )
    return [ComparedAccount(**row) for row in rows]


def list_days(uow: UnitOfWork, *, key: str) -> list[DayView]:
    """Return the last 60 days with movements of an account, oldest first; raises `NotFound`."""
    rows = uow.rows(
        f"SELECT d.day, d.ours_minor, d.theirs_minor FROM reconciliation_day d WHERE d.account_key = :key AND {policy.VISIBLE}"  # noqa: S608 - a constant
        " ORDER BY d.day DESC LIMIT 60",
        key=key,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise account_not_found()
    return [DayView(**row) for row in reversed(rows)]


def list_items(uow: UnitOfWork, *, key: str, day: date) -> list[ItemView]:
    """Return what moved an account on a day, by both sides, with the way to entries and documents; raises `NotFound`."""
    list_days(uow, key=key)
    kind, _, name = key.partition(":")
    items = bank_items(uow, name) if kind == "bank" else clearing_items(uow, name)
    shown = [item for item in items if item.day == day]
    invoices = _invoices(uow, shown)
    return [_item(item, invoices) for item in shown]


def _invoices(uow: UnitOfWork, items: list[Item]) -> dict[Any, UUID]:
    """The bill that a movement paid, by transaction and by bank line: the first one where a line paid several."""
    rows = uow.rows(
        "SELECT t.id AS key, p.invoice_id FROM ledger_txn t JOIN payment_attempt p ON p.id = t.source_id WHERE t.id = ANY(:txns)",
        txns=[item.txn_id for item in items if item.txn_id],
    ) + uow.rows(
        "SELECT line_id AS key, invoice_id FROM bank_match WHERE state = 'booked' AND line_id = ANY(:lines) ORDER BY created_at DESC",
        lines=[item.line_id for item in items if item.line_id],
    )
    return {row["key"]: row["invoice_id"] for row in rows}


def _item(item: Item, invoices: dict[Any, UUID]) -> ItemView:
    both = item.ours_minor is not None and item.theirs_minor is not None
    amount = item.theirs_minor if item.theirs_minor is not None else item.ours_minor
    return ItemView(
        side="both" if both else "ours" if item.theirs_minor is None else "theirs",
        label=item.label,
        kind=item.kind,
        amount_minor=amount or 0,
        txn_id=item.txn_id,
        line_id=item.line_id,
        invoice_id=invoices.get(item.line_id) or invoices.get(item.txn_id),
    )


def get_transaction(uow: UnitOfWork, *, key: str, txn_id: int) -> TransactionView:
    """Return a transaction with all its entries if it touches an account that the actor looks after; raises `NotFound`."""
    list_days(uow, key=key)
    found = ledger.find_transaction(uow, txn_id)
    if found is None or key not in {entry.account for entry in found.entries}:
        raise account_not_found()
    return found


_DIFFERENCES = """
SELECT d.id, d.account_key, d.kind, d.label, d.day, d.ours_minor, d.theirs_minor, d.state, d.state_since, d.line_id, d.txn_id, d.reason,
       CAST(:today AS date) - d.day AS age_days, u.name AS owner_name
  FROM reconciliation_difference d LEFT JOIN user_account u ON u.id = d.owner_id WHERE
"""


def list_differences(
    uow: UnitOfWork, *, key: str | None = None, state: DifferenceState | None = None
) -> list[ReconciliationDifferenceView]:
    """Return the differences of the accounts that the actor looks after, open ones first, oldest first, at most 200."""
    require(policy.can_read(uow.actor))
    rows = uow.rows(
        f"{_DIFFERENCES} {policy.VISIBLE} AND (CAST(:key AS text) IS NULL OR d.account_key = :key)"
        " AND (CAST(:state AS text) IS NULL OR d.state = :state) ORDER BY d.state <> 'open', d.day, d.id LIMIT 200",
        key=key,
        state=state,
        today=uow.today,
        **policy.scope(uow.actor),
    )
    return _with_history(uow, rows)


def get_difference(uow: UnitOfWork, *, difference_id: UUID) -> ReconciliationDifferenceView:
    """Return a difference that the actor may see; raises `NotFound`."""
    rows = uow.rows(
        f"{_DIFFERENCES} {policy.VISIBLE} AND d.id = :id",
        id=difference_id,
        today=uow.today,
        **policy.scope(uow.actor),
    )
    if not rows:
        raise account_not_found()
    return _with_history(uow, rows)[0]


def _with_history(uow: UnitOfWork, rows: list[dict[str, Any]]) -> list[ReconciliationDifferenceView]:
    steps: dict[UUID, list[DifferenceStep]] = {}
    for step in uow.rows(
        "SELECT c.subject_id, c.at, c.to_state, u.name AS actor_name, c.reason FROM state_change c"
        " LEFT JOIN user_account u ON u.id = c.actor_id"
        " WHERE c.subject_type = 'reconciliation_difference' AND c.subject_id = ANY(:ids) ORDER BY c.subject_id, c.sort_key",
        ids=[row["id"] for row in rows],
    ):
        steps.setdefault(step.pop("subject_id"), []).append(DifferenceStep(**step))
    return [ReconciliationDifferenceView(**row, history=steps.get(row["id"], [])) for row in rows]


def lock_difference(uow: UnitOfWork, difference_id: UUID) -> ReconciliationDifference:
    """Lock a difference for a change; raises `NotFound` for one that the actor may not see."""
    row = uow.session.exec(
        select(ReconciliationDifference)
        .where(col(ReconciliationDifference.id) == difference_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None or not policy.can_see(uow.actor, row.organization_id):
        raise NotFound(what="ledger account")
    return row


def last_movement_at(uow: UnitOfWork, *, provider: str) -> datetime | None:
    """Return when the latest movement that a provider told of happened; for the nightly look."""
    [row] = uow.rows(
        "SELECT max(happened_at) AS at FROM provider_movement WHERE provider = :provider", provider=provider
    )
    at: datetime | None = row["at"]
    return at
