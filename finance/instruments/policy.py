"""Who may see and do what with a finance product. One rule serves the single row and every list."""

from sqlalchemy import ColumnElement, and_, or_, true
from sqlmodel import col

from finance.instruments.models import Instrument
from finance.instruments.schemas import InstrumentState
from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system

PUBLIC_FAMILIES = ("debt", "cover")
"""私募投资基金监督管理条例 §17: no fund product to unspecified persons. Loans and covers may be shown to everybody."""
PROVIDER_KINDS = ("fund", "bank", "insurer", "guarantor")


def visible(actor: Actor) -> ColumnElement[bool]:
    """The products an actor may know of: what is published for her, and her own organization's whole shelf."""
    if actor.is_system:
        return true()
    published = col(Instrument.state) == InstrumentState.PUBLISHED.value
    if not actor.may("instrument.read"):
        published = and_(published, col(Instrument.family).in_(PUBLIC_FAMILIES))
    if not (actor.may("instrument.write") and actor.organization_id):
        return published
    return or_(published, col(Instrument.provider_id) == actor.organization_id)


def can_see(actor: Actor, instrument: Instrument) -> Decision:
    """The same rule for one row."""
    if actor.is_system:
        return ALLOW
    if instrument.state == InstrumentState.PUBLISHED and (
        instrument.family in PUBLIC_FAMILIES or actor.may("instrument.read")
    ):
        return ALLOW
    return can_write(actor, instrument)


def can_write(actor: Actor, instrument: Instrument) -> Decision:
    """The provider's own people revise, publish and withdraw."""
    return member_or_system(actor, instrument.provider_id, may="instrument.write")


def can_create(actor: Actor) -> Decision:
    """Funds, banks, insurers and guarantors offer products."""
    if actor.organization_kind not in PROVIDER_KINDS:
        return deny("not_a_provider")
    return ALLOW if actor.may("instrument.write") else deny("instrument.write")
