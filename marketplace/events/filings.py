"""What the room `filings` announces."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class FilingEvent(Event):
    """The fields every announcement about a filing carries; `what_zh` and `what_en` name its kind in words."""

    filing_id: UUID
    kind: str
    what_zh: str
    what_en: str
    contract_id: UUID
    number: str
    title: str
    university_id: UUID
    firm_id: UUID
    due_on: date


class FilingOpened(FilingEvent):
    """A contract took effect and has to be handed in by a day."""

    name: ClassVar[str] = "filings.filing.opened"


class FilingDue(FilingEvent):
    """The last day comes near or has passed, and nothing was handed in."""

    name: ClassVar[str] = "filings.filing.due"
    days_left: int


class FilingRegistered(FilingEvent):
    """The office has registered it under a number; amounts in fen for a technology contract."""

    name: ClassVar[str] = "filings.filing.registered"
    receipt: str
    registered_on: date
    total_minor: int | None = None
    technical_minor: int | None = None
