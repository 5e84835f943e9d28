"""What the room `reconciliation` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DifferencesFound(Event):
    """A comparison found what only one side of an account knows. `organization_id` is null for the provider's account."""

    name: ClassVar[str] = "reconciliation.difference.found"
    account_key: str
    organization_id: UUID | None
    count: int
    amount_minor: int
