"""What waits for a hand among money: at a university, and of all of them at the platform."""

from collections.abc import Iterator
from itertools import chain

from finance.bank import queries as bank
from finance.closings import queries as closings
from finance.disputes import queries as disputes
from finance.distributions import queries as distributions
from finance.distributions.schemas import DistributionState
from finance.payouts import queries as payouts
from finance.payouts.schemas import BatchState
from finance.refunds import queries as refunds
from finance.refunds.schemas import RefundState
from marketplace.app.worklist.tasks import LIST_SIZE
from marketplace.app.worklist.views import Todo, TodoKind
from marketplace.core.clock import start_of_day
from marketplace.core.uow import UnitOfWork


def of_money(uow: UnitOfWork) -> Iterator[Todo]:
    """What waits for the reader's hand among money: each part only for those who may do it."""
    parts = {
        "bank.match": _unmatched,
        "distribution.approve": _splits,
        "payout.approve": _payouts,
        "refund.approve": _refunds,
        "month.approve": _months,
        "refund.request": _disputes,
    }
    return chain.from_iterable(part(uow) for permission, part in parts.items() if uow.actor.may(permission))


def _unmatched(uow: UnitOfWork) -> Iterator[Todo]:
    lying = bank.sum_unmatched(uow)
    if lying.since_on is not None:
        yield Todo(
            kind=TodoKind.MATCH_MONEY,
            object_id=None,
            title="",
            count=lying.count,
            amount_minor=lying.amount_minor,
            link="/app/bank",
            since=start_of_day(lying.since_on),
        )


def _splits(uow: UnitOfWork) -> Iterator[Todo]:
    proposed = distributions.list_distributions(uow, state=DistributionState.PROPOSED, size=LIST_SIZE)
    for split in proposed.items:
        if "approve" in split.moves:
            yield Todo(
                kind=TodoKind.APPROVE_DISTRIBUTION,
                object_id=split.id,
                title=split.title,
                number=split.invoice_number,
                party=split.firm_name,
                amount_minor=split.amount_minor,
                link=f"/app/distributions/{split.id}",
                since=split.state_since,
            )


def _payouts(uow: UnitOfWork) -> Iterator[Todo]:
    for batch in payouts.list_batches(uow, state=BatchState.REQUESTED, size=LIST_SIZE).items:
        if batch.may_approve:
            yield Todo(
                kind=TodoKind.APPROVE_PAYOUT,
                object_id=batch.id,
                title=batch.number,
                number=batch.number,
                party=batch.requested_by_name,
                count=batch.lines,
                amount_minor=batch.amount_minor,
                link=f"/app/payouts/{batch.id}",
                since=batch.state_since,
            )


def _refunds(uow: UnitOfWork) -> Iterator[Todo]:
    for refund in refunds.list_refunds(uow, state=RefundState.REQUESTED, size=LIST_SIZE).items:
        if "approve" in refund.moves:
            yield Todo(
                kind=TodoKind.APPROVE_REFUND,
                object_id=refund.id,
                title=refund.title,
                number=refund.invoice_number,
                party=refund.firm_name,
                amount_minor=refund.amount_minor,
                link=f"/app/payments/{refund.invoice_id}",
                since=refund.state_since,
            )


def _months(uow: UnitOfWork) -> Iterator[Todo]:
    for closing in closings.list_waiting(uow):
        if {"close", "reopen"} & set(closing.moves):
            yield Todo(
                kind=TodoKind.CLOSE_MONTH,
                object_id=closing.id,
                title=closing.month,
                party=closing.reopen_asked_by_name or closing.asked_by_name,
                link=f"/app/closings/{closing.month}",
                since=closing.state_since,
            )


def _disputes(uow: UnitOfWork) -> Iterator[Todo]:
    """Disputes to be answered, and who owes what back of those that were lost."""
    for task in disputes.list_tasks(uow, size=LIST_SIZE):
        yield Todo(
            kind=TodoKind.GET_BACK if task.is_claim else TodoKind.ANSWER_DISPUTE,
            object_id=task.id,
            title=task.title,
            number=task.invoice_number,
            party=task.party,
            amount_minor=task.amount_minor,
            link=f"/app/disputes?dispute={task.dispute_id}",
            since=task.since,
            due_on=task.due_on,
            overdue=task.due_on is not None and task.due_on < uow.today,
        )
