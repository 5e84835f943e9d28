"""What the room `instruments` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class InstrumentPublished(Event):
    """A version of a finance product is in force: matches are computed against it from now on."""

    name: ClassVar[str] = "instruments.instrument.published"
    instrument_id: UUID
    provider_id: UUID
    version: int


class InstrumentWithdrawn(Event):
    """A finance product takes no further applications; those under way keep their version."""

    name: ClassVar[str] = "instruments.instrument.withdrawn"
    instrument_id: UUID
    provider_id: UUID
