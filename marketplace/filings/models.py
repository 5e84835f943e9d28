"""Tables of the room."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, instant, money


class Filing(Row, table=True):
    """One thing a contract has to be handed in for. `next_alert_on` is the next day on which its office is reminded."""

    __tablename__ = "filing"
    __table_args__ = (
        UniqueConstraint("contract_id", "kind"),
        Index("ix_filing_university", "university_id", "state"),
        Index(
            "ix_filing_alert",
            "next_alert_on",
            postgresql_where=text("state IN ('open', 'returned') AND next_alert_on IS NOT NULL"),
        ),
        CheckConstraint(
            "state <> 'registered' OR (number <> '' AND registered_on IS NOT NULL)", name="receipt"
        ),
        CheckConstraint("technical_minor IS NULL OR technical_minor <= total_minor", name="technical_part"),
    )

    contract_id: UUID = Field(foreign_key="contract.id")
    contract_number: str
    title: str
    university_id: UUID = Field(foreign_key="organization.id")
    firm_id: UUID = Field(foreign_key="organization.id", index=True)
    kind: str
    state: str
    state_since: datetime = instant(nullable=False)
    opened_on: date
    due_on: date
    next_alert_on: date | None = None
    submitted_on: date | None = None
    registered_on: date | None = None
    number: str = ""
    total_minor: int | None = money(nullable=True)
    technical_minor: int | None = money(nullable=True)
    reason: str = ""
