"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from finance.distributions import queries, service
from finance.distributions.errors import CostAlreadyTaken
from finance.distributions.schemas import (
    CostView,
    DistributionState,
    DistributionView,
    NewCost,
    Objection,
)
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, InvalidInput, NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api", tags=["distributions"])
_WRITES = (SignInRequired, Forbidden, NotFound, IllegalMove)


@router.get("/distributions", responses=problems(SignInRequired), operation_id="list_distributions")
def list_distributions(
    uow: MemberUowDep,
    state: DistributionState | None = None,
    contract_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[DistributionView]:
    """How income that one's organization has a part in is split, with what waits for approval first."""
    return queries.list_distributions(uow, state=state, contract_id=contract_id, page=page, size=size)


@router.get("/distributions/costs", responses=problems(SignInRequired), operation_id="list_costs")
def list_costs(uow: MemberUowDep, contract_id: UUID | None = None) -> list[CostView]:
    """What comes out of the first income of contracts, once, before it is split."""
    return queries.list_costs(uow, contract_id=contract_id)


@router.post(
    "/distributions/costs",
    responses=problems(SignInRequired, Forbidden, NotFound, InvalidInput),
    status_code=201,
    operation_id="record_cost",
)
def record_cost(form: NewCost, uow: MemberUowDep) -> CostView:
    """Write down a cost that the holders agreed to take out of the first income."""
    return service.record_cost(uow, draft=form)


@router.post("/distributions/costs/{cost_id}/agree", responses=problems(*_WRITES), operation_id="agree_cost")
def agree_cost(cost_id: UUID, uow: MemberUowDep) -> CostView:
    """Agree, as a second person, to a cost that was written down."""
    return service.agree_cost(uow, cost_id=cost_id)


@router.post(
    "/distributions/costs/{cost_id}/withdraw",
    responses=problems(*_WRITES, CostAlreadyTaken),
    operation_id="withdraw_cost",
)
def withdraw_cost(cost_id: UUID, uow: MemberUowDep) -> CostView:
    """Take back a cost that nothing was deducted for."""
    return service.withdraw_cost(uow, cost_id=cost_id)


@router.get(
    "/distributions/{distribution_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_distribution",
)
def get_distribution(distribution_id: UUID, uow: MemberUowDep) -> DistributionView:
    """One split."""
    return queries.get_distribution(uow, distribution_id=distribution_id)


@router.post(
    "/distributions/{distribution_id}/approve",
    responses=problems(*_WRITES),
    operation_id="approve_distribution",
)
def approve_distribution(distribution_id: UUID, uow: MemberUowDep) -> DistributionView:
    """Approve a split for one's own right holder; the last holder's approval books it."""
    return service.approve_distribution(uow, distribution_id=distribution_id)


@router.post(
    "/distributions/{distribution_id}/object",
    responses=problems(*_WRITES, InvalidInput),
    operation_id="object_to_distribution",
)
def object_to_distribution(distribution_id: UUID, form: Objection, uow: MemberUowDep) -> DistributionView:
    """Object to a split with a reason; nothing is booked."""
    return service.object_to_distribution(uow, distribution_id=distribution_id, reason=form.reason)


@router.post(
    "/distributions/{distribution_id}/recount",
    responses=problems(*_WRITES),
    operation_id="recount_distribution",
)
def recount_distribution(distribution_id: UUID, uow: MemberUowDep) -> DistributionView:
    """Count a split that was objected to again and ask every right holder anew."""
    return service.recount_distribution(uow, distribution_id=distribution_id)
