"""What the calendar hands out. Days are Shanghai dates, amounts fen."""

from datetime import date
from uuid import UUID

from marketplace.core.values import Frozen, Shown


class CalendarItem(Shown):
    """A deadline in the reader's language. `days_left` is negative when it has passed; `mine`: her side has to act."""

    kind: str
    what: str
    on: date
    since: date
    days_left: int
    mine: bool
    responsible_name: str
    subject: str
    subject_id: UUID
    number: str
    title: str
    otherwise: str
    amount_minor: int | None
    link: str


class CalendarView(Shown):
    """The reader's deadlines up to a day. `subscribed`: a feed address is in use; `digest`: she is written to in the morning."""

    today: date
    until: date
    items: list[CalendarItem]
    subscribed: bool
    digest: bool


class FeedAddress(Shown):
    """The secret address of a calendar feed. It is shown once: only its hash is kept."""

    url: str


class DigestChoice(Frozen):
    """Whether to be written to each morning on which something is due."""

    wanted: bool
