"""What the room `applications` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class ApplicationSubmitted(Event):
    """A firm asks a provider for money; the facts it is decided on are stored."""

    name: ClassVar[str] = "applications.application.submitted"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    firm_name: str
    provider_id: UUID
    number: str
    title: str
    instrument_name: str


class ApplicationAdvanced(Event):
    """The provider took an application one step on, or back for another look."""

    name: ClassVar[str] = "applications.application.advanced"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    provider_id: UUID
    number: str
    title: str
    instrument_name: str
    to_state: str


class ApplicationCommitted(Event):
    """The provider decided to give the money."""

    name: ClassVar[str] = "applications.application.committed"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    provider_id: UUID
    number: str
    title: str
    instrument_name: str


class ApplicationPassed(Event):
    """The provider decided not to; the reason is for the firm to read."""

    name: ClassVar[str] = "applications.application.passed"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    provider_id: UUID
    number: str
    title: str
    instrument_name: str
    reason: str


class ApplicationWithdrawn(Event):
    """The firm took its application back."""

    name: ClassVar[str] = "applications.application.withdrawn"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    firm_name: str
    provider_id: UUID
    number: str
    title: str
    instrument_name: str


class ApplicationLicenceEnded(Event):
    """The licence that an application was assessed on has ended; `committed` when its money was promised before."""

    name: ClassVar[str] = "applications.application.licence_ended"
    application_id: UUID
    request_id: UUID
    firm_id: UUID
    firm_name: str
    provider_id: UUID
    number: str
    title: str
    instrument_name: str
    committed: bool
