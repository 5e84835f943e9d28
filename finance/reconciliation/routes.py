"""Endpoints of the accountant's desk: accounts, days, differences, and the way down to entries."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter

from finance.ledger.schemas import TransactionView
from finance.reconciliation import queries, service
from finance.reconciliation.errors import NothingToCompare
from finance.reconciliation.schemas import (
    ComparedAccount,
    DayView,
    DifferenceState,
    Explain,
    ItemView,
    ReconciliationDifferenceView,
)
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, SignInRequired
from marketplace.core.web import problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api/reconciliation", tags=["reconciliation"])


@router.get("/accounts", responses=problems(SignInRequired, Forbidden), operation_id="list_compared_accounts")
def list_compared_accounts(uow: MemberUowDep) -> list[ComparedAccount]:
    """The accounts one looks after, as they were compared last."""
    return queries.list_accounts(uow)


@router.post(
    "/runs", responses=problems(SignInRequired, Forbidden, NothingToCompare), operation_id="compare_accounts"
)
def compare_accounts(uow: MemberUowDep) -> list[ComparedAccount]:
    """Compare now: bank accounts at once, the provider's account within a minute."""
    return service.compare_now(uow)


@router.get(
    "/accounts/{key}/days", responses=problems(SignInRequired, NotFound), operation_id="list_compared_days"
)
def list_compared_days(key: str, uow: MemberUowDep) -> list[DayView]:
    """An account at the end of each day, by our books and by the other side."""
    return queries.list_days(uow, key=key)


@router.get(
    "/accounts/{key}/days/{day}",
    responses=problems(SignInRequired, NotFound),
    operation_id="list_day_items",
)
def list_day_items(key: str, day: date, uow: MemberUowDep) -> list[ItemView]:
    """What moved an account on a day."""
    return queries.list_items(uow, key=key, day=day)


@router.get(
    "/accounts/{key}/transactions/{txn_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_account_transaction",
)
def get_account_transaction(key: str, txn_id: int, uow: MemberUowDep) -> TransactionView:
    """The entries behind a figure."""
    return queries.get_transaction(uow, key=key, txn_id=txn_id)


@router.get("/differences", responses=problems(SignInRequired, Forbidden), operation_id="list_differences")
def list_differences(
    uow: MemberUowDep, key: str | None = None, state: DifferenceState | None = None
) -> list[ReconciliationDifferenceView]:
    """What only one side knows, open ones first."""
    return queries.list_differences(uow, key=key, state=state)


@router.post(
    "/differences/{difference_id}/explain",
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove),
    operation_id="explain_difference",
)
def explain_difference(difference_id: UUID, form: Explain, uow: MemberUowDep) -> ReconciliationDifferenceView:
    """Write down why a difference is right as it is."""
    return service.explain_difference(uow, difference_id=difference_id, reason=form.reason)


@router.post(
    "/differences/{difference_id}/own",
    responses=problems(SignInRequired, Forbidden, NotFound),
    operation_id="own_difference",
)
def own_difference(difference_id: UUID, uow: MemberUowDep) -> ReconciliationDifferenceView:
    """Take charge of a difference."""
    return service.own_difference(uow, difference_id=difference_id)
