"""Writes of the room: propose the split of what came in; each right holder approves or objects; book it."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from sqlmodel import col, select

from finance.distributions import costs, disputing, policy, queries, refunding, ruling, splitting
from finance.distributions.errors import IncomeDisputed, RefundOfIncomeUnderWay
from finance.distributions.models import Distribution, DistributionApproval, DistributionShare
from finance.distributions.schemas import DistributionView, RefundedShare, SplitRule
from finance.distributions.states import DISTRIBUTION
from finance.ledger import recipes
from finance.receivables import queries as receivables
from marketplace.contracts import queries as contracts
from marketplace.core.fsm import advance, begin
from marketplace.core.money import yuan
from marketplace.core.policy import require
from marketplace.core.problems import IllegalMove
from marketplace.core.uow import UnitOfWork
from marketplace.events.distributions import (
    DistributionBooked,
    DistributionObjected,
    ShareBooked,
)
from marketplace.events.payments import PaymentSettled

record_cost, agree_cost, withdraw_cost = costs.record_cost, costs.agree_cost, costs.withdraw_cost
hold_for_refund, free_after_refund = refunding.hold_for_refund, refunding.free_after_refund
take_out_refund = refunding.take_out_refund
hold_for_dispute, free_after_dispute = disputing.hold_for_dispute, disputing.free_after_dispute
list_disputed_parts, take_out_dispute = disputing.list_disputed_parts, disputing.take_out_dispute
keep_back_share = disputing.keep_back_share

_TO_LEDGER: dict[str, Literal["inventor", "unit", "university", "manager", "platform"]] = {
    "inventor": "inventor",
    "unit": "unit",
    "university": "university",
    "manager": "manager",
    "platform": "platform",
}


def propose_distribution(uow: UnitOfWork, *, settled: PaymentSettled) -> UUID | None:
    """Split what a payment settled, by the rules in force on the day it came in; announces DistributionProposed.

    Returns None when nothing was settled. The same payment twice gives the split that is already there.
    """
    if not settled.applied_minor:
        return None
    splitting.one_at_a_time(uow, settled.contract_id)
    known = uow.session.exec(
        select(Distribution.id).where(col(Distribution.payment_id) == settled.payment_id)
    ).one_or_none()
    if known is not None:
        return known
    if not receivables.has_payment(uow, source_id=settled.payment_id):
        return None  # taken back before anybody came to split it
    contract = contracts.get_contract(uow.as_system(), contract_id=settled.contract_id)
    rule = ruling.rule_of_day(uow, contract, settled.received_on)
    last = uow.rows(
        "SELECT coalesce(max(position), 0) AS last FROM distribution WHERE contract_id = :id", id=contract.id
    )
    row = Distribution(
        payment_id=settled.payment_id, invoice_id=settled.invoice_id, contract_id=contract.id, contract_number=contract.number,
        title=settled.title, university_id=settled.university_id, position=last[0]["last"] + 1, state=DISTRIBUTION.initial,
        state_since=uow.now, received_on=settled.received_on, amount_minor=settled.applied_minor,
        rule=rule.model_dump(mode="json"),
    )  # fmt: skip
    begin(uow, DISTRIBUTION, row)
    uow.session.add(row)
    uow.session.flush()
    splitting.split(uow, row, rule)
    splitting.ask(uow, row, rule)
    return row.id


def withdraw_distribution(uow: UnitOfWork, *, payment_id: UUID, contract_id: UUID) -> bool:
    """Withdraw the split of a payment that was matched wrongly; False, and nothing changed, once approved or refunded from.

    Other splits of the contract that are not booked are counted again without it. Until the transaction ends, no split of
    the contract is proposed.
    """
    splitting.one_at_a_time(uow, contract_id)
    row = uow.session.exec(
        select(Distribution).where(col(Distribution.payment_id) == payment_id).with_for_update()
    ).one_or_none()
    if row is None or (row.state == "withdrawn" and not row.refunded_minor):
        return True
    if (
        row.state not in DISTRIBUTION.move("withdraw").frm
        or row.refunded_minor
        or row.refunding_minor
        or row.disputed_minor
    ):
        return False
    advance(uow, DISTRIBUTION, row, "withdraw")
    splitting.recount_open(uow, contract_id)
    return True


def approve_distribution(uow: UnitOfWork, *, distribution_id: UUID) -> DistributionView:
    """Approve a split for one's own right holder; the last of them books it.

    Announces DistributionBooked and, to each inventor and manager, ShareBooked.
    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    row = queries.lock_distribution(uow, distribution_id)
    approvals, shares = _approvals(uow, row), _shares(uow, row)
    _answer(uow, row, approvals, shares, "approved")
    uow.audit("distribution.approved", "distribution", row.id, amount_minor=row.amount_minor)
    uow.session.flush()
    if all(approval.state == "approved" for approval in approvals):
        _book(uow, row, shares)
    return queries.get_distribution(uow, distribution_id=row.id)


