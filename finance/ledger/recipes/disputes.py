"""Money that a payer's bank takes back: withdrawn while a dispute runs, given back when it is won, gone when it is lost.

What of a lost payment was paid on to people becomes a claim against each: kept back from what they are owed next, or given up.
The provider's fee is booked by its own movement, as every fee.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from finance.ledger import chart
from finance.ledger.chart import Account, PayeeKind
from finance.ledger.recipes.payouts import Share
from finance.ledger.recipes.posting import post
from marketplace.core.uow import UnitOfWork


def dispute_opened(
    uow: UnitOfWork, *, dispute_id: UUID, payment_id: UUID, contract_id: UUID, provider: str, dispute_ref: str,
    amount_minor: int,
) -> int:  # fmt: skip
    """Book that a provider took an amount of a payment back because its payer disputes it."""
    legs = [
        (chart.dispute(payment_id, contract_id), amount_minor),
        (chart.clearing(provider), -amount_minor),
    ]
    return post(
        uow, "dispute_opened", f"dp:{dispute_id}:open", legs, source=("dispute", dispute_id), dispute_ref=dispute_ref
    )  # fmt: skip


def dispute_won(
    uow: UnitOfWork, *, dispute_id: UUID, payment_id: UUID, contract_id: UUID, provider: str, dispute_ref: str,
    amount_minor: int,
) -> int:  # fmt: skip
    """Book that a provider gave back what it took: the mirror of `dispute_opened`."""
    legs = [
        (chart.clearing(provider), amount_minor),
        (chart.dispute(payment_id, contract_id), -amount_minor),
    ]
    return post(
        uow, "dispute_won", f"dp:{dispute_id}:won", legs, source=("dispute", dispute_id), dispute_ref=dispute_ref
    )  # fmt: skip


def dispute_lost(
    uow: UnitOfWork, *, dispute_id: UUID, payment_id: UUID, invoice_id: UUID, contract_id: UUID, payer_id: UUID,
    amount_minor: int, applied_minor: int, shares: Sequence[Share] = (), claims: Mapping[UUID, int] | None = None,
) -> int:  # fmt: skip
    """Book that the money stays away, and that what it settled (`applied_minor`) is owed again.

    It comes out of what is not split yet, or out of the `shares` that are still owed and the `claims` (claim → fen) against
    those who were paid; what had settled nothing comes out of the payer's credit. Raises `BalanceTooLow` when that was used.
    """
    taken: dict[Account, int] = {
        chart.clawback(claim, contract_id): minor for claim, minor in (claims or {}).items()
    }
    for share in shares:
        account = chart.payable(share.payee_kind, share.payee_id)
        taken[account] = taken.get(account, 0) + share.amount_minor
    if not taken:
        taken[chart.undistributed(contract_id)] = applied_minor
    legs = [
        *taken.items(),
        (chart.credit(payer_id), amount_minor - applied_minor),
        (chart.dispute(payment_id, contract_id), -amount_minor),
        (chart.receivable(invoice_id, contract_id), applied_minor),
        (chart.entitlement(contract_id), -applied_minor),
    ]
    return post(uow, "dispute_lost", f"dp:{dispute_id}:lost", legs, source=("dispute", dispute_id))


def clawback_kept(
    uow: UnitOfWork, *, claim_id: UUID, share_id: UUID, contract_id: UUID, payee_kind: PayeeKind, payee_id: UUID,
    amount_minor: int,
) -> int:  # fmt: skip
    """Book that a part of a share was not paid out, because its payee owes that much back."""
    legs = [
        (chart.payable(payee_kind, payee_id), amount_minor),
        (chart.clawback(claim_id, contract_id), -amount_minor),
    ]
    return post(uow, "clawback_kept", f"cb:{claim_id}:{share_id}", legs, source=("dispute_claim", claim_id))


def clawback_written_off(uow: UnitOfWork, *, claim_id: UUID, contract_id: UUID, amount_minor: int) -> int:
    """Book that the platform bears what a payee owed back: it comes out of the platform's own fee."""
    legs = [(chart.PLATFORM_FEE, amount_minor), (chart.clawback(claim_id, contract_id), -amount_minor)]
    return post(uow, "clawback_written_off", f"cb:{claim_id}:off", legs, source=("dispute_claim", claim_id))
