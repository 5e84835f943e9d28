"""What the room `closings` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class ClosingEvent(Event):
    """What every announcement about a closing carries: the month as `2026-10`; without an organization, of all books."""

    closing_id: UUID
    organization_id: UUID | None
    month: str


class ClosingAsked(ClosingEvent):
    """A month waits for a second person to close it."""

    name: ClassVar[str] = "closings.closing.asked"


class MonthClosed(ClosingEvent):
    """A second person closed a month."""

    name: ClassVar[str] = "closings.month.closed"
    asked_by: UUID


class ClosingDeclined(ClosingEvent):
    """A second person did not close a month."""

    name: ClassVar[str] = "closings.closing.declined"
    asked_by: UUID
    reason: str


class ReopeningAsked(ClosingEvent):
    """A closed month waits for a second person to open it again."""

    name: ClassVar[str] = "closings.reopening.asked"
    reason: str


class MonthReopened(ClosingEvent):
    """A closed month was opened again: what was closed may change."""

    name: ClassVar[str] = "closings.month.reopened"
    reason: str
