"""Tables of the room."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from marketplace.core.tables import Row, document, money


class Organization(Row, table=True):
    """A legal person or a pilot zone. `uscc` passed both checks of GB 32100 and GB 11714 when it was stored."""

    __tablename__ = "organization"
    __table_args__ = (
        Index("uq_organization_uscc", "uscc", unique=True, postgresql_where=text("uscc IS NOT NULL")),
        # 苏政办发〔2025〕28号: 一园区一产业一赛道: each zone leads in exactly one industry and one track.
        CheckConstraint(
            "kind <> 'zone' OR (industry IS NOT NULL AND track IS NOT NULL)", name="zone_has_focus"
        ),
    )

    kind: str = Field(index=True)
    name: str = Field(index=True)
    name_en: str = ""
    sort_key: str = ""
    """Pinyin of the name: the database has no Chinese collation."""
    uscc: str | None = None
    region_code: str = ""
    city: str = ""
    address: str = ""
    zone_id: UUID | None = Field(default=None, foreign_key="organization.id", index=True)
    is_pilot: bool = False
    industry: str | None = None
    track: str | None = None
    founded_on: date | None = None
    staff: int | None = None
    sales_minor: int | None = money(nullable=True)
    assets_minor: int | None = money(nullable=True)
    bank_name: str = ""
    bank_account: str = ""
    is_demo: bool = False


class Certificate(Row, table=True):
    """A dated status of a firm. `number` passed its format check; existence is what `status` says."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("kind", "number"),)

    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    kind: str
    number: str
    issued_on: date
    valid_from: date
    valid_to: date
    revoked_on: date | None = None
    status: str = "format_ok"
    source: str = ""


class RewardPolicy(Row, table=True):
    """How a university shares net licence income from a date on; `tiers` are (up to fen, inventors' bps) in order."""

    __tablename__ = "reward_policy"
    __table_args__ = (UniqueConstraint("organization_id", "effective_from"),)

    organization_id: UUID = Field(foreign_key="organization.id", index=True)
    effective_from: date
    inventor_tiers: list[dict[str, Any]] = document()
    unit_bps: int
    source: str
