"""What is owed to people and goes out to them: the split of a payment, and payouts in two phases."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from finance.ledger import chart
from finance.ledger.chart import Account, PayeeKind
from finance.ledger.recipes.posting import post
from marketplace.core.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Share:
    """One payee's part of a payment."""

    payee_kind: PayeeKind
    payee_id: UUID
    amount_minor: int


def income_split(
    uow: UnitOfWork, *, distribution_id: UUID, contract_id: UUID, shares: Sequence[Share]
) -> int:
    """Book the split of a payment among all who are entitled to a part of it; payees may repeat."""
    owed: dict[Account, int] = {}
    for share in shares:
        account = chart.payable(share.payee_kind, share.payee_id)
        owed[account] = owed.get(account, 0) - share.amount_minor
    legs = [(chart.undistributed(contract_id), -sum(owed.values())), *owed.items()]
    return post(
        uow, "income_split", f"split:{distribution_id}", legs, source=("distribution", distribution_id)
    )


def payout_held(
    uow: UnitOfWork, *, payout_id: UUID, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int
) -> int:
    """Set money aside before the bank is asked to pay it out; raises `BalanceTooLow`."""
    legs = [(chart.payable(payee_kind, payee_id), amount_minor), (chart.inflight(payout_id), -amount_minor)]
    return post(uow, "payout_held", f"po:{payout_id}:hold", legs, source=("payout", payout_id))


def payout_posted(
    uow: UnitOfWork, *, payout_id: UUID, out_of: Account, amount_minor: int, transfer_ref: str = ""
) -> int:
    """Book a payout that the bank confirmed, or the provider: it went out of `out_of`; `transfer_ref` is a provider's number."""
    legs = [(chart.inflight(payout_id), amount_minor), (out_of, -amount_minor)]
    return post(
        uow,
        "payout_posted",
        f"po:{payout_id}:post",
        legs,
        source=("payout", payout_id),
        **_told(transfer_ref),
    )


def payout_voided(
    uow: UnitOfWork, *, payout_id: UUID, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int
) -> int:
    """Give held money back to the payee's account after the bank refused."""
    legs = [(chart.inflight(payout_id), amount_minor), (chart.payable(payee_kind, payee_id), -amount_minor)]
    return post(uow, "payout_voided", f"po:{payout_id}:void", legs, source=("payout", payout_id))


def payout_returned(
    uow: UnitOfWork, *, payout_id: UUID, back_to: Account, payee_kind: PayeeKind, payee_id: UUID, amount_minor: int,
    transfer_ref: str = "",
) -> int:  # fmt: skip
    """Book that a payout confirmed before came back to `back_to`: it is owed to the payee again."""
    legs = [(back_to, amount_minor), (chart.payable(payee_kind, payee_id), -amount_minor)]
    return post(
        uow,
        "payout_returned",
        f"po:{payout_id}:return",
        legs,
        source=("payout", payout_id),
        **_told(transfer_ref),
    )


def _told(transfer_ref: str) -> dict[str, str]:
    return {"transfer_ref": transfer_ref} if transfer_ref else {}
