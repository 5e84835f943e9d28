"""Endpoints of the room."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from marketplace.core.problems import (
    Forbidden,
    InvalidInput,
    NotFound,
    SignInRequired,
    StaleVersion,
    VersionRequired,
)
from marketplace.core.web import edited_version, problems
from marketplace.identity.entry import MemberUowDep, ReadingUowDep
from marketplace.organizations import eligibility, queries, service
from marketplace.organizations.schemas import (
    OrganizationBrief,
    OrganizationKind,
    OrganizationPatch,
    OrganizationView,
    ZoneView,
)

router = APIRouter(prefix="/api", tags=["organizations"])


@router.get(
    "/organizations/{organization_id}",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_organization",
)
def get_organization(organization_id: UUID, uow: MemberUowDep) -> OrganizationView:
    """The record of one's own organization."""
    return queries.get_view(uow, organization_id=organization_id)


@router.patch(
    "/organizations/{organization_id}",
    responses=problems(SignInRequired, Forbidden, NotFound, StaleVersion, VersionRequired, InvalidInput),
    operation_id="correct_organization",
)
def correct_organization(
    organization_id: UUID,
    patch: OrganizationPatch,
    uow: MemberUowDep,
    version: Annotated[int, Depends(edited_version)],
) -> OrganizationView:
    """Correct the figures of one's own organization."""
    return service.correct_record(uow, organization_id=organization_id, version=version, patch=patch)


@router.get(
    "/organizations/{organization_id}/eligibility",
    responses=problems(SignInRequired, NotFound),
    operation_id="get_eligibility",
)
def get_eligibility(organization_id: UUID, uow: MemberUowDep) -> eligibility.EligibilityDecision:
    """What a decision would say today, condition by condition."""
    return eligibility.decide(queries.get_view(uow, organization_id=organization_id), uow.today)


@router.get(
    "/organization-names",
    responses=problems(SignInRequired, InvalidInput),
    operation_id="list_english_names",
)
def list_english_names(
    uow: MemberUowDep, name: Annotated[list[str], Query(min_length=1, max_length=100)]
) -> dict[str, str]:
    """The English names of organizations whose Chinese ones the reader has before her; those without one are left out."""
    return queries.english_names(uow, names=name)


@router.get("/universities", operation_id="list_universities")
def list_universities(uow: ReadingUowDep) -> list[OrganizationBrief]:
    """All universities in pinyin order."""
    return queries.list_by_kind(uow, kind=OrganizationKind.UNIVERSITY)


@router.get("/zones", operation_id="list_zones")
def list_zones(uow: ReadingUowDep) -> list[ZoneView]:
    """All zones with their one industry and one track."""
    return queries.list_zones(uow)
