"""What a dispute does to the split of the payment that it is about: held while it runs, then freed, or taken out.

What a payee was paid already is not taken from her share: it becomes a claim, which the room of disputes looks after.
"""

from collections.abc import Mapping
from uuid import UUID

from sqlmodel import col, select

from finance.distributions.errors import RefundOfIncomeUnderWay
from finance.distributions.models import DistributionShare
from finance.distributions.refunding import list_parts, lock_split, take_out
from finance.distributions.schemas import RefundedShare
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork


def hold_for_dispute(
    uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID, amount_minor: int
) -> list[UUID]:
    """Hold the split of a payment of which an amount (fen) is disputed: nothing of it is approved or paid out.

    Returns its shares, so that what is about to be paid of them can be stopped. Raises `IncomeNotCounted`.
    """
    row = lock_split(uow, payment_id, contract_id)
    row.disputed_minor = amount_minor
    uow.session.flush()
    return list(
        uow.session.exec(
            select(DistributionShare.id).where(col(DistributionShare.distribution_id) == row.id)
        ).all()
    )


def free_after_dispute(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> None:
    """Give the split free: the dispute was won."""
    lock_split(uow, payment_id, contract_id).disputed_minor = 0
    uow.session.flush()


def list_disputed_parts(
    uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID, amount_minor: int
) -> list[RefundedShare]:
    """Return what each payee gives back when a dispute of an amount (fen) is lost, as a refund would; empty before the split is booked.

    Raises `IncomeNotCounted`, and `RefundOfIncomeUnderWay`: until a refund is over, nobody knows what is left.
    """
    row = lock_split(uow, payment_id, contract_id)
    if row.refunding_minor:
        raise RefundOfIncomeUnderWay(amount=yuan(row.refunding_minor))
    return list_parts(uow, row, amount_minor) if row.state == "booked" else []


def take_out_dispute(
    uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID, amount_minor: int, claimed: Mapping[UUID, int]
) -> None:
    """Take out what was lost (fen): of booked shares, but for what is `claimed` of each, or of what is still to be split."""
    row = lock_split(uow, payment_id, contract_id)
    if row.state == "booked":
        for part in list_parts(uow, row, amount_minor):
            share = uow.session.get_one(DistributionShare, part.share_id)
            owed_back = claimed.get(share.id, 0)
            share.claimed_minor += owed_back
            share.refunded_minor += part.amount_minor - owed_back
    row.disputed_minor = 0
    take_out(uow, row, amount_minor)


def keep_back_share(uow: UnitOfWork, *, share_id: UUID, amount_minor: int) -> None:
    """Note that an amount (fen) of a share is not paid out, because its payee owes it back; the room of payouts has locked her holder."""
    share = uow.session.get_one(DistributionShare, share_id, populate_existing=True, with_for_update=True)
    share.kept_minor += amount_minor
    uow.session.flush()
