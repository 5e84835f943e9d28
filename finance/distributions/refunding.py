"""What a refund does to the split of the payment that it gives back: held while it is under way, then taken out, or freed."""

from fractions import Fraction
from uuid import UUID

from sqlmodel import col, select

from finance.distributions import splitting
from finance.distributions.errors import IncomeNotCounted
from finance.distributions.models import Distribution, DistributionShare
from finance.distributions.schemas import RefundedShare
from finance.distributions.shares import split_to_entitlements
from finance.distributions.states import DISTRIBUTION
from marketplace.core.fsm import advance
from marketplace.core.uow import UnitOfWork


def hold_for_refund(
    uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID, amount_minor: int
) -> list[RefundedShare]:
    """Keep an amount (fen) of a payment for a refund: until it is over, its split is not approved and nothing of it paid out.

    Returns what the refund takes back from each payee once the split is booked, in proportion to what this payment gave, so that
    any number of refunds take back what one of their sum would; empty while it is not booked. Raises `IncomeNotCounted`.
    """
    row = _lock(uow, payment_id, contract_id)
    row.refunding_minor = amount_minor
    uow.session.flush()
    return _parts(uow, row, amount_minor) if row.state == "booked" else []


def free_after_refund(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> None:
    """Give free what was kept for a refund that came to nothing."""
    _lock(uow, payment_id, contract_id).refunding_minor = 0
    uow.session.flush()


def take_out_refund(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> None:
    """Take out what was kept for a refund that has gone: of booked shares, or of what is still to be split, counted again."""
    row = _lock(uow, payment_id, contract_id)
    if row.state == "booked":
        for part in _parts(uow, row, row.refunding_minor):
            uow.session.get_one(DistributionShare, part.share_id).refunded_minor += part.amount_minor
    row.refunded_minor, row.refunding_minor = row.refunded_minor + row.refunding_minor, 0
    if row.state != "booked":
        if row.refunded_minor == row.amount_minor:
            advance(uow, DISTRIBUTION, row, "withdraw")
        uow.session.flush()
        splitting.recount_open(uow, contract_id)
    uow.session.flush()


def _lock(uow: UnitOfWork, payment_id: UUID, contract_id: UUID) -> Distribution:
    splitting.one_at_a_time(uow, contract_id)
    row = uow.session.exec(
        select(Distribution)
        .where(col(Distribution.payment_id) == payment_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if row is None:
        raise IncomeNotCounted
    return row


def _parts(uow: UnitOfWork, row: Distribution, amount_minor: int) -> list[RefundedShare]:
    shares = uow.session.exec(
        select(DistributionShare)
        .where(col(DistributionShare.distribution_id) == row.id)
        .order_by(col(DistributionShare.position))
        .execution_options(populate_existing=True)
    ).all()
    whole = sum(share.amount_minor for share in shares)
    gone = sum(share.refunded_minor for share in shares) + amount_minor
    parts = split_to_entitlements(
        amount_minor,
        [Fraction(share.amount_minor * gone, whole) for share in shares],
        [share.refunded_minor for share in shares],
    )
    return [
        RefundedShare.model_validate(
            {"share_id": share.id, "payee_kind": share.payee_kind, "payee_id": share.payee_id, "holder_id": share.holder_id, "amount_minor": part}
        )
        for share, part in zip(shares, parts, strict=True)
        if part
    ]  # fmt: skip
