"""The nightly look at the provider's own account of our money. An edge: it commits before the provider is asked.

What the provider knows and we do not is looked for once more: a payment whose announcement was lost is fetched and booked
as if it had come (P33); a payout is booked to the bank account, and of each payment the fee that the provider kept (P31):
it is never guessed before. What is left is a difference with an owner.
"""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from finance.ledger import recipes
from finance.payments import queries as payments_queries, service as payments
from finance.payments.gateway import (
    Gateway,
    GatewayRefused,
    GatewayUnknown,
    ProviderMovement,
    ProviderPayment,
)
from finance.payments.gateways.stripe import stripe_gateway
from finance.payments.service import AmountDiffers
from finance.reconciliation import queries
from finance.reconciliation.models import ProviderMovement as MovementRow, ReconciliationRun
from finance.reconciliation.service import compare_bank, compare_clearing
from finance.settings import settings
from marketplace.core.clock import business_date
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork

AFTER_HOUR = 2
"""The look begins at two in the morning, Shanghai: the day before is over everywhere."""
AGAIN = timedelta(minutes=10)
OVERLAP = timedelta(days=3)
FIRST_LOOK = timedelta(days=400)


def reconcile_nightly(uow: UnitOfWork, *, gateway: Gateway | None = None) -> int:
    """Do today's look at the provider and at every bank account, once a day; returns 0 when there is nothing to do."""
    gateway = gateway or stripe_gateway()
    run_id = _claim(uow, f"clearing:{gateway.name}")
    uow.session.commit()
    if run_id is None:
        return 0
    since = queries.last_movement_at(uow, provider=gateway.name)
    known = {
        row["ref"]
        for row in uow.rows("SELECT ref FROM provider_movement WHERE provider = :p", p=gateway.name)
    }
    uow.session.commit()
    try:
        moved = gateway.movements((since - OVERLAP) if since else uow.wall - FIRST_LOOK)
        lost = _look_for_lost(uow, gateway, [m for m in moved if m.ref not in known or m.kind == "payout"])
    except (GatewayUnknown, GatewayRefused) as outcome:
        _note(uow, run_id, error=str(outcome))
        uow.session.commit()
        return 0
    _record(uow, gateway.name, moved)
    for attempt_id, seen in lost:
        _book_lost(uow, attempt_id, seen)
    _book_payouts_and_fees(uow, gateway.name)
    compare_clearing(uow, provider=gateway.name)
    for account_no in queries.list_bank_accounts(uow):
        compare_bank(uow, account_no=account_no)
    _note(uow, run_id, error=None)
    uow.session.commit()
    return 1


def _claim(uow: UnitOfWork, account_key: str) -> UUID | None:
    """Take today's look if it is due: whoever comes second finds it taken for ten minutes, or done."""
    if (uow.now + timedelta(hours=8)).hour < AFTER_HOUR:
        return None
    row = {
        "id": new_id(), "version": 1, "created_at": uow.now, "account_key": account_key, "for_on": uow.today,
        "next_at": uow.now, "tries": 0,
    }  # fmt: skip
    uow.session.connection().execute(
        insert(ReconciliationRun).values(row).on_conflict_do_nothing(index_elements=["account_key", "for_on"])
    )
    run = uow.session.exec(
        select(ReconciliationRun)
        .where(
            col(ReconciliationRun.account_key) == account_key,
            col(ReconciliationRun.for_on) == uow.today,
            col(ReconciliationRun.done_at).is_(None),
            col(ReconciliationRun.next_at) <= uow.now,
        )
        .with_for_update(skip_locked=True)
    ).one_or_none()
    if run is None:
        return None
    run.tries, run.next_at = run.tries + 1, uow.now + AGAIN
    return run.id


def _note(uow: UnitOfWork, run_id: UUID, *, error: str | None) -> None:
    run = uow.session.get_one(ReconciliationRun, run_id)
    run.last_error = error
    run.done_at = None if error else uow.now


