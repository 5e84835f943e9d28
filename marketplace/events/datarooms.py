"""What the room `datarooms` announces. Only the two sides are told; no name of a file travels along."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DataAccessEvent(Event):
    """The fields every announcement about an access carries."""

    access_id: UUID
    number: str
    listing_id: UUID
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str


class DataAccessAsked(DataAccessEvent):
    """A firm asks for the documents behind a listing; the university answers by `reply_due_on`."""

    name: ClassVar[str] = "datarooms.access.asked"
    reply_due_on: date


class UndertakingOffered(DataAccessEvent):
    """The university agrees; the undertaking waits for the firm's signature."""

    name: ClassVar[str] = "datarooms.undertaking.offered"
    access_days: int


class UndertakingSigned(DataAccessEvent):
    """The firm has signed; the university countersigns by `reply_due_on`."""

    name: ClassVar[str] = "datarooms.undertaking.signed"
    reply_due_on: date


class DataAccessOpened(DataAccessEvent):
    """Both have signed; the firm may read through `expires_on`."""

    name: ClassVar[str] = "datarooms.access.opened"
    expires_on: date


class DataAccessDeclined(DataAccessEvent):
    """The university does not agree, with the reason for it."""

    name: ClassVar[str] = "datarooms.access.declined"
    reason: str


class DataAccessWithdrawn(DataAccessEvent):
    """The firm has taken its request back or given its access up."""

    name: ClassVar[str] = "datarooms.access.withdrawn"
    reason: str


class DataAccessRevoked(DataAccessEvent):
    """The university has ended an access at once, with the reason for it."""

    name: ClassVar[str] = "datarooms.access.revoked"
    reason: str


class DataAccessExpired(DataAccessEvent):
    """The last day of an access, `expires_on`, has passed."""

    name: ClassVar[str] = "datarooms.access.expired"
    expires_on: date


class DataAccessOverdue(DataAccessEvent):
    """The university let its clock for an answer or a signature run out: its head is told."""

    name: ClassVar[str] = "datarooms.access.overdue"
    reply_due_on: date
