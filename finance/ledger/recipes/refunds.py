"""Money that goes back to the payer of a payment: set aside with the approval, gone with the provider's word.

What the provider refused goes back to where it came from by `reverse`.
"""

from collections.abc import Sequence
from uuid import UUID

from finance.ledger import chart
from finance.ledger.chart import Account
from finance.ledger.recipes.payouts import Share
from finance.ledger.recipes.posting import post
from marketplace.core.uow import UnitOfWork


def refund_promised(
    uow: UnitOfWork, *, refund_id: UUID, contract_id: UUID, amount_minor: int, shares: Sequence[Share] = ()
) -> int:
    """Set money aside that goes back to its payer: out of what is not split yet, or out of the `shares` that it was split into.

    Raises `BalanceTooLow` when it is no longer there: then nobody is driven below 0.
    """
    taken: dict[Account, int] = {}
    for share in shares:
        account = chart.payable(share.payee_kind, share.payee_id)
        taken[account] = taken.get(account, 0) + share.amount_minor
    legs = [
        *(taken.items() if shares else [(chart.undistributed(contract_id), amount_minor)]),
        (chart.refund_due(refund_id, contract_id), -amount_minor),
    ]
    return post(uow, "refund_promised", f"rf:{refund_id}:due", legs, source=("refund", refund_id))


def refund_posted(
    uow: UnitOfWork, *, refund_id: UUID, contract_id: UUID, provider: str, refund_ref: str, amount_minor: int
) -> int:
    """Book that a provider sent money back to its payer."""
    legs = [
        (chart.refund_due(refund_id, contract_id), amount_minor),
        (chart.clearing(provider), -amount_minor),
    ]
    return post(
        uow, "refund_posted", f"rf:{refund_id}:post", legs, source=("refund", refund_id), refund_ref=refund_ref
    )  # fmt: skip


def refund_credited(
    uow: UnitOfWork, *, refund_id: UUID, contract_id: UUID, payer_id: UUID, amount_minor: int
) -> int:
    """Book that a refund became the payer's credit, which goes back to it by bank."""
    legs = [
        (chart.refund_due(refund_id, contract_id), amount_minor),
        (chart.credit(payer_id), -amount_minor),
    ]
    return post(uow, "refund_credited", f"rf:{refund_id}:credit", legs, source=("refund", refund_id))


def debt_reinstated(
    uow: UnitOfWork, *, refund_id: UUID, invoice_id: UUID, contract_id: UUID, amount_minor: int
) -> int:
    """Book that an invoice is open again by what was refunded, and the licensor's side is owed it again."""
    legs = [
        (chart.receivable(invoice_id, contract_id), amount_minor),
        (chart.entitlement(contract_id), -amount_minor),
    ]
    return post(uow, "debt_reinstated", f"rf:{refund_id}:reinstate", legs, source=("refund", refund_id))