def _look_for_lost(
    uow: UnitOfWork, gateway: Gateway, moved: list[ProviderMovement]
) -> list[tuple[UUID, ProviderPayment]]:
    """Ask the provider about our attempts whose money it has and we have not booked; no transaction is open meanwhile."""
    ids = [m.attempt_id for m in moved if m.attempt_id is not None]
    waiting = uow.rows(
        "SELECT id, provider_ref, created_at FROM payment_attempt WHERE id = ANY(:ids) AND state NOT IN ('succeeded', 'failed', 'canceled')",
        ids=ids,
    )
    uow.session.commit()
    found = []
    for attempt in waiting:
        try:
            seen = (
                gateway.fetch(attempt["provider_ref"])
                if attempt["provider_ref"]
                else gateway.find(attempt["id"], attempt["created_at"] - timedelta(hours=1))
            )
        except GatewayRefused:
            continue  # one that it does not want to know must not keep the others from being found: it stays a difference
        if seen is not None:
            found.append((attempt["id"], seen))
    return found


def _book_lost(uow: UnitOfWork, attempt_id: UUID, seen: ProviderPayment) -> None:
    attempt = payments_queries.lock_attempt(uow, attempt_id)
    try:
        payments.record_payment(uow, attempt=attempt, seen=seen)
        uow.audit("payment.found_by_reconciliation", "payment_attempt", attempt_id)
    except AmountDiffers as differs:  # stays a difference, which a person looks after
        uow.audit("payment.amount_differs", "payment_attempt", attempt_id, difference=str(differs))


def _record(uow: UnitOfWork, provider: str, moved: list[ProviderMovement]) -> None:
    for m in moved:
        changing = {
            "amount_minor": m.amount_minor,
            "fee_minor": m.fee_minor,
            "net_minor": m.net_minor,
            "settled": m.settled,
            "available_at": m.available_at,
        }
        row = {
            "id": new_id(), "version": 1, "created_at": uow.now, "provider": provider, "ref": m.ref, "kind": m.kind,
            "source_ref": m.source_ref, "capture_ref": m.capture_ref, "attempt_id": m.attempt_id, "currency": m.currency,
            "happened_at": m.happened_at, "day": business_date(m.happened_at),
        }  # fmt: skip
        uow.session.connection().execute(
            insert(MovementRow)
            .values(row | changing)
            .on_conflict_do_update(index_elements=["provider", "ref"], set_=changing)
        )


def _book_payouts_and_fees(uow: UnitOfWork, provider: str) -> None:
    for payout in uow.rows(
        "SELECT source_ref, net_minor FROM provider_movement WHERE provider = :provider AND kind = 'payout' AND settled"
        " AND NOT EXISTS (SELECT 1 FROM ledger_txn WHERE idem_key = 'settle:' || provider || ':' || source_ref) ORDER BY happened_at, ref",
        provider=provider,
    ):
        recipes.provider_settled(
            uow, provider=provider, payout_ref=payout["source_ref"], bank_account=settings().settlement_account,
            amount_minor=-payout["net_minor"],
        )  # fmt: skip
    fees = uow.rows(
        "UPDATE payment_attempt p SET fee_minor = m.fee_minor FROM provider_movement m WHERE m.provider = :provider"
        " AND p.provider = m.provider AND p.capture_ref = m.capture_ref AND m.capture_ref <> '' AND p.state = 'succeeded'"
        " AND p.amount_minor = m.amount_minor AND p.fee_minor IS NULL RETURNING m.ref, m.fee_minor",
        provider=provider,
    )
    fees += uow.rows(
        "SELECT m.ref, m.fee_minor FROM provider_movement m WHERE m.provider = :provider AND m.fee_minor <> 0 AND m.capture_ref = ''"
        " AND EXISTS (SELECT 1 FROM ledger_txn t WHERE t.kind IN ('dispute_opened', 'dispute_won') AND t.meta->>'dispute_ref' = m.source_ref)"
        " AND NOT EXISTS (SELECT 1 FROM ledger_txn WHERE idem_key = 'fee:' || m.provider || ':' || m.ref)",
        provider=provider,
    )
    for fee in sorted(fees, key=lambda row: row["ref"]):
        if fee["fee_minor"]:
            recipes.provider_fee_charged(
                uow, provider=provider, movement_ref=fee["ref"], fee_minor=fee["fee_minor"]
            )
