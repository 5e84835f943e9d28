"""What a refund does to the split of the payment that it gives back: held while it is under way, then taken out, or freed."""

from fractions import Fraction
from uuid import UUID

from sqlmodel import col, select

from finance.distributions import splitting
from finance.distributions.errors import IncomeDisputed, IncomeNotCounted
from finance.distributions.models import Distribution, DistributionShare
from finance.distributions.schemas import RefundedShare
from finance.distributions.shares import split_to_entitlements
from finance.distributions.states import DISTRIBUTION
from marketplace.core.fsm import advance
from marketplace.core.money import yuan
from marketplace.core.uow import UnitOfWork


def hold_for_refund(
    uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID, amount_minor: int
) -> list[RefundedShare]:
    """Keep an amount (fen) of a payment for a refund: until it is over, its split is not approved and nothing of it paid out.

    Returns what the refund takes back from each payee once the split is booked, in proportion to what this payment gave, so that
    any number of refunds take back what one of their sum would; empty while it is not booked. Raises `IncomeNotCounted`, `IncomeDisputed`.
    """
    row = lock_split(uow, payment_id, contract_id)
    if row.disputed_minor:
        raise IncomeDisputed(amount=yuan(row.disputed_minor))
    row.refunding_minor = amount_minor
    uow.session.flush()
    return list_parts(uow, row, amount_minor) if row.state == "booked" else []


def free_after_refund(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> None:
    """Give free what was kept for a refund that came to nothing."""
    lock_split(uow, payment_id, contract_id).refunding_minor = 0
    uow.session.flush()


def take_out_refund(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> None:
    """Take out what was kept for a refund that has gone: of booked shares, or of what is still to be split, counted again."""
    row = lock_split(uow, payment_id, contract_id)
    if row.state == "booked":
        for part in list_parts(uow, row, row.refunding_minor):
            uow.session.get_one(DistributionShare, part.share_id).refunded_minor += part.amount_minor
    amount, row.refunding_minor = row.refunding_minor, 0
    take_out(uow, row, amount)


def take_out(uow: UnitOfWork, row: Distribution, amount_minor: int) -> None:
    """Count what went back (fen) out of a locked split; one that is not booked is counted again, or withdrawn with its last fen."""
    row.refunded_minor += amount_minor
    if row.state != "booked":
        if row.refunded_minor == row.amount_minor:
            advance(uow, DISTRIBUTION, row, "withdraw")
        uow.session.flush()
        splitting.recount_open(uow, row.contract_id)
    uow.session.flush()


def lock_split(uow: UnitOfWork, payment_id: UUID, contract_id: UUID) -> Distribution:
    """Lock the split of a payment, and every other of its contract; raises `IncomeNotCounted`."""
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


def list_parts(uow: UnitOfWork, row: Distribution, amount_minor: int) -> list[RefundedShare]:
    """Return what each payee gives back of a booked split when so much more of its payment goes back, in proportion to all given back."""
    shares = uow.session.exec(
        select(DistributionShare)
        .where(col(DistributionShare.distribution_id) == row.id)
        .order_by(col(DistributionShare.position))
        .execution_options(populate_existing=True)
    ).all()
    whole = sum(share.amount_minor for share in shares)
    back = [share.refunded_minor + share.claimed_minor for share in shares]
    gone = sum(back) + amount_minor
    parts = split_to_entitlements(
        amount_minor,
        [Fraction(share.amount_minor * gone, whole) for share in shares],
        back,
    )
    return [
        RefundedShare.model_validate(
            {"share_id": share.id, "payee_kind": share.payee_kind, "payee_id": share.payee_id, "holder_id": share.holder_id, "amount_minor": part}
        )
        for share, part in zip(shares, parts, strict=True)
        if part
    ]  # fmt: skip