def object_to_distribution(uow: UnitOfWork, *, distribution_id: UUID, reason: str) -> DistributionView:
    """Say no to a split with a reason; nothing is booked until it was counted again. Announces DistributionObjected.

    Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    row = queries.lock_distribution(uow, distribution_id)
    own = _answer(uow, row, _approvals(uow, row), _shares(uow, row), "objected")
    own.reason = reason
    advance(uow, DISTRIBUTION, row, "object")
    uow.audit("distribution.objected", "distribution", row.id, reason=reason)
    rule = SplitRule.model_validate(row.rule)
    name = next(h.name for h in rule.holders if h.organization_id == own.organization_id)
    uow.publish(DistributionObjected(**splitting.event_fields(row, rule), holder_name=name, reason=reason))
    uow.session.flush()
    return queries.get_distribution(uow, distribution_id=row.id)


def recount_distribution(uow: UnitOfWork, *, distribution_id: UUID) -> DistributionView:
    """Count a split that was objected to again, with what holds now, and ask every holder anew; DistributionProposed.

    Other splits of the contract that are not booked are counted again with it. Raises `NotFound`, `Forbidden`, `IllegalMove`.
    """
    contract_id = queries.get_distribution(uow, distribution_id=distribution_id).contract_id
    splitting.one_at_a_time(uow, contract_id)
    row = queries.lock_distribution(uow, distribution_id)
    require(policy.can_recount(uow.actor, row.university_id))
    advance(uow, DISTRIBUTION, row, "recount")
    splitting.recount_open(uow, contract_id)
    return queries.get_distribution(uow, distribution_id=row.id)


def _approvals(uow: UnitOfWork, row: Distribution) -> Sequence[DistributionApproval]:
    return uow.session.exec(
        select(DistributionApproval)
        .where(col(DistributionApproval.distribution_id) == row.id)
        .order_by(col(DistributionApproval.position))
        .execution_options(populate_existing=True)
    ).all()


def _shares(uow: UnitOfWork, row: Distribution) -> Sequence[DistributionShare]:
    return uow.session.exec(
        select(DistributionShare)
        .where(col(DistributionShare.distribution_id) == row.id)
        .order_by(col(DistributionShare.position))
    ).all()


def _answer(
    uow: UnitOfWork,
    row: Distribution,
    approvals: Sequence[DistributionApproval],
    shares: Sequence[DistributionShare],
    answer: str,
) -> DistributionApproval:
    if row.refunding_minor:
        raise RefundOfIncomeUnderWay(amount=yuan(row.refunding_minor))
    if row.disputed_minor:
        raise IncomeDisputed(amount=yuan(row.disputed_minor))
    own = next((a for a in approvals if uow.actor.belongs_to(a.organization_id)), None)
    require(policy.can_approve(uow.actor, own.organization_id if own else row.university_id))
    require(policy.is_not_paid(uow.actor, [share.user_id for share in shares]))
    move = "approve" if answer == "approved" else "object"
    if own is None or own.state != "waiting" or row.state != "proposed":
        stands = own.state if own and row.state == "proposed" and own.state == "approved" else row.state
        raise IllegalMove(
            state=DISTRIBUTION.states[stands].in_(uow.locale),
            move=DISTRIBUTION.move(move).label.in_(uow.locale),
        )
    own.state, own.by_id, own.at = answer, uow.actor.user_id, uow.now
    return own


def _book(uow: UnitOfWork, row: Distribution, shares: Sequence[DistributionShare]) -> None:
    advance(uow, DISTRIBUTION, row, "approve")
    uow.session.flush()
    row.ledger_txn_id = recipes.income_split(
        uow,
        distribution_id=row.id,
        contract_id=row.contract_id,
        shares=[to_ledger(share) for share in shares],
    )
    advance(uow, DISTRIBUTION, row, "book")
    rule = SplitRule.model_validate(row.rule)
    uow.publish(DistributionBooked(**splitting.event_fields(row, rule)))
    for share in shares:
        if share.payee_kind in ("inventor", "manager") and share.amount_minor:
            uow.publish(
                ShareBooked(
                    share_id=share.id, distribution_id=row.id, university_id=share.holder_id or row.university_id,
                    user_id=share.user_id, payee_name=share.payee_name, title=row.title, amount_minor=share.amount_minor,
                )
            )  # fmt: skip
    uow.session.flush()


def to_ledger(share: DistributionShare | RefundedShare) -> recipes.Share:
    """Return whom the books owe a share: a cost goes back to the right holder that bore it."""
    if share.payee_kind == "cost" and share.holder_id is not None:
        return recipes.Share("university", share.holder_id, share.amount_minor)
    return recipes.Share(_TO_LEDGER[share.payee_kind], share.payee_id, share.amount_minor)
