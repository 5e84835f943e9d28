"""People for tests: an actor of an organization with a role, without a password."""

from uuid import UUID

from marketplace.core.actor import Actor
from marketplace.core.ids import new_id
from marketplace.core.uow import UnitOfWork
from marketplace.identity import service
from marketplace.identity.permissions import PERMISSIONS, Role


def a_member(uow: UnitOfWork, organization_id: UUID, kind: str, role: Role, name: str = "王工") -> Actor:
    """Store a person with a role and return her as an actor."""
    user_id = service.register_user(uow, login=f"u-{new_id().hex[-10:]}", name=name, password_hash="-")
    service.add_member(uow, user_id=user_id, organization_id=organization_id, role=role)
    return Actor("user", user_id, organization_id, kind, PERMISSIONS[role])
