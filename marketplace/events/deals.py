"""What the room `deals` announces. Titles and names travel along, so that messages need no further look."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class DealEvent(Event):
    """The fields every announcement about an application carries."""

    deal_id: UUID
    number: str
    listing_id: UUID
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str


class DealSubmitted(DealEvent):
    """An application waits for the university; `reply_due_on` is the last day of its reply clock."""

    name: ClassVar[str] = "deals.deal.submitted"
    reply_due_on: date
    priority: bool


class DealQueued(DealEvent):
    """An application waits for the end of the priority window, whose last day is `queued_until`."""

    name: ClassVar[str] = "deals.deal.queued"
    queued_until: date


class DealAsked(DealEvent):
    """The university asks the firm something."""

    name: ClassVar[str] = "deals.deal.asked"
    text: str


class DealReplied(DealEvent):
    """The firm has replied; the reply clock runs again."""

    name: ClassVar[str] = "deals.deal.replied"
    reply_due_on: date


class DealAccepted(DealEvent):
    """The university accepts the application; the firm confirms the terms next."""

    name: ClassVar[str] = "deals.deal.accepted"
    terms_hash: str


class DealDeclined(DealEvent):
    """An application ends without a licence, with the reason for it."""

    name: ClassVar[str] = "deals.deal.declined"
    reason: str


class DealWithdrawn(DealEvent):
    """The firm has withdrawn its application."""

    name: ClassVar[str] = "deals.deal.withdrawn"
    reason: str


class TermsAgreed(DealEvent):
    """Both sides agree to the terms with this hash; a contract can be drawn up."""

    name: ClassVar[str] = "deals.deal.terms_agreed"
    terms_hash: str


class ReplyOverdue(DealEvent):
    """The university let its reply clock run out: its head is told."""

    name: ClassVar[str] = "deals.deal.reply_overdue"
    reply_due_on: date
