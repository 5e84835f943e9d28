"""Endpoints of the room."""

from uuid import UUID

from fastapi import APIRouter

from finance.distributions import queries, service
from finance.distributions.schemas import DistributionState, DistributionView, OwnShares
from finance.ledger.schemas import TransactionView
from marketplace.core.paging import Page
from marketplace.core.problems import Forbidden, IllegalMove, NotFound, SignInRequired
from marketplace.core.web import PageNumber, PageSize, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(tags=["distributions"])


@router.get("/distributions", responses=problems(SignInRequired), operation_id="list_distributions")
def list_distributions(
    uow: MemberUowDep,
    state: DistributionState | None = None,
    contract_id: UUID | None = None,
    page: PageNumber = 1,
    size: PageSize = 20,
) -> Page[DistributionView]:
    """How the income of one's university is split, with what waits for approval first."""
    return queries.list_distributions(uow, state=state, contract_id=contract_id, page=page, size=size)


@router.get("/distributions/own-shares", responses=problems(SignInRequired), operation_id="list_own_shares")
def list_own_shares(uow: MemberUowDep) -> OwnShares:
    """What one was credited as an inventor."""
    return queries.list_own_shares(uow)


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
    responses=problems(SignInRequired, Forbidden, NotFound, IllegalMove),
    operation_id="approve_distribution",
)
def approve_distribution(distribution_id: UUID, uow: MemberUowDep) -> DistributionView:
    """Approve a split and book it."""
    return service.approve_distribution(uow, distribution_id=distribution_id)


@router.get(
    "/ledger/contracts/{contract_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="list_contract_entries",
)
def list_contract_entries(contract_id: UUID, uow: MemberUowDep) -> list[TransactionView]:
    """Every transaction booked for a contract with all its legs, for audit."""
    return queries.list_entries(uow, contract_id=contract_id)
