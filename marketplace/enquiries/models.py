"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant


class Enquiry(Row, table=True):
    """A firm's conversation with a university about a listing. `reply_due_on` is set while a question waits."""

    __tablename__ = "enquiry"
    __table_args__ = (
        Index(
            "uq_enquiry_open_of_firm",
            "listing_id",
            "firm_id",
            unique=True,
            postgresql_where=text("state IN ('waiting', 'answered')"),
        ),
        Index("ix_enquiry_firm", "firm_id", "state"),
        Index("ix_enquiry_university", "university_id", "state"),
        Index("ix_enquiry_reply", "reply_due_on", postgresql_where=text("state = 'waiting'")),
        CheckConstraint("(state = 'waiting') = (reply_due_on IS NOT NULL)", name="clock_runs"),
    )

    number: str = Field(unique=True)
    listing_id: UUID = Field(foreign_key="listing.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id")
    asked_by: UUID | None = Field(default=None, foreign_key="user_account.id")
    state: str
    state_since: datetime = instant(nullable=False)
    asked_at: datetime = instant(nullable=False)
    question: str
    reply_due_on: date | None = None
    overdue_told_at: datetime | None = instant()
    close_reason: str = ""
    deal_id: UUID | None = None
    is_demo: bool = False


class EnquiryMessage(Row, table=True):
    """One line; its words are never edited. A question notes its clock, and when it was answered or dropped.

    `university_id` stands here too, so that the public response rate reads one table and no firm.
    """

    __tablename__ = "enquiry_message"
    __table_args__ = (
        Index(
            "ix_enquiry_message_rate", "university_id", "asked_on", postgresql_where=text("kind = 'question'")
        ),
        CheckConstraint("(kind = 'question') = (due_on IS NOT NULL)", name="question_clock"),
    )

    enquiry_id: UUID = Field(foreign_key="enquiry.id", index=True)
    university_id: UUID = Field(foreign_key="organization.id")
    side: str
    kind: str
    text: str
    author_id: UUID | None = Field(default=None, foreign_key="user_account.id")
    at: datetime = instant(nullable=False)
    asked_on: date | None = None
    due_on: date | None = None
    answered_on: date | None = None
    answered_workdays: int | None = None
    dropped_on: date | None = None
