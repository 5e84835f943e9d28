"""Endpoints of the administrators' page of checks."""

from fastapi import APIRouter, Response

from marketplace.app.oversight import views
from marketplace.app.oversight.views import ChainsView, InvariantDetail, InvariantView
from marketplace.core.problems import Forbidden, NotFound, SignInRequired
from marketplace.core.web import handed_file, problems
from marketplace.identity.entry import MemberUowDep

router = APIRouter(prefix="/api/oversight", tags=["oversight"])
_READS = (SignInRequired, Forbidden)


@router.get("/checks", responses=problems(*_READS), operation_id="list_checks")
def list_checks(uow: MemberUowDep) -> list[InvariantView]:
    """What always holds, since when, and when it was looked at last."""
    return views.list_invariants(uow)


@router.post("/checks", responses=problems(*_READS), operation_id="run_checks")
def run_checks(uow: MemberUowDep) -> list[InvariantView]:
    """Have everything looked at again within a minute."""
    return views.look_now(uow)


@router.get("/checks/{name}", responses=problems(*_READS, NotFound), operation_id="get_check")
def get_check(name: str, uow: MemberUowDep) -> InvariantDetail:
    """One promise with its latest looks and what the last one found."""
    return views.get_invariant(uow, name=name)


@router.get("/chains", responses=problems(*_READS), operation_id="get_chains")
def get_chains(uow: MemberUowDep) -> ChainsView:
    """The heads of the seals over ledger and audit trail, now and by day."""
    return views.get_chains(uow)


@router.get(
    "/chains/heads",
    responses=problems(*_READS) | {200: {"content": {"application/jsonl": {}}}},
    response_class=Response,
    operation_id="get_chain_heads",
)
def get_chain_heads(uow: MemberUowDep) -> Response:
    """Every head as a file to be kept elsewhere: `xianyong verify-chain --heads` compares with it."""
    return handed_file(f"chain-heads-{uow.today}.jsonl", views.write_heads(uow), "application/jsonl")
