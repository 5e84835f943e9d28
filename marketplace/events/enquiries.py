"""What the room `enquiries` announces. Only the two sides are told; nothing here reaches a public page."""

from datetime import date
from typing import ClassVar
from uuid import UUID

from marketplace.core.outbox import Event


class EnquiryEvent(Event):
    """The fields every announcement about an enquiry carries."""

    enquiry_id: UUID
    number: str
    listing_id: UUID
    title: str
    university_id: UUID
    university_name: str
    firm_id: UUID
    firm_name: str


class EnquiryAsked(EnquiryEvent):
    """A question, the first or a further one, waits for the university until `reply_due_on`."""

    name: ClassVar[str] = "enquiries.enquiry.asked"
    text: str
    reply_due_on: date


class EnquiryAnswered(EnquiryEvent):
    """The university has answered."""

    name: ClassVar[str] = "enquiries.enquiry.answered"
    text: str


class EnquiryClosedByFirm(EnquiryEvent):
    """The firm has closed the conversation."""

    name: ClassVar[str] = "enquiries.enquiry.closed_by_firm"
    reason: str


class EnquiryClosedByUniversity(EnquiryEvent):
    """The university has closed the conversation, or its listing is no longer on offer."""

    name: ClassVar[str] = "enquiries.enquiry.closed_by_university"
    reason: str


class EnquiryOverdue(EnquiryEvent):
    """The university let the clock of a question run out: its head is told."""

    name: ClassVar[str] = "enquiries.enquiry.overdue"
    reply_due_on: date
