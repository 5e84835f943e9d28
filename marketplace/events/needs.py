"""What the room `needs` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class NeedPublished(Event):
    """A firm's problem is public: universities can look for results that solve it."""

    name: ClassVar[str] = "needs.need.published"
    need_id: UUID
    firm_id: UUID
    number: str
    title: str


class NeedChanged(Event):
    """Something that readers or searchers see of a need has changed, its state included."""

    name: ClassVar[str] = "needs.need.changed"
    need_id: UUID
