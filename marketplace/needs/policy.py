"""Who may see and do what with a need. One rule serves the single row and every list."""

from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Uuid, and_, bindparam, or_
from sqlmodel import col

from marketplace.core.actor import Actor
from marketplace.core.policy import ALLOW, Decision, deny, member_or_system
from marketplace.needs.models import Need
from marketplace.needs.schemas import NeedState

PUBLIC_STATES = (NeedState.OPEN, NeedState.CLOSED, NeedState.EXPIRED)
"""What is or was asked may be read by anybody; drafts may not."""

VISIBLE: ColumnElement[bool] = or_(
    col(Need.state).in_([state.value for state in PUBLIC_STATES]),
    and_(
        bindparam("reads_own", type_=Boolean),
        col(Need.firm_id) == bindparam("actor_org", type_=Uuid),
    ),
    bindparam("sees_all", type_=Boolean),
)
"""The list filter as one constant clause, so that hot statements are built once; `scope` fills it."""


def scope(actor: Actor) -> dict[str, Any]:
    """Return the parameters that fill `VISIBLE` for an actor."""
    return {
        "reads_own": actor.may("need.write"),
        "actor_org": actor.organization_id,
        "sees_all": actor.is_system,
    }


def can_see(actor: Actor, need: Need) -> Decision:
    """The same rule for one row."""
    return ALLOW if need.state in PUBLIC_STATES else can_write(actor, need.firm_id)


def can_write(actor: Actor, firm_id: UUID) -> Decision:
    """The people of the firm edit, publish and close."""
    return member_or_system(actor, firm_id, may="need.write")


def can_create(actor: Actor) -> Decision:
    """Firms write needs."""
    if actor.organization_kind != "sme":
        return deny("not_a_firm")
    return ALLOW if actor.may("need.write") else deny("need.write")
