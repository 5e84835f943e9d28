"""Who acts. Built once at the edge, passed down as a value."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A visitor, a signed-in member of one organization, or the system itself."""

    kind: Literal["anonymous", "user", "system"]
    user_id: UUID | None = None
    organization_id: UUID | None = None
    organization_kind: str | None = None
    permissions: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_system(self) -> bool:
        """Tell whether the clock or a handler acts, not a person."""
        return self.kind == "system"

    def may(self, permission: str) -> bool:
        """Tell whether the role of this actor holds a permission; the system holds all."""
        return self.is_system or permission in self.permissions

    def belongs_to(self, *organization_ids: UUID | None) -> bool:
        """Tell whether the actor acts for one of these organizations."""
        return self.organization_id is not None and self.organization_id in organization_ids


ANONYMOUS = Actor("anonymous")
SYSTEM = Actor("system")
