"""What the room hands out and takes in."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from pydantic import Field

from marketplace.core.values import Frozen


class OrganizationKind(StrEnum):
    """What an organization is in the market."""

    UNIVERSITY = "university"
    SME = "sme"
    FUND = "fund"
    BANK = "bank"
    INSURER = "insurer"
    GUARANTOR = "guarantor"
    ZONE = "zone"
    DEPARTMENT = "department"


class CertificateKind(StrEnum):
    """Dated statuses that rules refer to."""

    TECH_SME = "tech_sme"
    HIGH_TECH = "high_tech"
    SPECIALIZED = "specialized"


class Industry(StrEnum):
    """The eight leading industries of 苏政办发〔2025〕28号, exactly as listed there."""

    BIOMEDICINE = "生物医药"
    INTEGRATED_CIRCUITS = "集成电路"
    NEW_ENERGY = "新能源"
    SMART_GRID = "新型电力(智能电网)"
    ADVANCED_EQUIPMENT = "高端装备"
    ENVIRONMENT = "节能环保"
    MARINE = "船舶海工"
    INTERNET_OF_THINGS = "物联网"


class Track(StrEnum):
    """The eleven new tracks of the same document."""

    ARTIFICIAL_INTELLIGENCE = "人工智能"
    FRONTIER_MATERIALS = "前沿新材料"
    HYDROGEN_STORAGE = "氢能和新型储能"
    LOW_ALTITUDE = "低空经济"
    WIDE_BANDGAP = "第三代半导体"
    SIX_G = "6G"
    QUANTUM = "量子科技"
    SYNTHETIC_BIOLOGY = "合成生物"
    FUTURE_NETWORK = "未来网络"
    EMBODIED_ROBOTS = "具身智能机器人"
    COMMERCIAL_SPACE = "商业航天"


class NewOrganization(Frozen):
    """An organization to be registered."""

    kind: OrganizationKind
    name: str = Field(min_length=2, max_length=120)
    name_en: str = Field(default="", max_length=160)
    uscc: str | None = None
    region_code: str = Field(default="", pattern=r"^(\d{4,6})?$")
    city: str = ""
    address: str = ""
    zone_id: UUID | None = None
    is_pilot: bool = False
    industry: str | None = None
    track: str | None = None
    founded_on: date | None = None
    staff: int | None = Field(default=None, ge=0)
    sales_minor: int | None = Field(default=None, ge=0)
    assets_minor: int | None = Field(default=None, ge=0)
    bank_name: str = ""
    bank_account: str = ""
    is_demo: bool = False


class NewCertificate(Frozen):
    """A certificate to be recorded."""

    organization_id: UUID
    kind: CertificateKind
    number: str
    issued_on: date
    valid_from: date
    valid_to: date
    source: str = ""


class RewardTier(Frozen):
    """Income up to a total in fen (None: without end) and the inventors' share of it in bps."""

    up_to_minor: int | None = Field(default=None, gt=0)
    inventor_bps: int = Field(ge=0, le=10_000)


class NewRewardPolicy(Frozen):
    """A university's sharing rule from a date on."""

    organization_id: UUID
    effective_from: date
    inventor_tiers: list[RewardTier] = Field(min_length=1)
    unit_bps: int = Field(ge=0, le=10_000)
    source: str


class RewardPolicyView(NewRewardPolicy):
    """A stored sharing rule."""

    id: UUID


class CertificateView(Frozen):
    """A certificate as members of the firm see it."""

    id: UUID
    kind: CertificateKind
    number: str
    issued_on: date
    valid_from: date
    valid_to: date
    revoked_on: date | None
    status: str
    source: str


class OrganizationBrief(Frozen):
    """What everybody may know."""

    id: UUID
    kind: OrganizationKind
    name: str
    name_en: str
    city: str
    is_demo: bool


class OrganizationView(OrganizationBrief):
    """What its own members and its counterparties in a deal may know."""

    version: int
    uscc: str | None
    region_code: str
    address: str
    zone_id: UUID | None
    zone_name: str | None
    zone_is_pilot: bool
    industry: str | None
    track: str | None
    founded_on: date | None
    staff: int | None
    sales_minor: int | None
    assets_minor: int | None
    bank_name: str
    bank_account: str
    certificates: list[CertificateView]


class OrganizationPatch(Frozen):
    """What a firm may correct itself; a missing field stays as it is."""

    address: str | None = Field(default=None, max_length=200)
    staff: int | None = Field(default=None, ge=0, le=1_000_000)
    sales_minor: int | None = Field(default=None, ge=0, le=10**15)
    assets_minor: int | None = Field(default=None, ge=0, le=10**15)
    bank_name: str | None = Field(default=None, max_length=80)
    bank_account: str | None = Field(default=None, pattern=r"^\d{8,32}$")


class ZoneView(OrganizationBrief):
    """A pilot zone with its one industry and one track."""

    is_pilot: bool
    industry: str
    track: str
