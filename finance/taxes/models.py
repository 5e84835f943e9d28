"""Tables of the room."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from marketplace.core.ids import new_id
from marketplace.core.tables import instant


class TaxOverrule(SQLModel, table=True):
    """What an accountant decided instead of a suggestion; added, never changed (trigger in migrations/sql)."""

    __tablename__ = "tax_overrule"
    __table_args__ = (Index("ix_tax_overrule_of", "university_id", "flow", "at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    university_id: UUID = Field(foreign_key="organization.id")
    contract_id: UUID | None = Field(default=None, foreign_key="contract.id")
    flow: str
    treatment: str
    reason: str
    by_id: UUID = Field(foreign_key="user_account.id")
    at: datetime = instant(nullable=False)
