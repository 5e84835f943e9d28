"""Finance products and their providers for tests."""

from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from finance.instruments import service
from finance.instruments.schemas import (
    InstrumentDraft,
    InstrumentKind,
    Mandate,
    Price,
    PriceKind,
    Terms,
    make_gate,
)
from finance.matching import Between, ValidOn
from marketplace.core.i18n import Text
from marketplace.core.uow import UnitOfWork
from marketplace.identifiers import make_uscc
from marketplace.organizations import service as organizations
from marketplace.organizations.schemas import NewOrganization, OrganizationKind

WAN = 1_000_000
"""Fen in 万元."""
_serial = count(70_000)


def a_provider(
    uow: UnitOfWork, kind: OrganizationKind = OrganizationKind.BANK, name: str = "测试银行"
) -> UUID:
    """A bank, fund, insurer or guarantor."""
    draft = NewOrganization(
        kind=kind,
        name=name,
        city="南京",
        region_code="3201",
        uscc=make_uscc("91", "320100", next(_serial)),
        founded_on=date(2010, 3, 1),
    )
    return organizations.register_organization(uow, draft=draft)


def a_product(**changes: Any) -> InstrumentDraft:
    """A loan for pilot lines of 50 to 500 万元 to registered tech SMEs of at least a year."""
    values: dict[str, Any] = {
        "kind": InstrumentKind.CONVERSION_LOAN,
        "name": Text("测试转化贷", "Test conversion loan"),
        "summary": Text("建中试线的贷款。", "A loan for a pilot line."),
        "terms": Terms(
            amount_min_minor=50 * WAN,
            amount_max_minor=500 * WAN,
            price=Price(
                kind=PriceKind.INTEREST,
                min_bps=310,
                max_bps=390,
                text=Text("年利率 3.1%–3.9%", "3.1%–3.9% a year"),
            ),
            tenor_months_min=12,
            tenor_months_max=36,
            repayment=Text("按季还本", "quarterly principal"),
            security=Text("纯信用", "unsecured"),
        ),
        "mandate": Mandate(purposes=("pilot_line", "equipment")),
        "gates": (
            make_gate(
                "tech_sme", ValidOn(certificate="tech_sme"), source="国科发政〔2017〕115号", field="tech_sme"
            ),
            make_gate(
                "age",
                Between(field="firm_age_months", min=12),
                source="产品说明（演示）",
                field="firm_age_months",
            ),
        ),
        "documents": (Text("营业执照", "business licence"),),
        "decision_days": 5,
        "valid_from": date(2020, 1, 1),
        "valid_to": date(2099, 12, 31),
        "source": "产品说明（演示）",
    }
    return InstrumentDraft(**values | changes)


def a_published_product(uow: UnitOfWork, provider_id: UUID, **changes: Any) -> UUID:
    """A product in force."""
    instrument_id = service.create_instrument(uow, draft=a_product(**changes), provider_id=provider_id)
    service.publish_instrument(uow, instrument_id=instrument_id)
    return instrument_id


def a_published_fund_product(uow: UnitOfWork, provider_id: UUID, **changes: Any) -> UUID:
    """A fund product in force: an angel fund on the same terms."""
    values: dict[str, Any] = {
        "kind": InstrumentKind.ANGEL_FUND,
        "name": Text("测试天使基金", "Test angel fund"),
    }
    return a_published_product(uow, provider_id, **values | changes)
