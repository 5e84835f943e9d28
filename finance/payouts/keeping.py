"""What a dispute stops and takes of what is owed to payees: batches that nobody approved, and what is kept back from shares."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from finance.distributions import service as distributions
from finance.payouts import owed, queries
from finance.payouts.models import Payout, PayoutBatch, PayoutItem
from finance.payouts.states import BATCH, PAYOUT
from marketplace.core.fsm import advance
from marketplace.core.uow import UnitOfWork
from marketplace.events.payouts import PayoutStopped


class Kept(NamedTuple):
    """What was kept back of one share, in fen."""

    share_id: UUID
    amount_minor: int


def stop_payouts(uow: UnitOfWork, *, share_ids: Sequence[UUID], reason: str) -> None:
    """Withdraw the batches that nobody approved yet and that would pay one of these shares; announces PayoutStopped."""
    owed.lock_holders_of(uow, share_ids)
    paying = (
        select(Payout.batch_id)
        .join(PayoutItem, col(PayoutItem.payout_id) == col(Payout.id))
        .where(col(PayoutItem.share_id).in_(list(share_ids)), col(PayoutItem.active))
    )
    batches = uow.session.exec(
        select(PayoutBatch)
        .where(col(PayoutBatch.id).in_(paying))
        .order_by(col(PayoutBatch.id))
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()
    for batch in batches:
        if batch.state != BATCH.initial:
            continue
        advance(uow, BATCH, batch, "withdraw", reason=reason)
        for line in uow.session.exec(select(Payout).where(col(Payout.batch_id) == batch.id)).all():
            advance(uow, PAYOUT, line, "withdraw", reason=reason)
            release(uow, line)
        uow.audit("payout.stopped", "payout_batch", batch.id, reason=reason)
        uow.session.flush()
        view = queries.get_batch(uow.as_system(), batch_id=batch.id)
        uow.publish(
            PayoutStopped(
                batch_id=view.id, number=view.number, organization_id=view.organization_id, amount_minor=view.amount_minor,
                lines=view.lines, requested_by=batch.requested_by, reason=reason,
            )
        )  # fmt: skip


def release(uow: UnitOfWork, line: Payout) -> None:
    """Let the shares of a line that is not paid be owed again."""
    uow.session.connection().execute(
        update(PayoutItem)
        .where(col(PayoutItem.payout_id) == line.id)
        .values(active=False, version=PayoutItem.version + 1)
    )


def left_of(uow: UnitOfWork, share_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Return what of each share is still owed, in fen: nothing of one that is in a payout. No payout takes it meanwhile."""
    owed.lock_holders_of(uow, share_ids)
    rows = uow.rows(
        "SELECT s.id, CASE WHEN EXISTS (SELECT 1 FROM payout_item x WHERE x.share_id = s.id AND x.active) THEN 0"  # noqa: S608 - a constant
        f" ELSE {owed.LEFT} END AS minor FROM distribution_share s WHERE s.id = ANY(:ids)",
        ids=list(share_ids),
    )
    return {row["id"]: row["minor"] for row in rows}


def keep_back(
    uow: UnitOfWork, *, holder_id: UUID, payee_kind: str, payee_id: UUID, amount_minor: int
) -> list[Kept]:
    """Keep up to an amount (fen) back from what a right holder owes a payee and has put into no payout, oldest shares first.

    The caller books what was kept in the same transaction.
    """
    owed.lock_holder(uow, holder_id)
    kept, wanted = [], amount_minor
    for row in owed.list_open_shares(uow, holder_id):
        if (row["payee_kind"], row["payee_id"]) == (payee_kind, payee_id) and wanted:
            part = min(wanted, row["amount_minor"])
            distributions.keep_back_share(uow, share_id=row["share_id"], amount_minor=part)
            kept.append(Kept(row["share_id"], part))
            wanted -= part
    return kept
