"""What the room `listings` announces."""

from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class ListingPublished(Event):
    """A listing is open: it can be found, and firms may apply."""

    name: ClassVar[str] = "listings.listing.published"
    listing_id: UUID
    university_id: UUID
    number: str
    title: str


class ListingChanged(Event):
    """Something that readers or searchers see of a listing has changed, its state included."""

    name: ClassVar[str] = "listings.listing.changed"
    listing_id: UUID


class ListingApproved(Event):
    """The head of the office approved a submission."""

    name: ClassVar[str] = "listings.listing.approved"
    listing_id: UUID
    university_id: UUID
    number: str
    title: str
    submitted_by: UUID | None


class ListingSubmitted(Event):
    """A draft waits for approval."""

    name: ClassVar[str] = "listings.listing.submitted"
    listing_id: UUID
    university_id: UUID
    number: str
    title: str


class ObjectionRaised(Event):
    """Somebody objects to a price on notice; the clock stands still."""

    name: ClassVar[str] = "listings.objection.raised"
    listing_id: UUID
    university_id: UUID
    number: str
    title: str


class ConsentAsked(Event):
    """A co-owner of the rights is asked to consent to the terms of a listing."""

    name: ClassVar[str] = "listings.holder.asked"
    listing_id: UUID
    organization_id: UUID
    number: str
    title: str
    share_bps: int


class HolderConsented(Event):
    """A co-owner of the rights consents to the terms of a listing."""

    name: ClassVar[str] = "listings.holder.consented"
    listing_id: UUID
    university_id: UUID
    number: str
    title: str
    organization_name: str
