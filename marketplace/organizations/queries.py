"""Reads of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from marketplace.core.problems import NotFound
from marketplace.core.uow import UnitOfWork
from marketplace.organizations import policy
from marketplace.organizations.errors import NoRewardPolicy
from marketplace.organizations.models import Organization, RewardPolicy
from marketplace.organizations.schemas import (
    CertificateView,
    OrganizationBrief,
    OrganizationKind,
    OrganizationView,
    RewardPolicyView,
    ZoneView,
)  # fmt: skip

_ONE = """
SELECT o.id, o.version, o.kind, o.name, o.name_en, o.uscc, o.region_code, o.city, o.address, o.zone_id, z.name AS zone_name,
       COALESCE(z.is_pilot, false) AS zone_is_pilot, o.industry, o.track, o.founded_on, o.staff, o.sales_minor,
       o.assets_minor, o.bank_name, o.bank_account, o.is_demo
FROM organization o LEFT JOIN organization z ON z.id = o.zone_id WHERE o.id = :id
"""
_CERTIFICATES = """
SELECT id, kind, number, issued_on, valid_from, valid_to, revoked_on, status, source
FROM certificate WHERE organization_id = :id ORDER BY valid_to DESC, id
"""
_ZONES = """
SELECT id, kind, name, name_en, city, is_demo, is_pilot, industry, track FROM organization
WHERE kind = 'zone' ORDER BY region_code, sort_key, id
"""


def find_view(uow: UnitOfWork, *, organization_id: UUID) -> OrganizationView | None:
    """Return the whole record without asking who reads: for rules of rooms above, never for an endpoint."""
    rows = uow.rows(_ONE, id=organization_id)
    if not rows:
        return None
    certificates = [CertificateView(**row) for row in uow.rows(_CERTIFICATES, id=organization_id)]
    return OrganizationView(**rows[0], certificates=certificates)


def get_view(uow: UnitOfWork, *, organization_id: UUID) -> OrganizationView:
    """Return the record of an organization that the actor may see; raises `NotFound`."""
    view = (
        find_view(uow, organization_id=organization_id)
        if policy.can_see(uow.actor, organization_id)
        else None
    )
    if view is None:
        raise NotFound(what="organization")
    return view


def list_briefs(uow: UnitOfWork, *, ids: list[UUID]) -> dict[UUID, OrganizationBrief]:
    """Return what everybody may know of some organizations, by id."""
    rows = uow.rows(
        "SELECT id, kind, name, name_en, city, is_demo FROM organization WHERE id = ANY(:ids)", ids=ids
    )
    return {row["id"]: OrganizationBrief(**row) for row in rows}


def english_names(uow: UnitOfWork, *, names: list[str]) -> dict[str, str]:
    """Return the English names of organizations by the Chinese ones that the caller knows already; only those that have one."""
    rows = uow.rows(
        "SELECT name, min(name_en) AS name_en FROM organization WHERE name = ANY(:names) AND name_en <> '' GROUP BY name",
        names=names,
    )
    return {row["name"]: row["name_en"] for row in rows}


def list_by_kind(uow: UnitOfWork, *, kind: OrganizationKind) -> list[OrganizationBrief]:
    """Return what everybody may know of all organizations of a kind, in pinyin order."""
    rows: list[dict[str, Any]] = uow.rows(
        "SELECT id, kind, name, name_en, city, is_demo FROM organization WHERE kind = :kind ORDER BY sort_key, id",
        kind=kind.value,
    )
    return [OrganizationBrief(**row) for row in rows]


def list_zones(uow: UnitOfWork) -> list[ZoneView]:
    """Return the zones with their one industry and one track."""
    return [ZoneView(**row) for row in uow.rows(_ZONES)]


def lock_visible(uow: UnitOfWork, organization_id: UUID) -> Organization:
    """Lock the record for an edit; raises `NotFound` for what the actor may not see."""
    found = uow.session.exec(
        select(Organization)
        .where(col(Organization.id) == organization_id, policy.visible(uow.actor))
        .with_for_update()
    ).one_or_none()
    if found is None:
        raise NotFound(what="organization")
    return found


def get_reward_policy(uow: UnitOfWork, *, organization_id: UUID, as_of: date) -> RewardPolicyView:
    """Return the sharing rule of a university in force on a date; raises `NoRewardPolicy`."""
    row = uow.session.exec(
        select(RewardPolicy)
        .where(RewardPolicy.organization_id == organization_id, RewardPolicy.effective_from <= as_of)
        .order_by(col(RewardPolicy.effective_from).desc())
    ).first()
    if row is None:
        raise NoRewardPolicy(as_of=as_of.isoformat())
    return RewardPolicyView.model_validate(row, from_attributes=True)
