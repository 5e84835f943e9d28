"""Organizations for tests, with correct codes."""

from datetime import date
from itertools import count
from uuid import UUID

from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_tech_sme_no, make_uscc
from marketplace.organizations import service
from marketplace.organizations.schemas import (
    CertificateKind,
    NewCertificate,
    NewOrganization,
    NewRewardPolicy,
    OrganizationKind,
    RewardTier,
)

_serial = count(40_000)


def a_zone(uow: UnitOfWork, *, pilot: bool = True, name: str = "无锡高新区") -> UUID:
    """A zone that leads in one industry and one track."""
    draft = NewOrganization(
        kind=OrganizationKind.ZONE,
        name=name,
        city="无锡",
        region_code="3202",
        is_pilot=pilot,
        industry="物联网",
        track="人工智能",
    )
    return service.register_organization(uow, draft=draft)


def a_university(uow: UnitOfWork, name: str = "江南大学") -> UUID:
    """A university with a sharing rule: inventors 70 %, unit 10 %."""
    draft = NewOrganization(
        kind=OrganizationKind.UNIVERSITY,
        name=name,
        city="无锡",
        region_code="3202",
        uscc=make_uscc("12", "320200", next(_serial)),
    )
    university_id = service.register_organization(uow, draft=draft)
    service.adopt_reward_policy(
        uow,
        draft=NewRewardPolicy(
            organization_id=university_id, effective_from=date(2020, 1, 1), inventor_tiers=[RewardTier(inventor_bps=7000)],
            unit_bps=1000, source="校规字〔2020〕1号",
        ),
    )  # fmt: skip
    return university_id


def an_sme(
    uow: UnitOfWork, *, zone_id: UUID | None = None, registered: bool = True, name: str = "演示精机有限公司"
) -> UUID:
    """A small firm; `registered`: with a 科技型中小企业 registration valid this year."""
    draft = NewOrganization(
        kind=OrganizationKind.SME, name=name, city="无锡", region_code="3202", uscc=make_uscc("91", "320200", next(_serial)),
        zone_id=zone_id, staff=46, sales_minor=3_200_000_000, assets_minor=2_500_000_000, founded_on=date(2018, 5, 4),
    )  # fmt: skip
    firm_id = service.register_organization(uow, draft=draft)
    if registered:
        year = uow.today.year
        service.record_certificate(
            uow,
            draft=NewCertificate(
                organization_id=firm_id, kind=CertificateKind.TECH_SME, number=make_tech_sme_no(year, "320200", next(_serial)),
                issued_on=date(year, 1, 5), valid_from=date(year, 1, 5), valid_to=date(year + 1, 3, 31), source="演示",
            ),
        )  # fmt: skip
    return firm_id
