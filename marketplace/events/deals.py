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


class QueueReleased(DealEvent):
    """The priority window has ended: the application is with the university, which answers by `reply_due_on`."""

    name: ClassVar[str] = "deals.deal.queue_released"
    reply_due_on: date


class OfferMade(DealEvent):
    """A side proposes changed terms to the organization `to_id`; `position` is the number of the round."""

    name: ClassVar[str] = "deals.deal.offer_made"
    to_id: UUID
    from_name: str
    position: int
    terms_hash: str
    answer_due_on: date


class OfferRefused(DealEvent):
    """The other side does not take the offer of the organization `to_id`."""

    name: ClassVar[str] = "deals.deal.offer_refused"
    to_id: UUID
    from_name: str
    position: int
    text: str


class PriceNoticeStarted(DealEvent):
    """Both sides agree; the negotiated price is on notice until `notice_to` before the terms are fixed (促进法 §18)."""

    name: ClassVar[str] = "deals.deal.price_notice_started"
    terms_hash: str
    notice_from: date
    notice_to: date


class PriceObjected(DealEvent):
    """Somebody objects to a negotiated price; the notice stands still."""

    name: ClassVar[str] = "deals.deal.price_objected"


class PriceObjectionSettled(DealEvent):
    """An objection was answered: upheld sends the deal back to the table, otherwise the notice goes on."""

    name: ClassVar[str] = "deals.deal.price_objection_settled"
    upheld: bool
    resolution: str


class ManagerInvited(DealEvent):
    """A technology manager is asked to work on a deal for a commission."""

    name: ClassVar[str] = "deals.deal.manager_invited"
    manager_id: UUID
    from_name: str


class CommissionProposed(DealEvent):
    """The organization `to_id` is asked to pay a technology manager's commission."""

    name: ClassVar[str] = "deals.deal.commission_proposed"
    to_id: UUID
    manager_name: str


class CommissionAgreed(DealEvent):
    """Manager and payer agree to a commission; `to_id` is the payer."""

    name: ClassVar[str] = "deals.deal.commission_agreed"
    to_id: UUID
    manager_id: UUID
    manager_name: str
    terms_hash: str


class CommissionEnded(DealEvent):
    """A commission was refused or ended; nothing is owed for the deal any more unless a new one is agreed."""

    name: ClassVar[str] = "deals.deal.commission_ended"
    manager_id: UUID
    manager_name: str
    reason: str
