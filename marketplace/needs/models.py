"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class Need(Row, table=True):
    """A firm's problem on offer to whoever can solve it."""

    __tablename__ = "need"
    __table_args__ = (
        Index("ix_need_open", "published_at", "id", postgresql_where=text("state = 'open'")),
        Index("ix_need_firm_state", "firm_id", "state"),
        Index("ix_need_deadline", "deadline_on", postgresql_where=text("state = 'open'")),
    )

    number: str = Field(unique=True)
    firm_id: UUID = Field(foreign_key="organization.id")
    state: str
    state_since: datetime = instant(nullable=False)
    title: str
    problem: str = ""
    target: str = ""
    present_solution: str = ""
    industry: str | None = None
    track: str | None = None
    budget_minor: int | None = money(nullable=True)
    deadline_on: date | None = None
    published_at: datetime | None = instant()
    outcome: str = ""
    is_demo: bool = False
