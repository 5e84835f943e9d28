"""Who may see and do what with requests and applications. One rule serves the single row and every list."""

from sqlalchemy import ColumnElement, false, or_, true
from sqlmodel import col

from finance.applications.models import FundingApplication, FundingRequest
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system


def visible_requests(actor: Actor) -> ColumnElement[bool]:
    """The requests an actor may open: her own firm's. Providers see applications, never requests."""
    if actor.is_system:
        return true()
    if not (actor.may("funding.request") and actor.organization_id):
        return false()
    return col(FundingRequest.firm_id) == actor.organization_id


def can_see_request(actor: Actor, request: FundingRequest) -> Decision:
    """The same rule for one row."""
    return member_or_system(actor, request.firm_id, may="funding.request")


def can_request(actor: Actor) -> Decision:
    """Firms ask for money."""
    if actor.organization_kind != "sme":
        return deny("not_a_firm")
    return ALLOW if actor.may("funding.request") else deny("funding.request")


def visible_deals(actor: Actor) -> ColumnElement[bool]:
    """The applications a provider's people may open: those handed to their organization."""
    if actor.is_system:
        return true()
    if not (actor.may("pipeline.read") and actor.organization_id):
        return false()
    return col(FundingApplication.provider_id) == actor.organization_id


def can_see_deal(actor: Actor, deal: FundingApplication) -> Decision:
    """The same rule for one row."""
    return member_or_system(actor, deal.provider_id, may="pipeline.read")


def can_move_deal(actor: Actor, deal: FundingApplication) -> Decision:
    """People of the provider with the permission move deals and write notes."""
    return member_or_system(actor, deal.provider_id, may="pipeline.move")


def visible_applications(actor: Actor) -> ColumnElement[bool]:
    """The applications either side may know of: the firm that made them, the provider that received them."""
    if actor.is_system:
        return true()
    made = (
        col(FundingApplication.firm_id) == actor.organization_id if actor.may("funding.request") else false()
    )
    return or_(made, visible_deals(actor)) if actor.organization_id else false()


def can_withdraw(actor: Actor, deal: FundingApplication) -> Decision:
    """Only the firm takes her application back."""
    return member_or_system(actor, deal.firm_id, may="funding.request")
