"""Who may see and change what of an organization."""

from uuid import UUID

from sqlalchemy import ColumnElement, false, or_, true
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system
from marketplace.organizations.models import Organization


def visible(actor: Actor) -> ColumnElement[bool]:
    """The organizations whose record the actor may open: its own; all for the system and who verifies them."""
    if actor.may("organization.verify"):
        return true()
    return or_(false(), col(Organization.id) == actor.organization_id) if actor.organization_id else false()


def can_see(actor: Actor, organization_id: UUID) -> Decision:
    """The same rule for one organization."""
    return (
        ALLOW
        if actor.may("organization.verify") or actor.belongs_to(organization_id)
        else deny("not_your_organization")
    )


def can_edit(actor: Actor, organization_id: UUID) -> Decision:
    """Its own members with the permission may correct the record."""
    return member_or_system(actor, organization_id, may="organization.write")
