"""Zones, universities, firms, offices and providers of the demo, with correct codes, and one account per persona."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from marketplace.app.seed.reading import Firm, Place, Texts, University
from marketplace.core.actor import Actor
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_hnte_no, make_tech_sme_no, make_uscc
from marketplace.identity import service as identity
from marketplace.identity.permissions import PERMISSIONS
from marketplace.organizations import service as organizations
from marketplace.organizations.schemas import (
    CertificateKind,
    NewCertificate,
    NewOrganization,
    NewRewardPolicy,
    OrganizationKind,
    RewardTier,
)

WAN = 10_000 * 100
REGISTRATION_ENDS = (3, 31)
REGISTERED_FROM = (1, 20)
"""科技型中小企业: a registration ends on 31 March of the next year (国科发政〔2017〕115号)."""


@dataclass
class Cast:
    """Who is who: organizations by key, actors by login."""

    organizations: dict[str, UUID] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)


def register_places(uow: UnitOfWork, texts: Texts) -> Cast:
    """Register every organization of the demo and its people."""
    cast = Cast()
    for zone in texts.zones:
        _register(
            uow, cast, zone, OrganizationKind.ZONE, is_pilot=zone.pilot, industry=zone.industry.value, track=zone.track.value
        )  # fmt: skip
    for i, university in enumerate(texts.universities):
        code = make_uscc("12", university.region, 6_000_000 + i)
        _register(
            uow, cast, university, OrganizationKind.UNIVERSITY, uscc=code, address=f"{university.city}市演示大学路{i + 1}号",
            **_bank(6_000_000 + i),
        )  # fmt: skip
        _adopt_rule(uow, cast.organizations[university.key], university, i)
    for i, firm in enumerate(texts.firms):
        _register_firm(uow, cast, firm, i)
    for i, provider in enumerate(texts.providers):
        code = make_uscc("91", provider.region, provider.serial)
        _register(
            uow, cast, provider, provider.kind, uscc=code, founded_on=provider.founded_on, **_bank(7_000_000 + i)
        )  # fmt: skip
    for i, office in enumerate(texts.offices):
        _register(uow, cast, office, office.kind, uscc=make_uscc("11", office.region, 5_000_000 + i))
    _open_accounts(uow, cast, texts)
    return cast


def _register(uow: UnitOfWork, cast: Cast, place: Place, kind: OrganizationKind, **more: object) -> None:
    draft = NewOrganization.model_validate(
        {
            "kind": kind,
            "name": place.name,
            "name_en": place.name_en,
            "city": place.city,
            "region_code": place.region,
            # Zones and universities exist; what they are said to do here does not.
            "is_demo": kind not in (OrganizationKind.ZONE, OrganizationKind.UNIVERSITY),
            **more,
        }
    )
    cast.organizations[place.key] = organizations.register_organization(uow, draft=draft)


def _bank(serial: int) -> dict[str, str]:
    return {"bank_name": "江漫科创银行（演示）", "bank_account": f"3299{serial:012d}"}


def _register_firm(uow: UnitOfWork, cast: Cast, firm: Firm, i: int) -> None:
    serial = 8_000_000 + i
    _register(
        uow, cast, firm, OrganizationKind.SME, uscc=make_uscc("91", firm.region, serial), staff=firm.staff,
        zone_id=cast.organizations[firm.zone] if firm.zone else None, sales_minor=firm.sales * WAN, assets_minor=firm.assets * WAN,
        founded_on=date(firm.founded, 1 + i % 12, 1 + i % 28), address=f"{firm.city}市演示路{i + 1}号", **_bank(serial),
    )  # fmt: skip
    firm_id = cast.organizations[firm.key]
    if firm.registered != "none":
        certificate_id = organizations.record_certificate(
            uow, draft=_tech_sme(firm, firm_id, serial, uow.today)
        )
        if firm.registered == "revoked":
            organizations.revoke_certificate(
                uow, certificate_id=certificate_id, on=uow.today - timedelta(days=40)
            )
    if firm.high_tech:
        issued = date(uow.today.year - 1, 11, 6)
        high_tech = NewCertificate(
            organization_id=firm_id, kind=CertificateKind.HIGH_TECH, number=make_hnte_no(issued.year, "32", 900_000 + i),
            issued_on=issued, valid_from=issued, valid_to=issued.replace(year=issued.year + 3), source="演示数据",
        )  # fmt: skip
        organizations.record_certificate(uow, draft=high_tech)


def _tech_sme(firm: Firm, firm_id: UUID, serial: int, today: date) -> NewCertificate:
    """Return a registration that is in force today, or one that has ended."""
    year = today.year if (today.month, today.day) > REGISTERED_FROM else today.year - 1
    issued, valid_to = date(year, *REGISTERED_FROM), date(year + 1, *REGISTRATION_ENDS)
    if firm.registered == "expired":
        # Only numbers of this year and the last are accepted, so early in a year an expired one ended before its time.
        year = today.year - 1
        issued, valid_to = date(year, *REGISTERED_FROM), date(today.year, *REGISTRATION_ENDS)
        valid_to = min(valid_to, today - timedelta(days=20))
    return NewCertificate(
        organization_id=firm_id, kind=CertificateKind.TECH_SME, number=make_tech_sme_no(year, firm.region, serial),
        issued_on=issued, valid_from=issued, valid_to=valid_to, source="演示数据；全国科技型中小企业信息服务平台格式",
    )  # fmt: skip


def _adopt_rule(uow: UnitOfWork, university_id: UUID, university: University, i: int) -> None:
    """Record a sharing rule: universities of Jiangsu give 70 to 90 % to the inventors, some less above a sum."""
    first = (7000, 7500, 8000, 8500, 9000)[i % 5]
    tiers = [RewardTier(inventor_bps=first)]
    if i % 3 == 0:
        tiers = [
            RewardTier(up_to_minor=100 * WAN, inventor_bps=first),
            RewardTier(inventor_bps=first - 1000),
        ]
    rule = NewRewardPolicy(
        organization_id=university_id,
        effective_from=date(2021, 1, 1),
        inventor_tiers=tiers,
        unit_bps=(500, 1000)[i % 2],
        source=f"{university.name}科技成果转化收益分配办法（演示）",
    )
    organizations.adopt_reward_policy(uow, draft=rule)


def _open_accounts(uow: UnitOfWork, cast: Cast, texts: Texts) -> None:
    places = {
        **dict.fromkeys((zone.key for zone in texts.zones), OrganizationKind.ZONE),
        **dict.fromkeys((university.key for university in texts.universities), OrganizationKind.UNIVERSITY),
        **dict.fromkeys((firm.key for firm in texts.firms), OrganizationKind.SME),
        **{provider.key: provider.kind for provider in texts.providers},
        **{office.key: office.kind for office in texts.offices},
    }
    password_hash = identity.hash_password(texts.password)
    for person in texts.people:
        user_id = identity.register_user(
            uow, login=person.login, name=person.name, name_en=person.name_en, password_hash=password_hash, is_demo=True
        )  # fmt: skip
        organization_id = cast.organizations[person.place]
        identity.add_member(
            uow, user_id=user_id, organization_id=organization_id, role=person.role, title=person.title
        )
        cast.actors[person.login] = Actor(
            "user", user_id, organization_id, places[person.place].value, PERMISSIONS[person.role]
        )
